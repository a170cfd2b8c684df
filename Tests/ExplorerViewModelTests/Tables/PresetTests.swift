import ConvArithmetic
import ExplorerViewModel
import LayerNotation
import Testing

/// What the list of presets shows; the numbers themselves are tested with the arithmetic.
@Suite struct PresetTests {
  @Test func `names are unique and short, and sources and families are named`() {
    #expect(Set(Preset.all.map(\.name)).count == Preset.all.count)
    for preset in Preset.all {
      #expect(!preset.name.isEmpty && !preset.source.isEmpty && !preset.family.isEmpty)
      #expect(preset.name.unicodeScalars.count <= 34, "\(preset.name)")
    }
  }

  @Test func `the teaching presets come first, and have their sizes`() throws {
    // (4 − 1)·2 + 3 = 9; 9 + 1. (8 − 1)·2 − 2 + 3 + 1 = 16; 64·32·9 + 32.
    let known = [
      ("checkerboard, k3 s2", 9, 10),
      ("checkerboard, k3 s2 p1 op1", 16, 18_464), ("even, k4 s2 p1", 16, 32_800),
      ("the document's example", 3, 4),
    ]
    for (preset, known) in zip(Preset.all, known) {
      let pass = try preset.subject.forward()
      #expect(preset.name == known.0)
      #expect(pass.output.size == Spatial(square: known.1))
      #expect(pass[.parameters] == Count(known.2))
    }
  }

  @Test func `of each preset the list shows the line, the input, the source and the note`() throws {
    var state = try ExplorerState.on(80, 24, keys: "p")
    for preset in Preset.all {
      let lines = render(state).lines
      #expect(lines.contains { $0.hasPrefix(" ▸ \(preset.name) ") })
      let preview = lines[15...].joined(separator: " ").split(separator: " ")
        .joined(separator: " ")
      #expect(!preview.contains("…"), "\(preview)")
      #expect(preview.contains(preset.subject.layer.pytorchLine))
      #expect(preview.contains(preset.subject.input.text))
      #expect(preview.contains("source: \(preset.source)"))
      #expect(preview.contains(preset.note))
      try state.press("<Down>")
    }
  }

  @Test func `in the list nothing of a layer is cut at 80×24`() throws {
    var state = try ExplorerState.on(80, 24, keys: "p")
    for _ in 0..<10 {
      for line in render(state).lines[2..<15] { #expect(!line.contains("…"), "\(line)") }
      try state.press("<PgDn>")
    }
  }
}
