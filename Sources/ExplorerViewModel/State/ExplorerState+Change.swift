import ConvArithmetic
import LayerNotation

extension ExplorerState {
  /// Replaces what is explored and remembers the former, unless they are the same.
  mutating func change(to new: LayerCase) {
    guard new != subject else { return }
    history.remember(subject)
    replace(with: new)
  }

  mutating func changeLayer(_ action: Action) {
    switch action {
    case .toggleKind: toggleKind()
    case .toggleBias:
      var new = subject
      new.layer.bias.toggle()
      change(to: new)
    case .applyRemedy: applyRemedies()
    case .undo: recall(history.undo(from: subject), "nothing to undo")
    case .redo: recall(history.redo(from: subject), "nothing to redo")
    // A lesson begins anew where its screen does.
    case .reset: change(to: lesson?.screen?.subject ?? first)
    default: break
    }
  }

  private mutating func replace(with new: LayerCase) {
    lastChange = Difference(from: subject, to: new)
    subject = new
    if !row.applies(to: new.layer.kind) { selectRow(by: -1) }
    showChoice()
  }

  private mutating func recall(_ value: LayerCase?, _ otherwise: String) {
    if let value {
      replace(with: value)
    } else {
      message = Message(text: otherwise, style: .faint)
    }
  }

  private mutating func toggleKind() {
    var new = subject
    new.become(new.layer.kind == .conv2d ? .convTranspose2d : .conv2d)
    change(to: new)
  }

  /// Takes the nearest valid values, one reason after the other, until the layer is valid.
  private mutating func applyRemedies() {
    guard case .failure = outcome else { return applyAdvice() }
    var new = subject
    var changes: [String] = []
    // Each remedy takes one reason away; a few more than there can be reasons are enough.
    for _ in 0..<40 {
      guard case .failure(let refusal) = new.outcome,
        let remedy = refusal.reasons.compactMap(\.remedy).first
      else { break }
      new.apply(remedy)
      changes.append(remedy.text)
    }
    change(to: new)
    message =
      changes.isEmpty
      ? Message(text: "the layer is valid, there is nothing to mend", style: .faint)
      : Message(text: "now " + changes.joined(separator: ", "), style: .good)
  }
}
