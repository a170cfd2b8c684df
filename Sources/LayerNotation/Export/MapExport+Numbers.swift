import ConvArithmetic

extension MapExport {
  /// Numbers in lines: title, column numbers above, row numbers in front, legend below.
  ///
  ///             1 1
  ///     0 1 … 9 0 1
  ///     …
  func writeText(_ spell: (String) -> String, _ emit: (String) throws -> Void) rethrows {
    try emit("\(title)\n\(spell(shapes))\n\(subject)\n\n")
    let width = "\(maximum)".count
    let margin = String(max(0, rows.count - 1)).count
    for line in columnNumbers(width) { try emit(blanks(margin + 2) + line + "\n") }
    for (row, rowCount) in rows.enumerated() {
      let cells = columns.map { ending("\(rowCount * $0)", width) }
      try emit(ending("\(row)", margin) + "  " + cells.joined(separator: " ") + "\n")
    }
    try emit("\n")
    for entry in legend { try emit(spell(entry.text) + "\n") }
  }

  /// The column numbers, in several lines of digits where the columns are narrower than they.
  private func columnNumbers(_ width: Int) -> [String] {
    let numbers = columns.indices.map(String.init)
    let most = numbers.last?.count ?? 1
    guard most > width else {
      return [numbers.map { ending($0, width) }.joined(separator: " ")]
    }
    let padded = numbers.map { ending($0, most) }
    return (0..<most).map { place in
      let digits = padded.map { ending(String($0.dropFirst(place).prefix(1)), width) }
      return digits.joined(separator: " ")
    }
  }

  private func ending(_ text: String, _ width: Int) -> String {
    blanks(width - text.utf8.count) + text
  }

  /// A table: a line of column numbers, then a line a row, its number first.
  ///
  /// Numbers have nothing that needs quotes. Lines end as the format demands; it has no comments,
  /// so there is neither title nor legend. Source: RFC 4180.
  func writeCSV(_ emit: (String) throws -> Void) rethrows {
    try emit("row," + columns.indices.map(String.init).joined(separator: ",") + "\r\n")
    for (row, rowCount) in rows.enumerated() {
      let cells = columns.map { "\(rowCount * $0)" }
      try emit("\(row)," + cells.joined(separator: ",") + "\r\n")
    }
  }
}

// MARK: PGM
extension MapExport {
  private static let mostGrey: Count = 65535

  /// A plain grey picture: a pixel a cell, the count as its brightness, black where nothing is.
  ///
  /// Lines have at most 70 characters, as its page demands, but for the title's.
  /// Source: <https://netpbm.sourceforge.net/doc/pgm.html>.
  func writePGM(_ emit: (String) throws -> Void) rethrows {
    let isScaled = maximum > Self.mostGrey
    try emit(
      "P2\n# \(title)\n# input \(pass.input.text), output \(pass.output.text)\n# \(subject)\n")
    for entry in legend {
      // Its page promises nothing about characters beyond ASCII.
      try emit("# " + String(entry.text.map { $0 == "–" ? "-" : $0 }) + "\n")
    }
    if isScaled {
      try emit("# scaled: \(Self.mostGrey) stands for \(maximum), rounded\n")
    }
    try emit(
      "\(columns.count) \(rows.count)\n\(isScaled ? Self.mostGrey : max(1, maximum))\n"
    )
    for rowCount in rows {
      let cells = columns.map { "\(isScaled ? scaled(rowCount * $0) : rowCount * $0)" }
      try emit(Self.filled(cells))
    }
  }

  private func scaled(_ count: Count) -> Count {
    // The share first where the product would not fit.
    let product = count * Self.mostGrey
    return product.isOverflow
      ? min(Self.mostGrey, count.floorDivided(by: maximum.floorDivided(by: Self.mostGrey)))
      : (product + maximum.floorDivided(by: 2)).floorDivided(by: maximum)
  }

  /// Words in lines of at most 70 characters.
  private static func filled(_ words: [String]) -> String {
    var (text, length) = ("", 0)
    for word in words {
      let fits = length + 1 + word.utf8.count <= 70
      text += (length == 0 ? "" : fits ? " " : "\n") + word
      length = word.utf8.count + (fits && length > 0 ? length + 1 : 0)
    }
    return text + "\n"
  }
}
