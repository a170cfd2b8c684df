/// Everything about a network: its modules, and what the pages of its room say of the whole.
package struct NetworkReport {
  private let title: String
  package let sheet: NetworkSheet
  private let sections: [FactSection]

  package init(_ network: OpenNetwork) {
    (title, sheet) = (network.title, network.sheet)
    var state = ExplorerState(
      size: ScreenSize(columns: 80, rows: 24),
      capabilities: Capabilities(unicode: true, colors: 0))
    state.document = Document(network)
    state.show(.evenness)
    // Each sentence on one line, since it is wrapped later.
    let writer = LineWriter(width: 1 << 20, spelling: .unicode)
    let pages = [
      EvennessText(network, state, writer, rows: 0).page,
      NetworkFits(NetworkFits.Cause(sheet: sheet, rate: nil)).page(writer),
    ]
    let notes = sheet.named.notes.map(\.text)
    sections =
      [sheet.reachOfOutput] + pages.flatMap(\.sections)
      + (notes.isEmpty ? [] : [FactSection(title: "Notes", facts: [], notes: notes)])
  }

  package func lines(width: Int, _ spelling: Spelling) -> [String] {
    let writer = LineWriter(width: width, spelling: spelling)
    return [title] + sheet.lines + [""] + sheet.table.lines(spelling, hasTitles: true)
      + sections.flatMap { [""] + writer.texts($0) }
  }

  package func markdown(spell: (String) -> String) -> String {
    sheet.markdown(title, sections, spell: spell)
  }
}

extension PageView.Page {
  /// The notes below each heading, one per line.
  fileprivate var sections: [FactSection] {
    var sections: [FactSection] = []
    for line in lines {
      let text = line.map(\.text).joined().split(separator: " ").joined(separator: " ")
      if line.first?.style == .heading {
        sections.append(FactSection(title: text, facts: []))
      } else if !text.isEmpty, !sections.isEmpty {
        sections[sections.count - 1].notes.append(text)
      }
    }
    return sections
  }
}
