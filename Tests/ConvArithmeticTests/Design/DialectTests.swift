import ConvArithmetic
import SeededNumbers
import Testing

/// Layers in other libraries: their rules of sizes, and that what they are told does the same.
@Suite struct DialectTests {
  /// One axis of a layer, and the sizes that the words of the libraries give.
  struct Sample: Sendable, CustomStringConvertible {
    let kind: ConvLayer.Direction
    let input: Int
    let kernel: Int
    let stride: Int
    var dilation = 1
    let same: Int
    let valid: Int

    var description: String { "\(kind) i\(input) k\(kernel) s\(stride) d\(dilation)" }

    var subject: LayerCase {
      .square(kind, input: input, kernel: kernel, stride: stride, dilation: dilation)
    }
  }

  /// By hand: ⌈i/s⌉ and ⌈(i − e + 1)/s⌉, s·i and s·i + max(e − s, 0).
  static let samples = [
    Sample(kind: .convolution, input: 6, kernel: 3, stride: 2, same: 3, valid: 2),
    Sample(kind: .convolution, input: 7, kernel: 3, stride: 2, same: 4, valid: 3),
    Sample(kind: .convolution, input: 224, kernel: 7, stride: 2, same: 112, valid: 109),
    Sample(kind: .convolution, input: 9, kernel: 3, stride: 1, dilation: 3, same: 9, valid: 3),
    Sample(kind: .convolution, input: 5, kernel: 1, stride: 3, same: 2, valid: 2),
    Sample(kind: .transposed, input: 3, kernel: 2, stride: 3, same: 9, valid: 9),
    Sample(kind: .transposed, input: 4, kernel: 3, stride: 2, same: 8, valid: 9),
    Sample(kind: .transposed, input: 8, kernel: 4, stride: 2, same: 16, valid: 18),
    Sample(kind: .transposed, input: 5, kernel: 3, stride: 1, dilation: 2, same: 5, valid: 9),
  ]

  @Test(arguments: samples)
  func `the words for padding give the sizes that their libraries document`(
    sample: Sample
  ) throws {
    let pass = try sample.subject.forward()
    for dialect in [Dialect.keras, .jax] {
      let words = dialect.plan(pass).words
      #expect(words.map(\.word) == [.same, .valid])
      #expect(words.map(\.output.height) == [Count(sample.same), Count(sample.valid)])
    }
  }

