import ConvArithmetic
import LayerNotation
import Testing

/// A wrong answer worked out by hand, and what is to be said of it.
struct WrongAnswer: Sendable, CustomTestStringConvertible {
  let idea: Misconception.Idea
  let kind: Question.Kind
  let subject: LayerCase
  let given: String
  let reason: String
  /// What else would lead to the same number.
  let others: [Misconception.Idea]
  var testDescription: String { "\(idea): \(kind) \(given)" }

  init(
    _ idea: Misconception.Idea, _ kind: Question.Kind, _ subject: LayerCase, _ given: String,
    _ reason: String, also others: [Misconception.Idea] = []
  ) {
    (self.idea, self.kind, self.subject) = (idea, kind, subject)
    (self.given, self.reason, self.others) = (given, reason, others)
  }

  func check() throws {
    let question = try #require(Question(kind, subject.forward()))
    let numbers = try #require(question.read(given))
    let judgement = try #require(question.judge(numbers))
    #expect(!judgement.isRight)
    #expect(judgement.mistakes.map(\.idea) == [idea] + others)
    let mistake = try #require(judgement.mistakes.first)
    #expect(question.reason(mistake) == reason)
    #expect(question.text(mistake.answer) == question.text(numbers))
  }
}

/// A Conv2d on one square sample, one channel unless more are said.
func ordinary(
  _ input: Int, k: Int, s: Int = 1, p: Int = 0, d: Int = 1,
  _ change: (inout ConvLayer) -> Void = { _ in }
) -> LayerCase {
  numbers(.convolution, input, k, s, p, d, 0, change)
}

/// A ConvTranspose2d, likewise.
func transposed(
  _ input: Int, k: Int, s: Int = 1, p: Int = 0, d: Int = 1, a: Int = 0,
  _ change: (inout ConvLayer) -> Void = { _ in }
) -> LayerCase {
  numbers(.transposed, input, k, s, p, d, a, change)
}

private func numbers(
  _ kind: ConvLayer.Direction, _ input: Int, _ k: Int, _ s: Int, _ p: Int, _ d: Int, _ a: Int,
  _ change: (inout ConvLayer) -> Void
) -> LayerCase {
  subject(
    layer(kind, 1, 1, Spatial(square: k)) {
      $0.stride = Spatial(square: s)
      $0.padding = .explicit(Spatial(square: p))
      $0.dilation = Spatial(square: d)
      $0.outputPadding = Spatial(square: a)
      change(&$0)
    }, input: input)
}

extension ConvLayer {
  /// Channels from and to, in groups.
  mutating func channels(_ inChannels: Int, _ outChannels: Int, groups: Int = 1) {
    (self.inChannels, self.outChannels, self.groups) = (inChannels, outChannels, groups)
  }
}
