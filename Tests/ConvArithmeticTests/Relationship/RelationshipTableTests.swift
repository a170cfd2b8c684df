import ConvArithmetic
import Testing

/// The table of relationships, against the figures of Dumoulin & Visin (2018), loops of laws and
/// what PyTorch answers.
@Suite struct RelationshipTableTests {
  /// A figure of the guide along one axis, and the relationship that it is drawn for.
  struct Figure: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let subject: LayerCase
    let output: Int128
    let number: Int
    /// The stretched input and p' of a transposed figure.
    var associated: [Int128]?
  }

  /// Input, kernel, stride, padding, dilation and output.
  private static func ordinary(
    _ name: String, _ i: Int, _ k: Int, _ s: Int, _ p: Int, _ d: Int, _ o: Int128, R number: Int
  ) -> Figure {
    let subject = LayerCase.square(
      .convolution, input: i, kernel: k, stride: s, padding: p, dilation: d)
    return Figure(testDescription: name, subject: subject, output: o, number: number)
  }

  /// Input, kernel, stride, padding, a, output, stretched input and p'.
  private static func transposed(
    _ name: String, _ i: Int, _ k: Int, _ s: Int, _ p: Int, _ a: Int, _ o: Int128,
    _ associated: [Int128], R number: Int
  ) -> Figure {
    let subject = LayerCase.square(
      .transposed, input: i, kernel: k, stride: s, padding: p, outputPadding: a)
    return Figure(
      testDescription: name, subject: subject, output: o, number: number, associated: associated)
  }

  private static let figures = [
    ordinary("no_padding_no_strides", 4, 3, 1, 0, 1, 2, R: 1),
    ordinary("arbitrary_padding_no_strides", 5, 4, 1, 2, 1, 6, R: 2),
    ordinary("same_padding_no_strides", 5, 3, 1, 1, 1, 5, R: 3),
    ordinary("full_padding_no_strides", 5, 3, 1, 2, 1, 7, R: 4),
    ordinary("no_padding_strides", 5, 3, 2, 0, 1, 2, R: 5),
    ordinary("padding_strides", 5, 3, 2, 1, 1, 3, R: 6),
    ordinary("padding_strides_odd", 6, 3, 2, 1, 1, 3, R: 6),
    ordinary("dilation", 7, 3, 1, 0, 2, 3, R: 15),
    ordinary("counting", 5, 3, 1, 0, 1, 3, R: 1),
    ordinary("counting, strided", 5, 3, 2, 0, 1, 2, R: 5),
    transposed("no_padding_no_strides_transposed", 2, 3, 1, 0, 0, 4, [2, 2], R: 8),
    transposed("arbitrary_padding_no_strides_transposed", 6, 4, 1, 2, 0, 5, [6, 1], R: 9),
    transposed("same_padding_no_strides_transposed", 5, 3, 1, 1, 0, 5, [5, 1], R: 10),
    transposed("full_padding_no_strides_transposed", 7, 3, 1, 2, 0, 5, [7, 0], R: 11),
    transposed("no_padding_strides_transposed", 2, 3, 2, 0, 0, 5, [3, 2], R: 12),
    transposed("padding_strides_transposed", 3, 3, 2, 1, 0, 5, [5, 1], R: 13),
    transposed("padding_strides_odd_transposed", 3, 3, 2, 1, 1, 6, [5, 1], R: 14),
  ]

  @Test(arguments: figures)
  func `a figure is the most special case of its relationship`(figure: Figure) throws {
    let axis = try figure.subject.forward().axes.height
    let first = try #require(Relationship.applying(to: axis).first)
    #expect(first.subject.number == figure.number)
    #expect(first.output(axis).value.value == figure.output)
    let associated = first.associatedConvolution(axis)
    #expect((associated == nil) == (figure.associated == nil))
    guard let associated else { return }
    #expect(
      [associated.input, associated.padding].map { $0.value.value } == figure.associated)
    #expect(
      associated.zerosAtEnd.value.value == Int128(figure.subject.layer.outputPadding.height))
    #expect(associated.stride == 1)
  }

  @Test func `the table has the fifteen of the paper in their order, and three more`() {
    #expect(Relationship.all.compactMap(\.subject.number) == Array(1...15))
    #expect(Relationship.all.map(\.subject) == Relationship.Subject.allCases)
    #expect(
      Relationship.all.filter { $0.subject.number == nil }.map(\.subject) == [
        .dilatedTransposed, .same, .unequalPadding,
      ])
  }

  @Test func `every relationship but that of pooling applies to some axis`() {
    var seen: Set<Relationship.Subject> = []
    for (_, pass) in LayerCase.validSamples(3_000, seed: 15) {
      seen.formUnion(Relationship.applying(to: pass.axes.height).map(\.subject))
    }
    seen.formUnion(relationships(of: .square(.convolution, input: 9, kernel: 4), padding: .same))
    let uneven = Padding.explicit(Spatial(repeating: Ends(0, 1), count: 2))
    seen.formUnion(relationships(of: .square(.convolution, input: 9, kernel: 4), padding: uneven))
    #expect(Set(Relationship.Subject.allCases).subtracting(seen) == [.pooling])
  }

  @Test func `all that apply to a valid layer give the size of its forward pass`() throws {
    for (_, pass) in LayerCase.validSamples(3_000, seed: 7) {
      for axis in [pass.axes.height, pass.axes.width] {
        let applying = Relationship.applying(to: axis)
        #expect(!applying.isEmpty, "\(axis)")
        for relationship in applying {
          let output = relationship.output(axis).value
          #expect(output == Count(axis.output), "\(relationship.subject): \(axis)")
        }
      }
    }
  }

  @Test func `all that apply to a recorded layer give PyTorch's size`() throws {
    var checked = 0
    for recorded in try RecordedCases.recorded.get().accepted {
      let pass = try #require(try recorded.subject?.forward())
      let expected = try #require(recorded.expected.output?.suffix(2))
      for (axis, size) in zip([pass.axes.height, pass.axes.width], expected) {
        for relationship in Relationship.applying(to: axis) {
          #expect(relationship.output(axis).value == Count(size), "\(recorded.id)")
          checked += 1
        }
      }
    }
    #expect(checked > 8_000)
  }

  @Test func `the shown numbers give the output size, too`() throws {
    for (_, pass) in LayerCase.validSamples(500, seed: 3) {
      for relationship in Relationship.applying(to: pass.axes.width) {
        let shown = relationship.output(pass.axes.width)
        let names = Dictionary(uniqueKeysWithValues: shown.names.map { ($0.name, $0.value.value) })
        #expect(try FormulaReader.evaluate(shown.numbers) == Int128(pass.axes.width.output))
        #expect(
          try FormulaReader.evaluate(shown.symbols, names) == Int128(pass.axes.width.output),
          "\(shown.symbols)")
      }
    }
  }

  @Test func `the more special come first, and the most general last`() throws {
    #expect(
      relationships(of: .square(.convolution, input: 5, kernel: 3, padding: 1))
        == [.halfPadding, .paddingUnitStride, .paddingStrided, .dilated])
    #expect(
      relationships(of: .square(.transposed, input: 2, kernel: 3, stride: 2))
        == [.transposedNoPaddingStrided, .transposedPaddingStrided, .transposedAnyInput])
    #expect(
      relationships(of: .square(.transposed, input: 2, kernel: 3, stride: 2, dilation: 2))
        == [.dilatedTransposed])
  }

  @Test(arguments: [(2, 1), (4, 1), (4, 3), (3, 2)])
  func `same padding with an even kernel or a dilation is beyond the paper`(
    kernel: Int, dilation: Int
  ) {
    let subject = LayerCase.square(.convolution, input: 9, kernel: kernel, dilation: dilation)
    #expect(relationships(of: subject, padding: .same).contains(.same))
    #expect(!relationships(of: subject, padding: .same).contains(.halfPadding))
  }

  private func relationships(
    of subject: LayerCase, padding: Padding? = nil
  ) -> [Relationship.Subject] {
    var subject = subject
    if let padding { subject.layer.padding = padding }
    return (try? subject.forward()).map { pass in
      Relationship.applying(to: pass.axes.height).map(\.subject)
    } ?? []
  }

  @Test func `the associated convolution has the output size of the transposed layer`() throws {
    var checked = 0
    for (_, pass) in LayerCase.validSamples(3_000, seed: 21)
    where pass.layer.direction == .transposed {
      let axis = pass.axes.height
      for relationship in Relationship.applying(to: axis) {
        let associated = try #require(relationship.associatedConvolution(axis))
        let numbers = [
          associated.input, associated.zerosAtEnd, associated.kernelSize, associated.padding,
          associated.dilation,
        ].map { Int($0.value.value) }
        // PyTorch takes no negative padding, which would crop.
        guard numbers[3] >= 0 else { continue }
        let convolution = LayerCase.square(
          .convolution, input: numbers[0] + numbers[1], kernel: numbers[2], padding: numbers[3],
          dilation: numbers[4])
        #expect(convolution.outputSize == axis.output, "\(relationship.subject): \(axis)")
        checked += 1
      }
    }
    #expect(checked > 500)
  }

  @Test func `the inputs of one output are those that the floor takes to it`() throws {
    for (subject, pass) in LayerCase.validSamples(1_000, seed: 33)
    where pass.layer.direction == .convolution {
      let axis = pass.axes.height
      let inputs = try #require(axis.roundTrip?.inputs)
      for input in 1...12 {
        var other = subject
        other.input.size[.height] = input
        let isSame = (try? other.forward())?.output.size.height == axis.output
        #expect(isSame == inputs.contains(Count(input)), "\(axis) from \(input)")
      }
    }
  }
}
