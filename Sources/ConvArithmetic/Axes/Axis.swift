/// A spatial axis by its name in PyTorch.
public enum Axis: String, Sendable {
  case length = "L"
  case depth = "D"
  case height = "H"
  case width = "W"

  /// The axes of a tensor in PyTorch's order: L, or H and W, or D, H and W; a number outside 1…3
  /// counts as the nearest one.
  package static func axes(_ count: Int) -> [Axis] { names[min(max(count, 1), names.count) - 1] }

  private static let names: [[Axis]] = [[.length], [.height, .width], [.depth, .height, .width]]

  package var letter: String { rawValue }

  /// The letter after another one, k_h, and in JSON.
  package var mark: String { letter.lowercased() }

  /// The axis at a place among so many; likewise for a place outside of them.
  @inlinable public init(place: Int, among count: Int) {
    self =
      switch (count - place, count) {
      case (_, 1): .length
      case (3..., _): .depth
      case (2, _): .height
      default: .width
      }
  }

  /// Its place among some axes; for an axis that is not among them, the nearest place.
  @inlinable public func place(among count: Int) -> Int {
    switch self {
    case .length, .depth: 0
    case .height: max(0, count - 2)
    case .width: count - 1
    }
  }
}
