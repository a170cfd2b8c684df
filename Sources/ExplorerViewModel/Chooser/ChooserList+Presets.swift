import ConvArithmetic
import LayerNotation

extension ChooserList {
  /// The presets, with what they are in short.
  package static let presets = ChooserList(
    title: "Presets", detailColumn: 38, previewRows: 7, hasLayers: true,
    items: { _ in
      ChooserItems(
        Preset.all.map {
          ChooserItem($0.name, detail: $0.subject.layer.shorthand, words: $0.searchWords)
        })
    },
    preview: { _, index in
      guard let preset = Preset.all[at: index] else { return ChooserPreview() }
      let remarks = [Span(preset.note), Span("source: \(preset.source)", .faint)]
      return ChooserPreview(preset.subject, remarks: remarks.filter { !$0.text.isEmpty })
    },
    take: { state, index in
      if let preset = Preset.all[at: index] { state.change(to: preset.subject) }
      return nil
    })
}
