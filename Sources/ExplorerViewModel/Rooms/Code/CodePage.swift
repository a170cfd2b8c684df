extension PageWriter {
  var code: PageView.Page {
    let sections = DialectFact.all(pass).map { fact in
      ChosenText.Section(
        name: fact.title, mark: fact.sizes.first.map { ($0.marked, $0.agrees) },
        lines: fact.lines(LineWriter(width: min(91, writer.width), spelling: writer.spelling)))
    }
    let key = Span(" \(Command.copyLine.keyNames)", .key)
    let words = [
      [key, Span(" copies the chosen code")],
      [Span(" e = d(k − 1) + 1, the dilated kernel", .faint)],
    ]
    let foot = writer.flow(words, gap: 1)
    var page = ChosenText(sections: sections, state: state, writer: writer).page(rows - foot.count)
    page.foot = foot
    return page
  }
}

extension ExplorerState {
  /// The chosen library's text, and what it is called; `nil` where there is no such layer.
  var chosenCode: (title: String, text: String, lines: [String])? {
    guard let fact = pass.map(DialectFact.all)?[at: choice] else { return nil }
    return (fact.title, fact.code.text, fact.code.lines)
  }
}

extension DialectFact {
  /// The code, and what is said about it; longer lines are hard to read.
  fileprivate func lines(_ writer: LineWriter) -> [[Span]] {
    let code = code.lines(width: writer.width - 2).map { line in
      [Span("  \(line)", line.hasPrefix("#") ? .faint : .plain)]
    }
    return code
      + comments.dropFirst().flatMap { comment in
        let style: Style = comment.contains("≠") ? .notice : comment.contains("✓") ? .good : .faint
        return writer.paragraph(comment, style, indent: 4)
      }
  }

  /// The layer as a piece of source text, everything but the code, which is ASCII, in comments.
  package func lines(_ spelling: Spelling, width: Int) -> [String] {
    let comments = comments.flatMap { wrap($0, width: width - 2, spelling) }
    return comments.map { "# \(spelling.text($0))" } + code.lines(width: width)
  }
}
