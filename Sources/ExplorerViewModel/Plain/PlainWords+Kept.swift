import ConvArithmetic
import LayerNotation

extension PlainWords {
  /// The layers of the model, each with its number.
  var layers: [String] {
    guard let model = state.model else { return ["no model is open: convscope --plain model.txt"] }
    let lines = model.layers.indices.map { "\($0 + 1)  \(model.line($0))" }
    return [model.countText] + lines + model.problemLines.map { "not understood: \($0)" }
      + ["`layer 1` explores the first"]
  }

  /// What became of the wish to explore a layer; without a number, all of them.
  func layer(_ text: String) -> [String] { state.model == nil || text.isEmpty ? layers : changed }

  var snapshots: [String] {
    guard !state.snapshots.isEmpty else { return ["no snapshots; `keep NAME` keeps one"] }
    return state.snapshots.map { "\($0.name.text): \($0.shorthand)" }
  }

  /// The presets that have all words, with their numbers in the list of all.
  func presets(_ words: String) -> [String] {
    let found = Preset.matching(words)
    let lines = Preset.all.enumerated().filter { found.contains($1) }
      .map { "\($0 + 1)  \($1.name): \($1.subject.layer.pytorchLine)" }
    return lines.isEmpty ? ["no preset has all of these words"] : lines
  }
}
