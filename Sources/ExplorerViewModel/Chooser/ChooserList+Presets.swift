import ConvArithmetic
import LayerNotation

extension ChooserList {
  /// The presets, with what they are in short.
  package static let presets = ChooserList(
    title: "Presets", detailColumn: 38, previewRows: 7, hasLayers: true,
    items: { _ in
      ChooserItems(
        Preset.all.map { preset in
          ChooserItem(
            preset.name, detail: preset.subject.layer.shorthand,
            words: preset.searchWords)
        })
    },
    preview: { _, index in
      guard Preset.all.indices.contains(index) else { return ChooserPreview(paragraphs: []) }
      let preset = Preset.all[index]
      let remarks = [Span(preset.note), Span("source: \(preset.source)", .faint)]
      return ChooserPreview(preset.subject, remarks: remarks.filter { !$0.text.isEmpty })
    },
    take: { state, index in
      if Preset.all.indices.contains(index) { state.change(to: Preset.all[index].subject) }
      return nil
    })
}
