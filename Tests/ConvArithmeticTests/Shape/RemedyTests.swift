import SeededNumbers
import ConvArithmetic
import Testing

/// From any layer, change by change, to a valid one.
@Suite struct RemedyTests {
  /// Small numbers, some below every minimum; one in ten is up to 2³¹ − 1.
  private static func wild(_ random: inout SeededGenerator) -> Int {
    random.number(in: 1...10) == 1
      ? random.number(in: 1_000...Int(Int32.max)) : random.number(in: -3...12)
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func `every remedy takes its reason away`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<2_000 {
      let subject = random.layer(Self.wild)
      for reason in subject.reasons {
        let remedy = try #require(reason.remedy, "\(subject), \(reason)")
        var remedied = subject
        remedied.apply(remedy)
        let axis = reason.axis
        let remaining = remedied.reasons.filter { $0.name == reason.name && $0.axis == axis }
        #expect(remaining.isEmpty, "\(subject), \(reason), \(remedy)")
      }
    }
  }

  @Test(arguments: 5...8 as ClosedRange<UInt64>)
  func `taking the first remedy again and again leads to a valid layer`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<2_000 {
      let start = random.layer(Self.wild)
      var (subject, steps) = (start, 0)
      while let reason = subject.reasons.first {
        subject.apply(try #require(reason.remedy, "\(start), \(reason)"))
        steps += 1
        try #require(steps <= 24, "\(start) came to \(subject)")
      }
    }
  }

  @Test func `a remedy is the nearest value that will do`() {
    var subject = LayerCase.square(.convolution, input: 7, kernel: 5, padding: 1, dilation: 3)
    #expect(subject.reasons.first?.remedy == .number(.kernelSize, .height, 3))
    subject.layer.kernelSize = Spatial(square: 3)
    #expect(subject.reasons.isEmpty)
    subject.layer.kernelSize[.height] = 4
    #expect(subject.reasons.count == 1)

    subject = .square(.transposed, input: 2, kernel: 3, padding: 2)
    #expect(subject.reasons.last?.remedy == .number(.padding, .width, 1))
    subject = .square(.transposed, input: 2, kernel: 3, stride: 3, outputPadding: 5)
    #expect(subject.reasons.first?.remedy == .number(.outputPadding, .height, 2))
  }

  @Test(arguments: 1...12, 1...12)
  func `the nearest groups divide both channel numbers`(inChannels: Int, outChannels: Int) throws {
    let common = (1...12).filter { inChannels % $0 == 0 && outChannels % $0 == 0 }
    let base = LayerCase.square(.convolution, input: 4, kernel: 1)
    #expect(base.channels(inChannels, outChannels).layer.possibleGroups == common)
    for groups in 1...15 where !common.contains(groups) {
      let subject = base.channels(inChannels, outChannels, groups: groups)
      guard case .number(.groups, nil, let nearest) = subject.reasons.first?.remedy else {
        Issue.record("no remedy for \(subject)")
        continue
      }
      let distance = common.map { abs($0 - groups) }.min()
      #expect(nearest == common.first { abs($0 - groups) == distance }, "The smaller of two.")
    }
  }
}

extension Refusal.Reason {
  /// The kind of reason and whom it concerns, without its numbers.
  fileprivate var name: String {
    switch self {
    case .belowMinimum(let hyperparameter, _, _, _): "belowMinimum \(hyperparameter)"
    case .notDivisible(let hyperparameter, _, _, _): "notDivisible \(hyperparameter)"
    case .strideUnderSame: "strideUnderSame"
    case .channelsMismatch: "channelsMismatch"
    case .kernelExceedsInput: "kernelExceedsInput"
    case .outputPaddingTooLarge: "outputPaddingTooLarge"
    case .outputEmpty: "outputEmpty"
    case .causalOnSeveralAxes: "causalOnSeveralAxes"
    case .strideOverCausal: "strideOverCausal"
    case .copiesExceedInput: "copiesExceedInput"
    case .sizeTooLarge: "sizeTooLarge"
    }
  }

  fileprivate var axis: Axis? {
    switch self {
    case .belowMinimum(_, let axis, _, _): axis
    case .kernelExceedsInput(let axis, _, _, _, _), .outputPaddingTooLarge(let axis, _, _, _),
      .outputEmpty(let axis, _, _), .copiesExceedInput(let axis, _, _, _, _, _),
      .strideOverCausal(let axis, _, _), .sizeTooLarge(let axis):
      axis
    case .notDivisible, .strideUnderSame, .causalOnSeveralAxes, .channelsMismatch: nil
    }
  }
}
