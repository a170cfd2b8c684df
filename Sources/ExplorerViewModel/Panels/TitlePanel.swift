import ConvArithmetic
import LayerNotation

/// The first row: the kind of layer, the shapes, and whether the layer is valid.
struct TitlePanel {
  let state: ExplorerState

  func draw(_ size: ScreenSize) -> Frame {
    var frame = Frame(size: size, spelling: state.spelling)
    frame.style(row: 0, columns: 0..<size.columns, .title)
    let (status, style) = status
    // The verdict is short and comes first; the shapes have the rest.
    let room = max(0, size.columns - frame.spelling.width(status))
    let texts = kinds.map { " \($0)   \(shapes)" }
    let text = texts.first { frame.spelling.width($0) < room } ?? " \(shapes)"
    frame.write(text, row: 0, style: .title, width: room)
    frame.write(status, row: 0, column: room, style: style)
    return frame
  }

  /// The layer as PyTorch has it, in long and short.
  private var kinds: [String] {
    let layer = state.subject.layer
    return [layer.pytorchLine.replacing("nn.", with: ""), layer.op.moduleName]
  }

  private var shapes: String {
    let output = state.hidesResult ? "?" : state.pass?.output.text ?? "no output"
    return "\(state.subject.input.text) → \(output)"
  }

  private var status: (String, Style) {
    guard !state.hidesResult else { return (" predict ", .title) }
    switch state.outcome {
    case .success(let pass):
      // Only a budget that is exceeded has anything to say here.
      let over = state.budget.exceeded(by: pass).map(\.limit.name)
      guard !over.isEmpty else { return (" valid ", .title) }
      return (" ! over \(over.count == 1 ? over[0] : "budget") ", .bad)
    case .failure(let refusal):
      let count = refusal.said.count
      return (" invalid: \(count) reason\(count == 1 ? "" : "s") ", .bad)
    }
  }
}
