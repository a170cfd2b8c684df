/// The first row: the kind of layer, the shapes, and whether the layer is valid.
struct TitlePanel: Panel {
  @Boxed private(set) var state: ExplorerState

  init(state: ExplorerState) { _state = Boxed(wrappedValue: state) }

  func draw(_ size: ScreenSize) -> Frame {
    var frame = Frame(size: size, spelling: state.spelling)
    frame.style(row: 0, columns: 0..<size.columns, .title)
    let (statuses, style) = status
    let texts = kinds.map { " \($0)   \(shapes)" } + [" \(shapes)"]
    // The layer matters more than a long verdict, and a short verdict more than the layer.
    let pairs = texts.flatMap { text in statuses.map { (text, $0) } }
    let fitting = pairs.first { frame.spelling.width($0 + $1) < size.columns }
    let (text, status) = fitting ?? (" \(shapes)", statuses[statuses.count - 1])
    let room = max(0, size.columns - frame.spelling.width(status))
    frame.write(text, row: 0, style: .title, width: room)
    frame.write(status, row: 0, column: room, style: style)
    return frame
  }

  /// The network that the layer is of; the layer of an exercise is of none.
  private var network: OpenNetwork? { state.prediction?.exercise == nil ? state.network : nil }

  /// The selected module of a network, if it is not a convolution, or no input reaches it.
  private var module: (name: String, short: String, input: TensorShape?, output: TensorShape?)? {
    guard let network, state.view.room == .model || network.subject == nil,
      let selected = network.named.modules[at: network.selected],
      !network.isLayerSelected || network.subject == nil
    else { return nil }
    let shapes = network.sheet.flow.shapes
    return (
      "\(selected.name): \(selected.constructor.replacing("nn.", with: ""))", selected.name,
      selected.sources.first.flatMap { shapes[at: $0] }, shapes[at: network.selected + 1]
    )
  }

  /// The layer as PyTorch has it, in long and short.
  private var kinds: [String] {
    if let module { return [module.name, module.short] }
    let layer = state.subject.layer
    let kinds = [layer.pytorchLine.replacing("nn.", with: ""), layer.op.moduleName]
    let module = network?.module.map { [$0.name] } ?? []
    return module.flatMap { name in kinds.map { "\(name): \($0)" } } + module + kinds
  }

  private var shapes: String {
    if let module {
      guard let input = module.input else { return network?.sheet.noInput ?? "no input" }
      return "\(input.text) → \(module.output?.text ?? "no output")"
    }
    let output = state.hidesResult ? "?" : state.pass?.output.text ?? "no output"
    return "\(state.subject.input.text) → \(output)"
  }

  private static let accepted = [" accepted by PyTorch ", " accepted "]
  private static let assumed = [" accepted, input assumed ", " input assumed ", " assumed "]

  /// Whether the layer is valid, in long and short.
  private var status: ([String], Style) {
    guard !state.hidesResult else { return ([" predict "], .title) }
    if let module {
      return module.output != nil
        ? (Self.accepted, .title) : ([module.input == nil ? " no input " : " no output "], .bad)
    }
    switch state.outcome {
    case .success(let pass):
      // Only a budget that is exceeded is mentioned here.
      let over = state.budget.exceeded(by: pass).map(\.limit.name)
      guard !over.isEmpty else {
        return (state.hasAssumedInput ? Self.assumed : Self.accepted, .title)
      }
      return ([" ! over \(over.count == 1 ? over[0] : "budget") "], .bad)
    case .failure(let refusal):
      return ([" invalid: \(refusal.said.count.counted("reason")) "], .bad)
    }
  }
}