  @Test func `the words for padding give the sizes that the libraries answered`() throws {
    #expect(RecordedPaddingWords.rows.count == 60)
    for row in RecordedPaddingWords.rows {
      let subject = LayerCase.square(
        row.kind, input: row.input, kernel: row.kernel, stride: row.stride, dilation: row.dilation)
      let words = Dialect.jax.plan(try subject.forward()).words
      #expect(
        words.map(\.output) == [row.same, row.valid].map { Spatial(square: Count($0)) }, "\(row)")
    }
  }

  @Test func `Keras is told same with the output_padding that gives PyTorch's numbers there`()
    throws
  {
    for row in RecordedTransposedWords.keras {
      let subject = LayerCase.square(
        .transposed, input: row.input, kernel: row.kernel, stride: row.stride,
        padding: row.padding, outputPadding: row.outputPadding)
      let plan = Dialect.keras.plan(try subject.forward())
      var told: [DialectConvolution.Rule] = []
      for case .convolve(let layer) in plan.steps { told.append(layer.rule) }
      let number = row.sameOutputPadding.map { Spatial(square: Count($0)) }
      if row.isSame {
        #expect(told == [.kerasTransposed(.same, outputPadding: nil)], "\(row)")
      } else if row.padding > 0, let number {
        #expect(told == [.kerasTransposed(.same, outputPadding: number)], "\(row)")
      } else {
        #expect(plan.steps.count == (row.padding > 0 ? 2 : 1), "\(row)")
      }
    }
  }

  @Test func `Keras's output_padding of 0 makes the sizes that it answered`() throws {
    for row in RecordedTransposedWords.keras {
      let subject = LayerCase.square(
        .transposed, input: row.input, kernel: row.kernel, stride: row.stride)
      let plan = Dialect.keras.plan(try subject.forward())
      let words = plan.words.map(\.output.height)
      let recorded = [row.zeroSame, row.zeroValid].map { $0.map { Count($0) } }
      guard words != recorded else { continue }
      let zero = DialectLimit.zeroOutputPadding(
        same: recorded[0].map { Spatial(square: $0) }, valid: Spatial(square: Count(row.zeroValid)))
      #expect(plan.limits.contains(zero), "\(row)")
    }
  }

  @Test func `ONNX's auto_pad of a transposed layer makes the sizes that were answered`() throws {
    for row in RecordedTransposedWords.onnx {
      let subject = LayerCase.square(
        .transposed, input: row.input, kernel: row.kernel, stride: row.stride,
        outputPadding: row.outputPadding)
      let plan = Dialect.onnx.plan(try subject.forward())
      #expect(plan.words.map(\.word) == [.same, .sameLower, .valid])
      #expect(
        plan.words.map(\.output.width) == [row.upper, row.lower, row.valid].map { Count($0) })
      let runtime = Spatial(square: Count(row.runtimeUpper))
      let isDisputed = row.upper != row.runtimeUpper
      #expect(plan.limits == (isDisputed ? [.automaticPadding(runtime: runtime)] : []), "\(row)")
      #expect(row.lower == row.upper && row.runtimeLower == row.runtimeUpper)
      #expect(row.valid == row.runtimeValid)
    }
  }

  @Test(arguments: 0..<8)
  func `what a library is told gives PyTorch's size by the library's own rule`(
    seed: UInt64
  ) throws {
    for (subject, pass) in LayerCase.validSamples(500, seed: seed) {
      for dialect in Dialect.allCases {
        let plan = dialect.plan(pass)
        let size = plan.output(of: pass.input.size.map { Count($0) })
        #expect(size == pass.output.size.map { Count($0) }, "\(dialect) \(subject)")
        if let shorter = plan.shorter {
          let size = shorter.output(of: pass.input.size.map { Count($0) })
          #expect(size == pass.output.size.map { Count($0) }, "\(dialect) \(subject)")
        }
      }
    }
  }

  @Test(arguments: 0..<8)
  func `what a library is told gives the layer's numbers`(seed: UInt64) throws {
    for (subject, pass) in LayerCase.validSamples(100, seed: seed) {
      let numbers = NaiveDialect(pass)
      for dialect in Dialect.allCases where dialect != .pytorch {
        let plan = dialect.plan(pass)
        #expect(try numbers.run(plan.steps) == numbers.expected, "\(dialect) \(subject)")
        if let shorter = plan.shorter {
          #expect(try numbers.run([.convolve(shorter)]) == numbers.expected, "\(subject)")
        }
      }
    }
  }

  @Test(arguments: 0..<4)
  func `a word is called equal just where it gives the layer's numbers`(seed: UInt64) throws {
    for (subject, pass) in LayerCase.validSamples(200, seed: seed) {
      let numbers = NaiveDialect(pass)
      for word in try Dialect.words(pass) {
        let theirs = numbers.run(word.word)
        guard word.relation != .impossible else {
          #expect(theirs.isEmpty, "\(subject)")
          continue
        }
        #expect(theirs.count == Int(exactly: word.output.height), "\(subject)")
        #expect(theirs.first?.count == Int(exactly: word.output.width), "\(subject)")
        // Different places can have the same numbers by chance, where there are few of them.
        if word.relation == .equal { #expect(theirs == numbers.expected, "\(subject)") }
        if theirs != numbers.expected { #expect(word.relation != .equal, "\(subject)") }
      }
    }
  }

  @Test func `what the libraries refuse is never asked of them`() throws {
    for (subject, pass) in LayerCase.validSamples(2000, seed: 11) {
      for case .convolve(let layer) in Dialect.keras.plan(pass).steps {
        let strides = max(layer.stride.height, layer.stride.width)
        #expect(strides == 1 || layer.dilation == Spatial(square: 1), "\(subject)")
        guard case .kerasTransposed(_, let outputPadding?) = layer.rule else { continue }
        for axis in Axis.axes(2) {
          #expect(outputPadding[axis] < Count(layer.stride[axis]), "\(subject)")
        }
      }
      for case .convolve(let layer) in Dialect.onnx.plan(pass).steps {
        guard case .onnxTransposed(_, let outputPadding) = layer.rule else { continue }
        for axis in Axis.axes(2) {
          #expect(outputPadding[axis] < Count(layer.stride[axis]), "\(subject)")
        }
      }
    }
  }

  @Test(arguments: [Dialect.keras, .jax, .onnx])
  func `padding of every mode, alike at both ends or not, does the same elsewhere`(
    dialect: Dialect
  ) throws {
    let passes = ForwardPass.samples(
      400, axes: 2, seed: 19, modes: PaddingMode.allCases, hasUnequalEnds: true)
    for pass in passes where pass.layer.direction == .convolution {
      let (naive, plan) = (NaiveDialect(pass), dialect.plan(pass))
      #expect(try naive.run(plan.steps) == naive.expected, "\(pass.layer)")
      let hasCopies =
        pass.layer.paddingMode != .zeros
        && pass.axes.contains {
          $0.paddingBefore + $0.paddingAfter > 0
        }
      // What copies is said, and compared with no word that makes zeros.
      let isSaid = plan.limits.contains { if case .paddingMode = $0 { true } else { false } }
      #expect(isSaid == hasCopies)
      #expect(plan.words.isEmpty || !hasCopies)
    }
  }

  @Test func `what cannot be said is said`() throws {
    func limits(_ dialect: Dialect, _ subject: LayerCase) throws -> [DialectLimit] {
      dialect.plan(try subject.forward()).limits
    }
    let strided = LayerCase.square(
      .convolution, input: 9, kernel: 3, stride: 2, padding: 1, dilation: 2)
    let ends = Spatial(square: Ends<Count>(1, 1))
    #expect(try limits(.keras, strided) == [.paddingByWord(ends), .strideWithDilation])
    #expect(try limits(.onnx, strided) == [])
    #expect(try limits(.jax, strided) == [])
    // TensorFlow's same: 5 outputs span 8 + 5 of 9 cells, 2 zeros at each end.
    #expect(
      try limits(.pytorch, strided)
        == [.foreignSame(Spatial(square: Ends(2, 2)), output: Spatial(square: 5))])
    let grouped = LayerCase.square(.transposed, input: 4, kernel: 3, stride: 2, padding: 1)
      .channels(4, 4, groups: 2).batch(nil)
    // 7 = 3·2 + 1 of 4 cells, as Keras keeps with an output_padding of 0.
    let zero = DialectLimit.zeroOutputPadding(
      same: Spatial(square: 7), valid: Spatial(square: 9))
    #expect(try limits(.keras, grouped) == [.noBatch, .transposedGroups(2), zero])
    #expect(try limits(.jax, grouped) == [.noBatch, .transposedGroups(2)])
    #expect(Dialect.jax.plan(try grouped.forward()).shorter == nil)
    #expect(try limits(.onnx, grouped) == [.noBatch])
    let kept = LayerCase.square(
      .transposed, input: 4, kernel: 2, stride: 2, dilation: 3, outputPadding: 2)
    #expect(
      try limits(.onnx, kept)
        == [.outputPadding(Spatial(square: 2), below: Spatial(square: 2))])
    let dilated = LayerCase.square(.transposed, input: 4, kernel: 3, dilation: 2)
    #expect(try limits(.keras, dilated) == [.transposedDilation])
    let gaps = LayerCase.square(.transposed, input: 4, kernel: 2, stride: 3)
    #expect(try limits(.onnx, gaps) == [.automaticPadding(runtime: Spatial(square: 11))])
  }

  @Test func `a layer whose padding is that of a word is told by it`() throws {
    let upsampling = LayerCase.square(
      .transposed, input: 8, kernel: 4, stride: 2, padding: 1)
    #expect(
      Dialect.keras.plan(try upsampling.forward()).steps.map { step in
        guard case .convolve(let layer) = step else { return false }
        return layer.rule == .kerasTransposed(.same, outputPadding: nil)
      } == [true])
    var even = LayerCase.square(.convolution, input: 8, kernel: 4)
    even.layer.padding = .same
    #expect(
      Dialect.keras.plan(try even.forward()).steps.map { step in
        guard case .convolve(let layer) = step else { return false }
        return layer.rule == .keras(.same, isDepthwise: false)
      } == [true])
  }

  @Test func `the largest layers have plans, or a count that does not fit`() {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<3000 {
      let numbers = [1, 2, 3, 65536, Int(Int32.max), Int.max]
      let subject = random.layer { numbers.randomElement(using: &$0) ?? 1 }
      guard let pass = try? subject.forward() else { continue }
      for dialect in Dialect.allCases { _ = dialect.plan(pass) }
    }
  }
}

extension Dialect {
  /// The words, of whichever library has them for the layer.
  fileprivate static func words(_ pass: ForwardPass) throws -> [DialectWord] {
    for dialect in [Dialect.jax, .keras] {
      let words = dialect.plan(pass).words
      if !words.isEmpty { return words }
    }
    return []
  }
}
