import ConvArithmetic
import Testing

/// Layers that PyTorch 2.13 refuses, and those that it should have refused.
@Suite struct RecordedRefusalsTests {
  private let cases: RecordedCases

  init() throws { cases = try RecordedCases.recorded.get() }

  @Test func `what PyTorch refuses is refused, and for its reason`() throws {
    for recorded in cases.refused {
      let message = try #require(recorded.expected.message, "\(recorded.id)")
      let row = try #require(RefusalMessage.row(for: message), "\(recorded.id): \(message)")
      let reasons = try #require(recorded.subject, "\(recorded.id)").reasons
      #expect(reasons.contains(where: row.means), "\(recorded.id): \(message)")
    }
  }

  @Test func `each kind of message was recorded`() {
    let messages = (cases.refused + cases.accidents).compactMap(\.expected.message)
    for row in RefusalMessage.all {
      #expect(messages.contains { $0.contains(row.fragment) }, "\(row.fragment)")
    }
  }

  @Test func `an input of rank 1, 2 or 5, or another word for padding, is no layer case`() {
    for recorded in cases.inexpressible {
      #expect(!recorded.expected.ok, "\(recorded.id)")
      let hasRank = TensorShape(dimensions: recorded.input, axes: 2) != nil
      let message = recorded.expected.message ?? ""
      #expect(hasRank != message.hasPrefix("Expected 3D (unbatched) or 4D (batched) input"))
      #expect(hasRank == message.hasPrefix("Invalid padding string"), "\(recorded.id)")
    }
    #expect(cases.inexpressible.count { TensorShape(dimensions: $0.input, axes: 2) == nil } == 18)
    #expect(cases.inexpressible.count { $0.layerPadding == nil } == 6)
  }

  @Test func `where float64 answers otherwise than float32, float64 is right`() throws {
    let disputed = cases.accidents.filter { $0.expected.float64 != nil }
    #expect(disputed.count == 11)
    for recorded in disputed {
      #expect(recorded.expected.float64?.ok == false, "\(recorded.id)")
      #expect(throws: Refusal.self, "\(recorded.id)") { try recorded.subject?.forward() }
    }
  }

  /// A layer that makes no sense, and that PyTorch lets pass now and then.
  struct Accident: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let fragment: String
    let count: Int
  }

  @Test(arguments: [
    // oneDNN does not look at the dilation of a kernel of 1, nobody at that of an empty batch.
    Accident(
      testDescription: "dilation 0", fragment: "dilation should be greater than zero", count: 7),
    // oneDNN returns an empty tensor, depending on batch, groups and size; so does an empty batch.
    Accident(testDescription: "an empty output", fragment: "Output size is too small", count: 14),
    // An empty batch is returned before the sizes are checked.
    Accident(
      testDescription: "an empty input", fragment: "Only zero batch or zero channel inputs",
      count: 2),
    Accident(
      testDescription: "too large an output_padding",
      fragment: "output padding must be smaller than either stride or dilation", count: 4),
  ])
  func `what passes by accident only is refused always`(_ accident: Accident) throws {
    let row = try #require(RefusalMessage.all.first { $0.fragment == accident.fragment })
    let cases = cases.accidents.filter { $0.expected.message?.contains(row.fragment) == true }
    #expect(cases.count == accident.count)
    for recorded in cases {
      let reasons = try #require(recorded.subject, "\(recorded.id)").reasons
      #expect(reasons.contains(where: row.means), "\(recorded.id)")
    }
  }

  @Test func `a layer without input channels is refused, though PyTorch returns no channels`() {
    let cases = cases.accidents.filter { $0.inChannels == 0 }
    #expect(cases.count == 3)
    for recorded in cases {
      #expect(recorded.expected.output?[1] == 0, "\(recorded.id)")
      #expect(
        recorded.subject?.reasons
          == [.belowMinimum(.inChannels, nil, value: 0, minimum: 1)], "\(recorded.id)")
    }
  }
}
