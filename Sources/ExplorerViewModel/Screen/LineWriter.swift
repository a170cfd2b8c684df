/// Writes lines of some width: paragraphs, and numbers that end below each other.
package struct LineWriter {
  let width: Int
  let spelling: Spelling

  package init(width: Int, spelling: Spelling) { (self.width, self.spelling) = (width, spelling) }

  func paragraph(_ text: String, _ style: Style = .plain, indent: Int = 1) -> [[Span]] {
    wrap(text, width: width - indent, spelling).map { [Span(blanks(indent) + $0, style)] }
  }

  /// A name with a text that begins, in every line, in the same column.
  func named(_ name: Span, _ text: String, _ style: Style = .plain, column: Int) -> [[Span]] {
    let start = starting(name.text, column, name.style)
    return wrap(text, width: width - spelling.width(start.text), spelling).enumerated().map {
      [$0 == 0 ? start : Span(blanks(spelling.width(start.text))), Span($1, style)]
    }
  }

  /// A text that begins in the first of some columns, with a blank after it at least.
  func starting(_ text: String, _ columns: Int, _ style: Style = .plain) -> Span {
    Span(spelling.padded(text, to: columns, least: 1), style)
  }

  /// A text that ends in the last of some columns, with a blank before it at least.
  func ending(_ text: String, _ columns: Int, _ style: Style = .plain) -> Span {
    Span(spelling.padded(text, to: columns, .trailing, least: 1), style)
  }

  /// A name, and texts beside it that end in columns of the same width.
  func row(_ name: Span, _ nameWidth: Int, _ texts: [Span], _ width: Int) -> [Span] {
    [starting(name.text, nameWidth, name.style)] + texts.map { ending($0.text, width, $0.style) }
  }

  /// A text in no more columns than there are, cut with an ellipsis.
  package func shortened(_ text: String, to columns: Int) -> String {
    guard spelling.width(text) > columns else { return text }
    var shown = text.prefix(max(0, columns))
    while !shown.isEmpty, spelling.width(shown + "…") > columns { shown.removeLast() }
    return shown + "…"
  }

  func width(_ line: [Span]) -> Int { spelling.width(line) }

  /// Texts beside each other, the right one from a column on.
  func beside(_ left: [[Span]], _ right: [[Span]], at column: Int) -> [[Span]] {
    (0..<max(left.count, right.count)).map { row in
      let line = row < left.count ? left[row] : []
      guard row < right.count else { return line }
      return line + [Span(blanks(max(1, column - width(line))))] + right[row]
    }
  }

  /// Pieces that stay whole where a line holds them, in as many lines as they take.
  func flow(_ pieces: [[Span]], gap: Int) -> [[Span]] {
    var lines: [[Span]] = []
    for piece in pieces {
      if let last = lines.last, width(last) + gap + width(piece) <= width {
        lines[lines.count - 1] += [Span(blanks(gap))] + piece
      } else if let text = piece.first, piece.count == 1, width(piece) > width {
        lines += paragraph(text.text, text.style)
      } else {
        lines.append(piece)
      }
    }
    return lines
  }

  /// Lines as text, each with its end.
  func text(_ lines: [[Span]]) -> String {
    var frame = Frame(size: ScreenSize(columns: width, rows: lines.count), spelling: spelling)
    frame.write(lines: lines)
    return frame.text + "\n"
  }
}
