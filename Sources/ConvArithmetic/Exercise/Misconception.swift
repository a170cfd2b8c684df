/// A wrong idea of how a number comes about, and the wrong number that it leads to.
package struct Misconception: Sendable {
  /// What the idea is; the words are the interface's.
  package enum Idea: CaseIterable, Equatable, Sendable {
    // Of sizes.
    case paddingAdded, paddingCountedOnce, paddingForgotten
    case outputPaddingOnBothSides, outputPaddingForgotten
    case dilationIgnored, spanOfAllTaps
    case quotientRoundedUp, plusOneForgotten, minusOneForgotten
    case sizeOfOtherKind, strideMultiplied, strideForgotten, strideAlone
    case axesSwapped

    // Of channels.
    case channelsSwapped, inChannelsForgotten
    case groupsForgotten, groupsDividedTwice, groupsOnOtherChannels
    case biasForgotten, biasAdded, biasPerWeight
    case kernelOfOneSide

    // Of counts.
    case multiplyAccumulateTwice, placesOfOtherKind, batchForgotten, biasAsProduct
    case uselessLeftOut, copiesForgotten
    case firstTermCounted, holesLeftOut, cropForgotten, allTapsEverywhere

    // Of the overlap.
    case oneAxis, axesAdded, allTapsMeet, quotientRoundedDown, remainderTaken, gapsAsTaps
    case bordersIgnored

    // Of two layers in a row, and of the inputs that fit.
    case oneLayerAlone, kernelsAdded, restIgnored
  }

  package let idea: Idea
  package let kinds: Set<Question.Kind>
  private let wrong: @Sendable (Question) -> [Formula]?

  /// A row says how each number of an answer would be computed; `nil` where nobody would think so.
  init(
    _ idea: Idea, _ kinds: Set<Question.Kind>,
    shape wrong: @escaping @Sendable (Question, LayerQuantities<Formula>) -> [Formula]?
  ) {
    (self.idea, self.kinds) = (idea, kinds)
    self.wrong = { question in wrong(question, LayerQuantities(pass: question.pass)) }
  }

  init(
    _ idea: Idea, _ kinds: Set<Question.Kind>,
    _ wrong: @escaping @Sendable (LayerQuantities<Formula>) -> Formula?
  ) {
    self.init(idea, kinds) { _, layer in wrong(layer).map { [$0] } }
  }

  /// A row about the output size, along each axis by itself.
  init(_ idea: Idea, size wrong: @escaping @Sendable (AxisSymbols) -> Formula?) {
    self.init(idea, Question.Kind.sizes) { question, layer in
      let sizes = question.pass.axes.map { wrong(AxisSymbols($0)) }
      if case .outputSize(let axis) = question.kind { return sizes[axis].map { [$0] } }
      return sizes.complete().map(layer.shape)
    }
  }
}

extension Question.Kind {
  static let sizes = Set(
    [.outputShape] + (1...3).flatMap { Axis.axes($0) }.map { Question.Kind.outputSize($0) })
}

/// A wrong answer, and the idea that it comes from.
package struct Mistake: Equatable, Sendable {
  package let idea: Misconception.Idea
  package let formulas: [Formula]
  package let answer: [Count]
}

extension Misconception {
  /// The wrong answer to a question; `nil` where the idea does not lead astray: it is about
  /// something else, its numbers do not fit or make no sense, or the right answer comes out all the
  /// same.
  package func mistake(_ question: Question) -> Mistake? {
    guard kinds.contains(question.kind), let formulas = wrong(question),
      case let answer = formulas.map(\.value), !answer.contains(where: \.isOverflow),
      answer != question.answer,
      isSensible(answer, beside: question)
    else { return nil }
    return Mistake(idea: idea, formulas: formulas, answer: answer)
  }

  /// Nobody takes a size or a number of things for less than 1; the document's A can be.
  private func isSensible(_ answer: [Count], beside question: Question) -> Bool {
    question.kind == .additionsPerFilter
      || zip(answer, question.answer).allSatisfy { $0 >= 1 || $0 == $1 }
  }
}

extension Question {
  /// All wrong answers that a misconception leads to, the most common first.
  package var mistakes: [Mistake] { Misconception.all.compactMap { $0.mistake(self) } }

  /// Whether an answer is right, and if not, where it may come from; `nil` for another number of
  /// numbers than it has.
  package func judge(_ given: [Count]) -> Judgement? {
    given.count == answer.count ? Judgement(question: self, given: given) : nil
  }
}

/// What is to be said of an answer.
package struct Judgement: Equatable, Sendable {
  package let question: Question
  package let given: [Count]
  /// The misconceptions that lead to exactly this answer, the most common first; none for a right
  /// answer, and for one that nobody knows the reason of.
  package let mistakes: [Mistake]

  fileprivate init(question: Question, given: [Count]) {
    (self.question, self.given) = (question, given)
    mistakes = given == question.answer ? [] : question.mistakes.filter { $0.answer == given }
  }

  package var isRight: Bool { given == question.answer }

  /// How far each number is off; `nil` where that does not fit.
  package var distances: [Count?] {
    zip(given, question.answer).map { given, right in (given - right).fitting }
  }
}
