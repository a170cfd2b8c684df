import ConvArithmetic
import SeededNumbers
import Testing

@Suite struct SweepTests {
  private static let decoder = LayerCase.square(
    .transposed, input: 8, kernel: 3, stride: 2, padding: 1, outputPadding: 1
  ).channels(64, 32)

  @Test func `a kernel of 1 to 6 has the sizes and the overlaps of the formula`() throws {
    let sweep = Sweep(Self.decoder, .kernelSize, values: Array(1...6))
    let passes = try sweep.points.map { try $0.outcome.get() }
    // (8 − 1)·2 − 2 + (k − 1) + 1 + 1
    #expect(passes.map { $0.output.size.height } == [14, 15, 16, 17, 18, 19])
    let ratios = passes.map { Figure.overlapRatio.ratio($0) }
    // Taps that meet: 1 and 0; 1 and 1; 2 and 1; 2 and 2; 3 and 2; 3 and 3; on both axes.
    #expect(ratios == [nil, Ratio(1), Ratio(4), Ratio(1), Ratio(9, 4), Ratio(1)])
    #expect(
      passes.map { Figure.parameters.ratio($0) }
        == [1, 4, 9, 16, 25, 36].map {
          Ratio(Count(64 * 32 * $0))
        })
    #expect(sweep.present == 2)
  }

  @Test func `every point is the layer with that value, and nothing else`() throws {
    var random = SeededGenerator(seed: 64)
    for _ in 0..<300 {
      let subject = LayerCase.random(using: &random)
      let hyperparameter = try #require(Hyperparameter.allCases.randomElement(using: &random))
      let axes = [Axis.axes(2), [.height], [.width]].randomElement(using: &random) ?? []
      let sweep = Sweep(subject, hyperparameter, axes: axes, values: Array(-1...6))
      #expect(sweep.points.map(\.value) == Array(-1...6))
      for point in sweep.points {
        var wanted = subject
        for axis in axes where hyperparameter.isSpatial || axis == axes[0] {
          wanted.set(hyperparameter, axis, to: point.value)
        }
        if hyperparameter == .bias { wanted.layer.bias = point.value > 0 }
        #expect(point.subject == wanted)
        #expect(point.outcome == Result { () throws(Refusal) in try wanted.forward() })
      }
    }
  }

  @Test func `values that are refused stay, with their reasons`() {
    let sweep = Sweep(Self.decoder, .outputPadding, values: Array(0...3))
    #expect(sweep.points.map { (try? $0.outcome.get()) != nil } == [true, true, false, false])
    let sweepOfGroups = Sweep(Self.decoder, .groups, values: [1, 2, 3])
    #expect(sweepOfGroups.points.map { (try? $0.outcome.get()) != nil } == [true, true, false])
  }

  @Test func `no more points are computed than a person can read`() {
    let sweep = Sweep(Self.decoder, .input, values: Array(1...5_000))
    #expect(sweep.points.count == 1_000)
  }

  @Test func `the present value is among the usual ones, which rise and stay in range`() {
    var random = SeededGenerator(seed: 65)
    for _ in 0..<2_000 {
      let subject = random.layer { $0.number(in: 0...(1 << $0.number(in: 0...31)) - 1) }
      for hyperparameter in Hyperparameter.allCases {
        for axis in Axis.axes(2) {
          let values = Sweep.usualValues(subject, hyperparameter, axis)
          #expect(!values.isEmpty && values.count <= 1_000)
          #expect(zip(values, values.dropFirst()).allSatisfy { $0 < $1 })
          #expect((values.first ?? -1) >= hyperparameter.minimum)
          #expect((values.last ?? .max) <= Int(Int32.max))
          guard let present = subject.number(hyperparameter, axis) else { continue }
          // A word for the padding becomes numbers in a transposed layer, as large as its kernel.
          if (hyperparameter.minimum...Int(Int32.max)).contains(present) {
            #expect(values.contains(present), "\(hyperparameter) \(present)")
          }
        }
      }
    }
  }

  @Test func `usual values of small numbers are one by one, of large ones in even steps`() {
    #expect(Sweep.usualValues(Self.decoder, .kernelSize) == Array(1...24))
    #expect(Sweep.usualValues(Self.decoder, .padding) == Array(0...23))
    #expect(
      Sweep.usualValues(Self.decoder, .inChannels) == Array(stride(from: 4, through: 128, by: 4)))
    #expect(Sweep.usualValues(Self.decoder, .groups) == [1, 2, 4, 8, 16, 32])
    var large = Self.decoder
    large.input.size = Spatial(square: 224)
    #expect(Sweep.usualValues(large, .input) == Array(stride(from: 14, through: 448, by: 14)))
  }
}
