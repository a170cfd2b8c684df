import ConvArithmetic

/// Presets as a list for people and for programs.
package struct PresetList: Sendable {
  private let presets: [Preset]

  package init(_ presets: [Preset]) { self.presets = presets }

  /// A line for each: name, layer, sizes, and what the overlap is like.
  ///
  /// - Parameter spelling: How it is written.
  /// - Returns: The lines, their columns aligned.
  package func text(_ spelling: Spelling) -> [String] {
    table.prefix(4).lines(spelling, hasTitles: false)
  }

  /// A table.
  package var markdown: [String] { table.markdown(isRuleSpaced: false) }

  private var table: Table {
    let columns: [Table.Column] = [
      .init("preset"), .init("layer"), .init("sizes", title: "input → output"), .init("overlap"),
      .init("source"),
    ]
    return Table(columns, texts: presets.map(row))
  }

  private func row(_ preset: Preset) -> [String] {
    let pass = try? preset.subject.forward()
    return [
      preset.name, preset.subject.layer.shorthand,
      "\(sizes(preset.subject.input.size)) → \(pass.map { sizes($0.output.size) } ?? "none")",
      pass.map { OverlapWords($0).short } ?? "", preset.source,
    ]
  }

  private func sizes(_ size: Spatial<Int>) -> String {
    size.height == size.width ? "\(size.height)" : "\(size.height)×\(size.width)"
  }
}

extension PresetList {
  /// An object in one line, with the list of presets; `case` is a line for `convscope batch`.
  package var json: [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.list("presets", presets) { writer, preset in
        writer.field("name", preset.name)
        writer.field("family", preset.family)
        writer.field("source", preset.source)
        writer.field("note", preset.note)
        if let pass = try? preset.subject.forward() {
          writer.field("output", pass.output.dimensions)
        }
        writer.object("case") { $0.fields(preset) }
      }
    }
    writer.endLine()
    return writer.bytes
  }

  /// A case a line, as `convscope batch` takes them; the name is the `id`.
  package var cases: [UInt8] {
    var writer = JSONWriter()
    for preset in presets {
      writer.object { $0.fields(preset) }
      writer.endLine()
    }
    return writer.bytes
  }
}

extension JSONWriter {
  /// The fields of a case; what has PyTorch's default is left out.
  fileprivate mutating func fields(_ preset: Preset) {
    let (layer, defaults) = (preset.subject.layer, ConvLayer())
    field("id", preset.name)
    field("op", layer.kind.opName)
    field("input", preset.subject.input.dimensions)
    field("in_channels", layer.inChannels)
    field("out_channels", layer.outChannels)
    field("kernel_size", layer.kernelSize)
    if layer.stride != defaults.stride { field("stride", layer.stride) }
    switch layer.padding {
    case .explicit(let cells): if cells != Spatial(square: 0) { field("padding", cells) }
    case .same, .valid: field("padding", layer.padding.text)
    }
    if layer.dilation != defaults.dilation { field("dilation", layer.dilation) }
    if layer.kind == .convTranspose2d, layer.outputPadding != defaults.outputPadding {
      field("output_padding", layer.outputPadding)
    }
    if layer.groups != defaults.groups { field("groups", layer.groups) }
    if layer.bias != defaults.bias { field("bias", layer.bias) }
  }

  private mutating func field(_ key: StaticString, _ pair: Spatial<Int>) {
    if pair.height == pair.width {
      field(key, pair.height)
    } else {
      field(key, [pair.height, pair.width])
    }
  }
}
