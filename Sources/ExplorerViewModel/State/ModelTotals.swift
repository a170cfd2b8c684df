import ConvArithmetic
import LayerNotation

/// What a network or a model costs as a whole, and what each public counter would print for it.
struct ModelTotals: Sendable {
  let lines: [String]
  /// Empty where no convolution has a size.
  let counters: [String]

  /// `nil` where none is open.
  init?(_ state: ExplorerState) {
    let (layers, stages): ([(subject: LayerCase, times: Int)], Count)
    if let network = state.network {
      lines = network.sheet.totalTexts
      let modules = network.named.modules
      layers = modules.compactMap { $0.subject(network.sheet.flow).map { ($0, 1) } }
      stages = Count(modules.count)
    } else if let model = state.model {
      let known = model.layers.indices.compactMap { place in
        model.subject(place).map { ($0, model.layers[place]) }
      }
      // What counters see of complex numbers is not recorded.
      layers = known.filter { !$1.notes.contains { $0.sentence == .complexNumbers } }
        .map { ($0, $1.repetitions) }
      stages = model.layers.reduce(0) { $0 + Count($1.repetitions) }
      let parameters = model.layers.reduce(Count(0)) {
        $0 + $1.layer.learnableNumbers * Count($1.repetitions)
      }
      lines = [
        model.countText, "\(parameters.words) parameters in them",
        "the sizes of \(known.count.grouped) of \(model.layers.count.grouped) are known",
      ]
    } else {
      return nil
    }
    let table = ToolTotal.table(ToolTotal.all(layers), of: stages)
    counters = layers.isEmpty ? [] : table.lines(state.spelling, hasTitles: true)
  }

  static let nothing = "no convolution has a size, so counters have nothing to count"

  /// In plain mode.
  var texts: [String] { lines + [counters.isEmpty ? Self.nothing : ToolTotal.heading] + counters }
}
