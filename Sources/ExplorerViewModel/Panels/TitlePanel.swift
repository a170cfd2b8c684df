/// The first row: the kind of layer, the shapes, and whether the layer is valid.
struct TitlePanel {
  let state: ExplorerState

  func draw(_ size: ScreenSize) -> Frame {
    var frame = Frame(size: size, spelling: state.spelling)
    frame.style(row: 0, columns: 0..<size.columns, .title)
    let (statuses, style) = status
    let texts = kinds.map { " \($0)   \(shapes)" } + [" \(shapes)"]
    // The layer is worth more than a long verdict, and a verdict more than the layer.
    let pairs = texts.flatMap { text in statuses.map { (text, $0) } }
    let fitting = pairs.first { frame.spelling.width($0 + $1) < size.columns }
    let (text, status) = fitting ?? (" \(shapes)", statuses[statuses.count - 1])
    let room = max(0, size.columns - frame.spelling.width(status))
    frame.write(text, row: 0, style: .title, width: room)
    frame.write(status, row: 0, column: room, style: style)
    return frame
  }

  /// The layer as PyTorch has it, in long and short.
  private var kinds: [String] {
    let layer = state.subject.layer
    let kinds = [layer.pytorchLine.replacing("nn.", with: ""), layer.op.moduleName]
    let module = state.network?.module.map { [$0.name] } ?? []
    return module.flatMap { name in kinds.map { "\(name): \($0)" } } + module + kinds
  }

  private var shapes: String {
    let output = state.hidesResult ? "?" : state.pass?.output.text ?? "no output"
    return "\(state.subject.input.text) → \(output)"
  }

  /// Whether the layer is valid, in long and short.
  private var status: ([String], Style) {
    guard !state.hidesResult else { return ([" predict "], .title) }
    switch state.outcome {
    case .success(let pass):
      // Only a budget that is exceeded has anything to say here.
      let over = state.budget.exceeded(by: pass).map(\.limit.name)
      guard !over.isEmpty else { return ([" accepted by PyTorch ", " accepted "], .title) }
      return ([" ! over \(over.count == 1 ? over[0] : "budget") "], .bad)
    case .failure(let refusal):
      return ([" invalid: \(refusal.said.count.counted("reason")) "], .bad)
    }
  }
}
