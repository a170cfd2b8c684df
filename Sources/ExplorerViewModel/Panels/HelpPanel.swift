import ConvArithmetic
import LayerNotation

/// All keys, from the table that they are in, and the words that are used.
struct HelpPanel {
  let state: ExplorerState

  private static let keyWidth = 12
  private static let columnWidth = 39

  func draw(_ size: ScreenSize) -> Frame {
    var frame = Frame(size: size, spelling: state.capabilities.spelling)
    let lines = lines(width: size.columns)
    // The screen may have grown since the text was scrolled.
    let first = min(state.scroll, max(0, lines.count - size.rows))
    for (row, line) in lines.dropFirst(first).prefix(size.rows).enumerated() {
      frame.write(line, row: row)
    }
    frame.markMore(above: first > 0, below: lines.count - first > size.rows)
    return frame
  }

  /// The groups of keys, two beside each other where there is room, and the words below.
  func lines(width: Int) -> [[Span]] {
    let isWide = width >= 2 * Self.columnWidth
    let groups = KeyBinding.Group.allCases.map { lines($0, width: isWide ? .max : width) }
    guard isWide else { return groups.joined() + [[]] + words(width: width) }
    let left = Array(groups.prefix(2).joined())
    let right = Array(groups.dropFirst(2).joined())
    let rows = (0..<max(left.count, right.count)).map { row in
      padded(row < left.count ? left[row] : []) + (row < right.count ? right[row] : [])
    }
    return rows + [[]] + words(width: width)
  }

  private func lines(_ group: KeyBinding.Group, width: Int) -> [[Span]] {
    [[Span(" "), Span(group.rawValue, .heading)]]
      + KeyBinding.all.filter { $0.group == group }
      .flatMap { entry(Span($0.keyNames, .key), $0.help, width: width) }
  }

  private func words(width: Int) -> [[Span]] {
    [[Span(" "), Span("The words", .heading)]]
      + Self.glossary.flatMap { entry(Span($0, .value), $1, width: width - 1) }
  }

  /// A name and what it means, in as many lines as that takes.
  private func entry(_ name: Span, _ meaning: String, width: Int) -> [[Span]] {
    wrap(meaning, width: width - Self.keyWidth, state.capabilities.spelling)
      .enumerated().map { index, line in
        let start = Span(index == 0 ? "  \(name.text)" : "", name.style)
        return [pad(start, Self.keyWidth), Span(line)]
      }
  }

  private static let glossary = [
    ("padding", "A Conv2d adds that many zeros on each side; a ConvTranspose2d crops its output."),
    (
      "output_p.",
      "output_padding adds no zeros: it keeps that many more rows and columns at the end of the"
        + " output of a ConvTranspose2d, the last of which may receive nothing but the bias."
    ),
    ("taps", "Products of an input cell and a kernel tap that land in one output cell."),
    ("reads", "Outputs of a Conv2d that read an input cell: the same relation from its other end."),
    ("even", "The same number of taps everywhere inside; artefacts are still possible."),
    ("ψ λ A γ", "Filters, operations per filter, additions per filter, aggregation of channels."),
    ("MAC", "One multiplication and one addition."),
  ]

  private func padded(_ spans: [Span]) -> [Span] {
    let width = spans.reduce(0) { $0 + state.capabilities.spelling.width($1.text) }
    return spans + [Span(String(repeating: " ", count: max(1, Self.columnWidth + 1 - width)))]
  }

  private func pad(_ span: Span, _ width: Int) -> Span {
    let spaces = max(1, width - state.capabilities.spelling.width(span.text))
    return Span(span.text + String(repeating: " ", count: spaces), span.style)
  }
}

/// The presets, one a row, with what they are in PyTorch.
struct PresetPanel {
  let state: ExplorerState
  let selected: Int

  /// The first preset shown, and how many fit.
  private func window(_ size: ScreenSize) -> (first: Int, room: Int) {
    let room = max(1, size.rows - 4)
    return (min(max(0, selected - room / 2), max(0, Preset.all.count - room)), room)
  }

  /// The preset in a row of the panel.
  func preset(at row: Int, _ size: ScreenSize) -> Int? {
    let (first, room) = window(size)
    let index = first + row - 1
    return row >= 1 && row <= room && Preset.all.indices.contains(index) ? index : nil
  }

  func draw(_ size: ScreenSize) -> Frame {
    var frame = Frame(size: size, spelling: state.capabilities.spelling)
    frame.write("Presets", row: 0, column: 1, style: .heading)
    let (first, room) = window(size)
    for (offset, preset) in Preset.all.dropFirst(first).prefix(room).enumerated() {
      let isSelected = first + offset == selected
      let row = offset + 1
      if isSelected { frame.style(row: row, columns: 0..<size.columns, .selected) }
      let style: Style = isSelected ? .selected : .plain
      frame.write(isSelected ? "▸" : " ", row: row, column: 1, style: style)
      frame.write(preset.name, row: row, column: 3, style: style, width: 26)
      frame.write(preset.subject.layer.pytorchLine, row: row, column: 30, style: style)
      if isSelected { frame.cursor = Place(row: row, column: 1) }
    }
    guard Preset.all.indices.contains(selected) else { return frame }
    let preset = Preset.all[selected]
    frame.write(" \(preset.subject.layer.pytorchLine)", row: size.rows - 2, style: .value)
    frame.write(
      " \(preset.subject.input.text); \(preset.source)", row: size.rows - 1, style: .faint)
    return frame
  }
}
