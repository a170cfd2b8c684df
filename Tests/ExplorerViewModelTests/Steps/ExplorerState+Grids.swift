import ConvArithmetic
import ExplorerViewModel
import Testing

extension ExplorerState {
  /// The numbers of a grid on the screen: by the number of their row, and which they are in it.
  func numbers(of title: String) throws -> [Spatial<Int>: Int] {
    let frame = render(self)
    let place = try #require(frame.place(of: title), "\(text)")
    let size = frame.size.columns
    // The columns end in front of the next grid, two blanks before its title.
    let titles = ["input x", "output y", "stretched z", "y from z"].compactMap {
      frame.place(of: $0)
    }
    let end =
      titles.filter { $0.row == place.row && $0.column > place.column }
      .map { $0.column - 1 }.min() ?? size
    var numbers: [Spatial<Int>: Int] = [:]
    for row in place.row + 2..<frame.size.rows {
      let text = frame.row(row).dropFirst(place.column).prefix(end - place.column)
      let scalars = text.map { cell -> Unicode.Scalar in
        cell.scalar == "−" ? "-" : "[]|".unicodeScalars.contains(cell.scalar) ? " " : cell.scalar
      }
      let words = String(String.UnicodeScalarView(scalars)).split(separator: " ")
      guard let label = words.first.flatMap({ Int($0) }) else { break }
      for (offset, word) in words.dropFirst().enumerated() {
        numbers[Spatial(height: label, width: offset)] = Int(word)
      }
    }
    return numbers
  }
}
