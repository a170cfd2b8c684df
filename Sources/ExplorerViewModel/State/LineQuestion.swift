/// What a typed line answers, other than a command.
package enum LineQuestion: Equatable, Sendable {
  /// A value of the selected row.
  case value
  /// A number of the input or the kernel.
  case number
  /// The name of a snapshot; Enter once more replaces one that is there.
  case snapshot(replacing: SnapshotName?)
  /// The name of a file that the map is written to; Enter once more replaces one that is there.
  case file(replaces: Bool)
  /// The shape of the input of the whole model.
  case modelInput
  /// The shape of the input of one of its layers.
  case layerInput(Int)
  /// A module of the network: another one in its place, or one after it.
  case module(isNew: Bool)
  /// What the listed modules of the network have; the row that was chosen before.
  case filter(around: Int)

  /// The prompt before the line; `nil` for a line that is typed in its place on the page.
  func prompt(_ state: ExplorerState) -> String? {
    switch self {
    case .value, .number: nil
    case .snapshot: "name of the snapshot: "
    case .file: "file: "
    case .filter: "filter: "
    case .module(let isNew): isNew ? "insert: " : "module: "
    case .modelInput: Self.prompt("the model", state.model?.layers.first)
    case .layerInput(let index):
      (state.model?.layers[at: index]).map { Self.prompt($0.name, $0) }
    }
  }

  /// Asks for the input of a name, which has the axes of a layer: `input of up, N,C,H,W: `.
  private static func prompt(_ name: String, _ layer: ModelLayer?) -> String {
    "input of \(name), \((layer?.layer ?? ConvLayer()).inputLetters): "
  }

  /// The question once its line has been changed: another name asks again.
  var edited: LineQuestion { if case .file = self { .file(replaces: false) } else { self } }
}
