extension [Preset] {
  /// A line for each: name, layer, sizes, and what the overlap is like.
  package func listText(_ spelling: Spelling) -> [String] {
    table.prefix(4).lines(spelling, hasTitles: false)
  }

  package var listMarkdown: [String] { table.markdown(isRuleSpaced: false) }

  private var table: Table {
    let columns: [Table.Column] = [
      .init("preset"), .init("layer"), .init("sizes", title: "input → output"), .init("overlap"),
      .init("source"),
    ]
    return Table(columns, texts: map(row))
  }

  private func row(_ preset: Preset) -> [String] {
    let pass = try? preset.subject.forward()
    return [
      preset.name, preset.subject.layer.shorthand,
      "\(preset.subject.input.size.text("×")) → \(pass?.output.size.text("×") ?? "none")",
      pass.map { OverlapWords($0).short } ?? "", preset.source,
    ]
  }

  /// An object in one line, with the list of presets; `case` is a line for `convscope batch`.
  package var listJSON: [UInt8] {
    JSONWriter.line { json in
      json.list("presets", self) { json, preset in
        json.field("name", preset.name)
        json.field("family", preset.family)
        json.field("source", preset.source)
        json.field("note", preset.note)
        if let pass = try? preset.subject.forward() { json.field("output", pass.output.dimensions) }
        json.object("case") { $0.fields(preset) }
      }
    }
  }

  /// A case a line, as `convscope batch` takes them; the name is the `id`.
  package var cases: [UInt8] { flatMap { preset in JSONWriter.line { $0.fields(preset) } } }
}

extension JSONWriter {
  fileprivate mutating func fields(_ preset: Preset) {
    field("id", preset.name)
    fields(preset.subject)
  }
}
