/// A frame as an SVG picture, in the colours of its theme.
///
/// Each run of one look is a text as long as its columns, whatever the font, over a patch of its
/// background. Source: SVG 1.1, <https://www.w3.org/TR/SVG11/text.html>.
package struct FramePicture {
  let frame: Frame

  package init(_ frame: Frame) { self.frame = frame }

  private static let (width, height) = (8, 17)

  package var svg: String {
    let (width, height) = (frame.size.columns * Self.width, frame.size.rows * Self.height)
    let isDark = frame.theme == .dark || frame.theme == .contrast
    let runs = (0..<frame.size.rows).flatMap { row in
      // The columns of one look after the other.
      frame.row(row).map { Cell(style: $0.style, lower: $0.lower) }.runs.map { run(row, $0) }
    }
    return """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" \
      viewBox="0 0 \(width) \(height)" font-family="monospace" font-size="13">
      <rect width="\(width)" height="\(height)" fill="\(isDark ? "#000000" : "#ffffff")"/>
      <g fill="\(isDark ? "#ffffff" : "#000000")">
      \(runs.joined())</g>
      </svg>

      """
  }

  private func run(_ row: Int, _ columns: Range<Int>) -> String {
    let cell = frame[row, columns.lowerBound]
    var look = Look(of: cell, colors: 256, theme: frame.theme)
    let (x, y) = (columns.lowerBound * Self.width, row * Self.height)
    let width = columns.count * Self.width
    func patch(_ color: Int?, _ y: Int, _ height: Int) -> String {
      color.map {
        "<rect x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(height)\" fill=\"\(Self.hex($0))\"/>\n"
      } ?? ""
    }
    if cell.lower != nil {
      let half = Self.height / 2
      return patch(look.foreground, y, half) + patch(look.background, y + half, Self.height - half)
    }
    if look.attributes.contains(.reversed) {
      (look.foreground, look.background) = (look.background ?? 231, look.foreground ?? 16)
    }
    let scalars = columns.map { frame[row, $0].scalar }.filter { $0 != Spelling.secondHalf }
    let text = String(String.UnicodeScalarView(scalars))
    let background = patch(look.background, y, Self.height)
    guard text.contains(where: { $0 != " " }) else { return background }
    return background + "<text x=\"\(x)\" y=\"\(y + 13)\" textLength=\"\(width)\" "
      + "xml:space=\"preserve\"\(Self.attributes(look))>\(text.xmlEscaped)</text>\n"
  }

  private static func attributes(_ look: Look) -> String {
    (look.foreground.map { " fill=\"\(hex($0))\"" } ?? "")
      + (look.attributes.contains(.bold) ? " font-weight=\"bold\"" : "")
      + (look.attributes.contains(.underlined) ? " text-decoration=\"underline\"" : "")
  }

  /// A colour of xterm's 256, of which 16 to 231 are a cube of 6×6×6, then 24 greys.
  ///
  /// Source: xterm's 256colres.h.
  private static func hex(_ color: Int) -> String {
    let cube = color - 16
    let parts =
      color >= 232
      ? Array(repeating: 8 + 10 * (color - 232), count: 3)
      : [cube / 36, cube / 6 % 6, cube % 6].map { $0 == 0 ? 0 : 55 + 40 * $0 }
    return "#"
      + parts.map { part in
        let digits = String(max(0, part), radix: 16)
        return digits.count < 2 ? "0" + digits : digits
      }.joined()
  }
}
