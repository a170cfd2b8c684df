import ConvArithmetic
import LayerNotation
import Testing

@Suite struct ComparisonSheetTests {
  private static let uneven = subject(
    layer(.transposed, 64, 32, Spatial(square: 3)) {
      $0.stride = Spatial(square: 2)
      $0.padding = .explicit(Spatial(square: 1))
      $0.outputPadding = Spatial(square: 1)
    })
  private static let even = subject(
    layer(.transposed, 64, 32, Spatial(square: 4)) {
      $0.stride = Spatial(square: 2)
      $0.padding = .explicit(Spatial(square: 1))
    })

  private func texts(
    _ title: String, _ name: String, _ a: LayerCase = uneven, _ b: LayerCase = even
  ) throws -> ComparisonSheet.Row.Texts {
    let section = try #require(
      ComparisonSheet(a, b, format: .int8).sections.first { $0.title.hasPrefix(title) })
    return try #require(section.rows.first { $0.name == name }).texts()
  }

  @Test(arguments: [
    ("Hyperparameters", "kernel_size", ["3", "4", "+1", "×1.33"]),
    ("Hyperparameters", "output_padding", ["1", "0", "−1", "×0.00"]),
    ("Hyperparameters", "stride", ["2", "2", "same", ""]),
    ("Hyperparameters", "bias", ["yes", "yes", "same", ""]),
    ("Sizes", "output", ["(1, 32, 16, 16)", "(1, 32, 16, 16)", "same", ""]),
    ("Sizes", "parameters", ["18,464", "32,800", "+14,336", "×1.78"]),
    ("Operations as documented", "total", ["5,801,984", "10,231,808", "+4,429,824", "×1.76"]),
    ("Really executed", "products", ["1,179,648", "2,097,152", "+917,504", "×1.78"]),
    ("Overlap", "inside", ["4:1", "even", "differs", ""]),
    ("Overlap", "least inside", ["1", "4", "+3", "×4.00"]),
    ("Overlap", "holes", ["0", "0", "same", ""]),
    ("Memory", "peak", ["12,288", "12,288", "same", ""]),
  ])
  func `two decoders are compared in words`(
    title: String, name: String, wanted: [String]
  ) throws {
    let texts = try texts(title, name)
    #expect([texts.a, texts.b, texts.difference, texts.ratio] == wanted)
  }

  @Test func `only what differs is left, and nothing of a layer beside itself`() {
    let sheet = ComparisonSheet(Self.uneven, Self.even, format: .int8)
    let hyperparameters = sheet.differences.first?.rows.map(\.name)
    #expect(hyperparameters == ["kernel_size", "output_padding"])
    let same = ComparisonSheet(Self.even, Self.even, format: .fp32)
    #expect(same.differences.allSatisfy { $0.rows.isEmpty })
  }

  @Test func `a layer with other numbers on its axes has a row for each`() throws {
    var wide = Self.even
    wide.layer.kernelSize[.width] = 6
    #expect(try texts("Hyperparameters", "kernel_size H", Self.even, wide).difference == "same")
    #expect(try texts("Hyperparameters", "kernel_size W", Self.even, wide).difference == "+2")
  }

  @Test func `layers of other axes are compared on the axes of both`() throws {
    var (one, three) = (Self.even, Self.even)
    one.use(LayerOp(.convolution, axes: 1))
    three.use(LayerOp(.convolution, axes: 3))
    three.layer.kernelSize = Spatial(4, 4, 5)
    let sizes = try #require(
      ComparisonSheet(one, three, format: .int8).sections.first { $0.title == "Sizes" })
    let names = sizes.rows.map(\.name).filter { $0.hasPrefix("output ") }
    #expect(names == ["output L", "output D", "output H", "output W"])
    let kernel = try texts("Hyperparameters", "kernel_size", one, three)
    #expect([kernel.a, kernel.b, kernel.difference] == ["4", "4,4,5", "differs"])
    #expect(try texts("Hyperparameters", "stride", one, three).difference == "same")
  }

  @Test func `a refused layer has its reasons and no numbers`() throws {
    var refused = Self.even
    refused.layer.groups = 5
    let sheet = ComparisonSheet(refused, Self.even, format: .int8)
    #expect(sheet.reasonsOfA.count == 2)
    #expect(sheet.reasonsOfB.isEmpty)
    let texts = try texts("Sizes", "parameters", refused, Self.even)
    #expect([texts.a, texts.b, texts.difference, texts.ratio] == ["–", "32,800", "–", ""])
  }

  @Test func `numbers are rounded where they have too little room, and marked`() throws {
    let sheet = ComparisonSheet(Self.uneven, Self.even, format: .int8)
    let total = try #require(
      sheet.sections.flatMap(\.rows).first { $0.name == "total" })
    let texts = total.texts(within: 8)
    #expect([texts.a, texts.b] == ["≈5.802e6", "≈1.023e7"])
    #expect(sheet.sections.flatMap(\.rows).allSatisfy { $0.texts(within: 0).a.isEmpty == false })
  }
}
