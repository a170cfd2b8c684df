@testable import ConvArithmetic
import SeededNumbers
import Testing

/// The catalogue of figures: what is computed is what is spelled.
@Suite struct FigureTests {
  @Test func `each formula, read as a person reads it, gives its number`() throws {
    for (subject, pass) in LayerCase.validSamples(300, seed: 70) {
      for figure in Figure.allCases {
        guard let formula = figure.formula(pass, .fp16) else { continue }
        let number = try #require(figure.ratio(pass, .fp16))
        for shown in [formula, formula.expanded] {
          let names = Dictionary(
            uniqueKeysWithValues: shown.names.map { name, value in
              (name.filter { $0 != " " }, value.exact ?? 0)
            })
          // Multiplied by the denominator, since what is read must be whole.
          let text = "(\(shown.symbols))·\(number.denominator)"
          #expect(
            try FormulaReader.evaluate(text, names) == number.numerator.exact,
            "\(figure.word) \(shown.symbols) of \(subject)")
        }
      }
    }
  }

  @Test func `the sizes of the output are those of the layer`() throws {
    for (subject, pass) in LayerCase.validSamples(300, seed: 71) {
      for axis in pass.layer.axes {
        #expect(pass[.output(axis)] == Count(pass.axes[axis].output), "\(subject)")
      }
    }
  }

  @Test func `no two figures have the same key`() {
    let words = Figure.allCases.map(\.word)
    #expect(Set(words).count == words.count)
    #expect(Figure.allCases.allSatisfy { !$0.name.isEmpty })
  }

  @Test func `a figure that a layer does not have is absent, and not 0`() throws {
    let convolution = try LayerCase.square(.convolution, input: 8, kernel: 3).forward()
    #expect(Figure.additionsPerFilter.answer(convolution) == .absent)
    #expect(Figure.output(.length).answer(convolution) == .absent)
    let holes = try LayerCase.square(.transposed, input: 2, kernel: 1, stride: 2).forward()
    #expect(Figure.overlapRatio.answer(holes) == .absent)
    #expect(Figure.additionsPerFilter.count(holes) == Count(-5))
  }
}

/// What a feature of a layer costs that nobody has said anything about.
@Suite struct FeatureTests {
  /// A feature that no figure, tool or dialect knows.
  private static let unknown = Features(rawValue: 1 << 15)

  private static func layer(axes: Int) throws -> ForwardPass {
    var layer = ConvLayer(.transposed, axes: axes)
    layer.kernelSize = layer.kernelSize.map { _ in 1 }
    layer.inChannels = 2
    layer.outChannels = 3
    let size = layer.kernelSize.map { _ in 4 }
    return try LayerCase(
      layer: layer, input: TensorShape(batch: 1, channels: 2, size: size)
    ).forward()
  }

  @Test(arguments: Figure.allCases) func `a new feature is covered by no figure`(figure: Figure) {
    #expect(!figure.covers.contains(Self.unknown))
  }

  @Test(arguments: OperationConvention.allCases)
  func `a new feature is covered by no way to count`(convention: OperationConvention) {
    #expect(!convention.covers.contains(Self.unknown))
  }

  @Test(arguments: Dialect.allCases) func `a new feature is said by no library`(dialect: Dialect) {
    #expect(!dialect.covers.contains(Self.unknown))
  }

  @Test(arguments: [1, 3])
  func `a tool that is not known for a number of axes gives no number, and says so`(
    axes: Int
  ) throws {
    let pass = try Self.layer(axes: axes)
    let feature: Features = axes == 1 ? .oneAxis : .threeAxes
    // PyTorch's own is recorded for all layers.
    for tool in OperationConvention.tools where tool.id != "torch_flop_counter" {
      #expect(tool.count(pass) == nil, "\(tool.id)")
      #expect(tool.formula(pass) == nil)
      #expect(tool.deviations(pass).isEmpty)
      #expect(tool.failure(pass) == .notCovered(feature))
    }
    for own in OperationConvention.own { #expect(own.count(pass) != nil, "\(own.id)") }
    for figure in Figure.allCases where figure.answer(pass) != .absent {
      #expect(figure.count(pass) != nil, "\(figure.word)")
    }
  }

  @Test func `what is not covered is named`() {
    #expect(Features.threeAxes.refusal() == "not counted for three axes")
    #expect(Features.oneAxis.refusal("drawn") == "not drawn for one axis")
    #expect(Self.unknown.refusal() == "not counted for what else this layer has")
    #expect(
      Self.unknown.union(.oneAxis).refusal()
        == "not counted for one axis, what else this layer has")
  }
}
