extension FactSection {
  /// What makes the overlap of a transposed layer even; nothing is said of a Conv2d.
  static func advice(_ pass: ForwardPass) -> FactSection {
    let title = "Advice: even overlap, same output size"
    guard pass.layer.direction == .transposed else { return FactSection(title: title, facts: []) }
    let advice = Advice.offered(pass)
    let equivalents = Equivalent.all(of: pass)
    return FactSection(
      title: title,
      facts: advice.enumerated().map { change($0 + 1, $1, pass) }
        + equivalents.map {
          Fact($0.name, value: "\($0.steps), \($0.convolution.cost(relativeTo: pass))")
        },
      notes: notes(pass, advice, hasEquivalents: !equivalents.isEmpty)
        + equivalents.map(\.identity))
  }

  private static func change(_ number: Int, _ advice: Advice, _ pass: ForwardPass) -> Fact {
    let present = LayerCase(layer: pass.layer, input: pass.input)
    return Fact(
      "change \(number)",
      value: advice.changes(from: present).joined(separator: ", ") + ": "
        + advice.pass.cost(relativeTo: pass))
  }

  private static func notes(
    _ pass: ForwardPass, _ advice: [Advice], hasEquivalents: Bool
  ) -> [String] {
    guard !pass.overlap.isEvenInside else {
      return ["Even inside: nothing to fix."] + (hasEquivalents ? [Sentence.costNote()] : [])
    }
    guard !advice.isEmpty else { return [Advice.noneText] }
    return ["\(pass.sizeText) \(Sentence.orderOfAdvice())", Sentence.costNote()]
  }
}

extension Advice {
  package static let noneText = Sentence.noAdvice(mostKernelStrides, mostDilationSteps)
}

extension ForwardPass {
  /// For which inputs a change that leaves the stride alone keeps the output size.
  package var sizeText: String {
    (axes.allSatisfy { $0.exactScale != nil } ? Sentence.keepsScale : .keepsSize)()
  }
}
