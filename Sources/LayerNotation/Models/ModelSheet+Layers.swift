import ConvArithmetic

extension ModelSheet {
  /// The convolutions of a printed model or of source, in the order of the text, as far as their
  /// sizes are known.
  ///
  /// Other modules, and the connections between them, are not in it.
  ///
  /// `assumingPrintedOrder` takes the printed order for the one in which they run.
  package init(
    _ text: ModelText, title: String, from input: TensorShape?, assumingPrintedOrder: Bool = false
  ) {
    self.init(title, text.isSource ? .source : .printed)
    let layers = text.layers(from: input, assumingPrintedOrder: assumingPrintedOrder)
    var texts = RemarkTexts()
    for layer in layers {
      stages.append(stage(layer, batch: input == nil ? 1 : input?.batch, &texts))
    }
    self.input = input?.dimensions
    (problems, furtherProblems) = (text.problems, text.furtherProblems)
    isWhole = false
    // One module alone is all of it.
    let isUnread = [.forwardNotRead, .ownForward].contains(text.hidden?.sentence)
    if !text.isLone {
      notes = [isUnread ? Sentence.convolutionsOfForward() : Sentence.convolutionsAlone()]
    }
  }

  private mutating func stage(
    _ layer: ModelLayer, batch: Int?, _ texts: inout RemarkTexts
  ) -> ModelStage {
    var stage = ModelStage(layer.name, layer.layer.op.functionName)
    stage.module = .convolution(layer.layer)
    stage.parameters = layer.isNoted(.lazyChannels) ? 0 : layer.layer.learnableNumbers
    (stage.line, stage.repetitions) = (layer.line, layer.repetitions)
    guard let subject = layer.subject(batch: batch) else {
      (stage.basis, stage.reason) = (.unknown, layer.gap.map { texts.text($0) })
      stage.fault = fault(of: layer, &stage.reason)
      return stage
    }
    stage.module = .convolution(subject.layer)
    stage.parameters = subject.layer.learnableNumbers
    stage.input = subject.input.dimensions
    let assumptions = layer.allAssumptions.map(\.text)
    if !assumptions.isEmpty {
      (stage.basis, stage.reason) = (.assumed, assumptions.joined(separator: "; "))
    }
    do throws(Refusal) {
      try apply(&stage)
      let pass = self.pass(stage)
      stage.output = pass?.output.dimensions
      stage.multiplications = pass?[.multiplications]
    } catch {
      let reasons = error.lines.joined(separator: "; ")
      (stage.basis, stage.reason) = (.unknown, reasons)
      stage.fault = ModelFault(kind: .refused, text: reasons)
    }
    return stage
  }

  /// What is wrong with a layer whose sizes are not known: by itself, or with what comes to it.
  private func fault(of layer: ModelLayer, _ reason: inout String?) -> ModelFault? {
    if let refusal = layer.refusal {
      return ModelFault(kind: .refused, text: refusal.lines.joined(separator: "; "))
    }
    let refusals: [Sentence] = [
      .otherChannelsCome, .otherAxesCome, .moduleRefused, .noModuleOutput,
    ]
    guard let gap = layer.gap, refusals.contains(gap.sentence), let text = reason else {
      return nil
    }
    // What follows is not refused for that.
    if let first = stages.first(where: { $0.reason == text }) {
      reason = Sentence.noOutputBefore(first.path)
      return nil
    }
    // What has no output is a layer before it, which says so.
    if gap.sentence == .noModuleOutput, stages.last?.fault != nil { return nil }
    return ModelFault(kind: .refused, text: text)
  }
}

extension ModelLayer {
  /// Why it is refused whatever comes to it, as far as its numbers are all in the text.
  fileprivate var refusal: Refusal? {
    guard !isOpen, !isNoted(.takenFor) else { return nil }
    var layer = layer
    if layer.inChannels < 1, isNoted(.lazyChannels) { layer.inChannels = max(1, layer.groups) }
    return layer.refusal
  }

  /// What has to hold for its sizes to be what they are: those of its input, and what it makes of it.
  fileprivate var allAssumptions: [Remark] {
    assumptions + notes.filter { [.takenFor, .unpackedArguments].contains($0.sentence) }
  }
}
