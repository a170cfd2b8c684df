/// A part of a whole, rounded to percent.
struct Share {
  /// Within ±1,000: anything beyond counts as infinite, and can be multiplied.
  private let percent: Int
  /// Neither 0 % nor 100 % if it is only nearly that.
  let text: String

  private static let limit = 1_000

  /// - Returns: `nil` where there is no whole to be a part of, or a number does not fit.
  init?(_ part: Count?, of whole: Count?) {
    guard let part, let whole, whole > 0,
      case let rounded = (200 * part + whole).floorDivided(by: 2 * whole), !rounded.isOverflow
    else { return nil }
    let (least, most) = (Count(-Self.limit), Count(Self.limit))
    percent = Int(exactly: min(max(rounded, least), most)) ?? 0
    text =
      switch percent {
      case 0 where part > 0: "<1%"
      case 100 where part < whole: ">99%"
      case Self.limit...: ">999%"
      case ...(-Self.limit): "<−999%"
      case ..<0: "−\(-percent)%"
      default: "\(percent)%"
      }
  }

  /// The length of a bar, from nothing to all of the room.
  func length(of room: Int) -> Int { min(max(0, (percent * room + 50) / 100), room) }
}
