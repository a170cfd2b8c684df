import ConvArithmetic
import Testing

/// The verdict on a plane: measured axes, layers of well-known networks, and loops over planes.
@Suite struct VerdictTests {
  /// What a layer of a network was found to do, per axis, inside and over all cells.
  struct Known: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let subject: LayerCase
    let phases: [Int]
    /// The most and the least of a plane, away from its borders.
    let inside: (Count, Count)
    let cells: ClosedRange<Int>

    /// Input, kernel, stride, padding, output_padding.
    init(
      _ name: String, _ numbers: (Int, Int, Int, Int, Int), _ phases: [Int],
      _ inside: (Count, Count), _ cells: ClosedRange<Int>
    ) {
      testDescription = name
      subject = .square(
        .transposed, input: numbers.0, kernel: numbers.1, stride: numbers.2,
        padding: numbers.3, outputPadding: numbers.4)
      self.phases = phases
      self.inside = inside
      self.cells = cells
    }
  }

  static let known = [
    Known("U-Net up-conv 1", (28, 2, 2, 0, 0), [1, 1], (1, 1), 1...1),
    Known("U-Net up-conv 4", (196, 2, 2, 0, 0), [1, 1], (1, 1), 1...1),
    Known("DCGAN G1", (1, 4, 1, 0, 0), [4], (16, 16), 1...1),
    Known("DCGAN G2", (4, 4, 2, 1, 0), [2, 2], (4, 4), 1...4),
    Known("DCGAN G5", (32, 4, 2, 1, 0), [2, 2], (4, 4), 1...4),
    Known("DCGAN, original, 4 → 8", (4, 5, 2, 2, 1), [3, 2], (9, 4), 1...9),
    Known("DCGAN, original, 32 → 64", (32, 5, 2, 2, 1), [3, 2], (9, 4), 1...9),
    Known("pix2pix outermost", (128, 4, 2, 1, 0), [2, 2], (4, 4), 1...4),
    Known("CycleGAN up 1", (64, 3, 2, 1, 1), [2, 1], (4, 1), 1...4),
    Known("CycleGAN up 2", (128, 3, 2, 1, 1), [2, 1], (4, 1), 1...4),
    Known("FCN upscore2", (16, 4, 2, 0, 0), [2, 2], (4, 4), 1...4),
    Known("FCN-8s", (70, 16, 8, 0, 0), Array(repeating: 2, count: 8), (4, 4), 1...4),
    Known("FCN-16s", (34, 32, 16, 0, 0), Array(repeating: 2, count: 16), (4, 4), 1...4),
    Known("FCN-32s", (16, 64, 32, 0, 0), Array(repeating: 2, count: 32), (4, 4), 1...4),
    Known("Caffe bilinear ×2", (16, 4, 2, 1, 0), [2, 2], (4, 4), 1...4),
    Known("Caffe bilinear ×3", (16, 5, 3, 1, 0), [2, 2, 1], (4, 1), 1...4),
    Known("FSRCNN ×3", (7, 9, 3, 4, 2), [3, 3, 3], (9, 9), 1...9),
    Known("FSRCNN ×2", (7, 9, 2, 4, 1), [5, 4], (25, 16), 4...25),
    Known("FSRCNN ×4", (7, 9, 4, 4, 3), [3, 2, 2, 2], (9, 4), 1...9),
  ]

  @Test(arguments: known)
  func `a layer of a network is as it was measured`(layer: Known) throws {
    let pass = try layer.subject.forward()
    let verdict = try #require(pass.verdict)
    let axis = verdict.axes.height
    #expect(layer.phases.indices.map { axis.phases[$0] } == layer.phases)
    let extremes = verdict.overlap.interiorExtremes
    #expect((extremes.most, extremes.least) == layer.inside)
    #expect(verdict.isEven == (Set(layer.phases).count == 1))
    #expect(pass.overlap.minimum == Count(layer.cells.lowerBound))
    #expect(pass.overlap.maximum == Count(layer.cells.upperBound))
  }

  @Test(arguments: MeasuredAxesTests.all)
  func `a measured axis has the parts of its counts`(axis: MeasuredAxesTests.Axis) throws {
    let verdict = try #require(axis.subject.forward().verdict).axes.height
    let counts = axis.counts
    for part in [verdict.before, verdict.interior, verdict.after].compactMap(\.self) {
      #expect(part.least == counts[part.cells].min().map { Count($0) })
      #expect(part.most == counts[part.cells].max().map { Count($0) })
    }
    #expect(verdict.holes == Count(counts.count { $0 == 0 }))
    if let interior = verdict.interior {
      #expect(verdict.isEven == (Set(counts[interior.cells]).count == 1))
    }
  }

  @Test func `the counter-example to the popular rule is named`() throws {
    let verdict = try #require(
      LayerCase.square(
        .transposed, input: 4, kernel: 4, stride: 2, dilation: 2
      ).forward().verdict)
    #expect(!verdict.isEven && verdict.isPopularRuleWrong)
    #expect(verdict.axes.height.coverage.commonDivisor == 2)
    // The row 1 0 2 0 3 0 4 0 3 0 2 0 1 has one cell inside that lacks nothing: 0 4 0.
    #expect(verdict.axes.height.interior?.cells == 5..<8)
    #expect(verdict.axes.height.holesInside == 2)
    #expect(verdict.holesInside == 8)
    let plain = try LayerCase.square(.transposed, input: 4, kernel: 3, stride: 2).forward()
    #expect(plain.verdict?.isPopularRuleWrong == false)
  }

  @Test func `a small input has no interior`() throws {
    let verdict = try #require(
      LayerCase.square(.transposed, input: 2, kernel: 4).forward().verdict)
    #expect(verdict.axes.contains { $0.interior == nil } && verdict.isEven)
    #expect(verdict.axes.height.before?.cells == 0..<5)
    #expect(verdict.axes.height.after == nil)
  }

  @Test func `the holes and the scatter of a plane are those of its cells`() throws {
    let samples = LayerCase.validSamples(800, seed: 26)
    for (subject, pass) in samples where subject.layer.direction == .transposed {
      let verdict = try #require(pass.verdict)
      let map = NaiveLayer(subject: subject, output: pass.output.size).overlap
      let cells = map.flatMap(\.self)
      let (sum, squares) = (cells.reduce(0, +), cells.map { $0 * $0 }.reduce(0, +))
      let expected =
        sum == 0 ? nil : Ratio(Count(cells.count * squares), Count(sum * sum))
      #expect(verdict.variation?.meanSquare == expected, "\(subject)")
      guard let rows = verdict.axes.height.interior, let columns = verdict.axes.width.interior
      else { continue }
      let inside = rows.cells.flatMap { map[$0][columns.cells] }
      #expect(verdict.holesInside == Count(inside.count { $0 == 0 }), "\(subject)")
    }
  }

  @Test func `a convolution that never reads its last row says so`() throws {
    // AlexNet's first layer as it is often quoted: 224 without padding.
    let verdict = try #require(
      LayerCase.square(.convolution, input: 224, kernel: 11, stride: 4).forward().verdict)
    #expect(verdict.direction == .convolution)
    #expect(verdict.axes.height.trailing == 1)
    #expect(verdict.axes.height.after?.least == 0)
    #expect([0, 1, 2, 3].map { verdict.axes.height.phases[$0] } == [3, 3, 3, 2])
  }

  @Test func `numbers of any size get a verdict at once`() throws {
    let huge = Int(Int32.max)
    for (kernel, stride, dilation) in [
      (3, huge, 1), (huge, 3, 1), (huge, huge, huge), (huge, 2, huge - 1), (1, 1, huge),
    ] {
      let pass = try LayerCase.square(
        .transposed, input: huge, kernel: kernel, stride: stride, dilation: dilation
      ).forward()
      let verdict = try #require(pass.verdict)
      #expect(verdict.axes.height.phases.levels.count <= 3)
      #expect(verdict.axes.height.phases.levels.reduce(0) { $0 + $1.phases } == stride)
      _ = Advice.nearest(to: pass)
      _ = Equivalent.all(of: pass)
      _ = WeightedOverlap(.bilinear, pass.overlap)
    }
  }
}
