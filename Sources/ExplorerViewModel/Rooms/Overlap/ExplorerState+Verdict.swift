extension ExplorerState {
  /// Makes the overlap of a valid layer even: by the change that is chosen in the view of the
  /// verdict, or by the nearest one.
  mutating func applyAdvice() { applyAdvice(view == .verdict ? choice : 0) }

  mutating func applyAdvice(_ index: Int) {
    guard let pass else { return }
    guard let chosen = advice[at: index] else { return say(Self.nothingToFix(pass)) }
    let said = "even, \(chosen.pass.cost(relativeTo: pass))"
    let changes = chosen.changes(from: subject).joined(separator: ", ")
    change(to: chosen.subject)
    message = Message(text: "\(said): \(changes)", style: .good, short: said)
  }

  private static func nothingToFix(_ pass: ForwardPass) -> String {
    guard pass.layer.direction == .transposed else {
      return "the layer is valid, there is nothing to fix"
    }
    return pass.overlap.isEvenInside
      ? "the layer is valid and its overlap even, there is nothing to fix"
      : "no change near this layer makes its overlap even"
  }
}
