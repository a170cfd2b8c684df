extension ExplorerState {
  /// The style of a row that is chosen; `nil` for one that is not.
  func choiceStyle(_ index: Int) -> Style? {
    index != choice ? nil : isListFocused ? .focus : .selected
  }
}

/// Texts of which one is chosen: all of them where there is room, otherwise the names of all, the
/// chosen one whole, and as many after it as fit.
struct ChosenText {
  struct Section {
    let name: String
    /// The text beside its name, and whether that is good.
    var mark: (text: String, isGood: Bool)?
    let lines: [[Span]]
  }

  let sections: [Section]
  let state: ExplorerState
  let writer: LineWriter

  func page(_ rows: Int) -> PageView.Page {
    let all = sections.indices.flatMap { [name($0)] + sections[$0].lines + [[]] }.dropLast()
    if all.count <= rows { return PageView.Page(lines: Array(all)) }
    let names = writer.flow(sections.indices.map(name), gap: 1)
    var lines: [[Span]] = []
    for section in sections.dropFirst(state.choice) {
      let title = lines.isEmpty ? [] : [[Span(" \(section.name)", .heading)]]
      let next = [[]] + title + section.lines
      guard lines.isEmpty || names.count + lines.count + next.count <= rows else { break }
      lines += next
    }
    return PageView.Page(head: names, lines: lines)
  }

  private func name(_ index: Int) -> [Span] {
    let style = state.choiceStyle(index)
    let mark = sections[index].mark.map { [Span(" \($0.text)", $0.isGood ? .good : .notice)] }
    return [Span(style == nil ? " " : "▸", .key), Span(sections[index].name, style ?? .heading)]
      + (mark ?? [])
  }
}
