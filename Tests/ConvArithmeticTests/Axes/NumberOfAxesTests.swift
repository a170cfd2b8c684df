import ConvArithmetic
import Testing

/// Layers of one, two and three axes, against loops over every cell and tap.
@Suite struct NumberOfAxesTests {
  /// The counts of a layer by plain loops, for one sample and one pair of channels.
  private struct Loops {
    /// The kept cells of the plane and how many products reach each.
    var plane: [[Int]: Int] = [:]
    /// All cells before the crop that some product reaches.
    var reached: Set<[Int]> = []
    var formed = 0
    /// The output cells with a product of a real input cell.
    var usefulOutputs: Set<[Int]> = []

    init(_ pass: ForwardPass) {
      let isTransposed = pass.layer.direction == .transposed
      let axes = Array(pass.axes)
      let positions = axes.map { isTransposed ? $0.input : $0.output }
      let cells = axes.map { isTransposed ? $0.output : $0.input }
      let sources = axes.map(Self.paddedInput)
      for cell in Self.places(cells) { plane[cell] = 0 }
      for position in Self.places(positions) {
        for tap in Self.places(axes.map(\.kernelSize)) {
          formed += 1
          let meeting = axes.indices.map { axis in
            position[axis] * axes[axis].stride + tap[axis] * axes[axis].dilation
          }
          let place = axes.indices.map { axis in
            isTransposed
              ? meeting[axis] - axes[axis].paddingBefore : sources[axis][meeting[axis]] ?? -1
          }
          reached.insert(place)
          guard plane[place] != nil else { continue }
          plane[place, default: 0] += 1
          usefulOutputs.insert(isTransposed ? place : position)
        }
      }
    }

    /// The padded input of a convolution along an axis by the indices of its values, `nil` for a
    /// zero; copies are put together from lists.
    private static func paddedInput(_ axis: AxisGeometry) -> [Int?] {
      guard axis.direction == .convolution else { return [] }
      let input = Array(0..<axis.input)
      let (before, after) = (axis.paddingBefore, axis.paddingAfter)
      let ends: (start: [Int?], end: [Int?]) =
        switch axis.paddingMode {
        case .zeros:
          (Array(repeating: nil, count: before), Array(repeating: nil, count: after))
        case .reflect:
          (input.dropFirst().prefix(before).reversed(), input.dropLast().suffix(after).reversed())
        case .replicate:
          (Array(repeating: 0, count: before), Array(repeating: axis.input - 1, count: after))
        case .circular: (Array(input.suffix(before)), Array(input.prefix(after)))
        }
      return ends.start + input + ends.end
    }

    /// All tuples of numbers from 0 up to these.
    private static func places(_ sizes: [Int]) -> [[Int]] {
      sizes.reduce([[]]) { places, size in
        places.flatMap { place in (0..<size).map { place + [$0] } }
      }
    }
  }

  @Test(arguments: 1...3) func `counts and overlap are those of loops`(axes: Int) {
    let modes = PaddingMode.allCases
    let equal = ForwardPass.samples(400, axes: axes, seed: UInt64(40 + axes), modes: modes)
    let unequal = ForwardPass.samples(
      400, axes: axes, seed: UInt64(44 + axes), modes: modes, hasUnequalEnds: true)
    for pass in equal + unequal {
      let loops = Loops(pass)
      let layer = pass.layer
      let planes = pass.input.samples * layer.outChannels
      let filters = planes * (layer.inChannels / layer.groups)
      let useful = loops.plane.values.reduce(0, +)
      let outputs = pass.output.size.reduce(1, *)
      #expect(pass.output.dimensions.count == axes + 2 && pass.weight.count == axes + 2)
      #expect(pass[.multiplications] == Count(filters * loops.formed), "\(layer)")
      #expect(pass[.usefulMultiplications] == Count(filters * useful), "\(layer)")
      let isTransposed = layer.direction == .transposed
      let started = isTransposed ? loops.reached.count : outputs
      #expect(pass[.additions] == Count(filters * loops.formed - planes * started), "\(layer)")
      #expect(pass[.biasAdditions] == Count(layer.bias ? planes * outputs : 0))
      let begun = planes * loops.usefulOutputs.count
      #expect(pass[.usefulAdditions] == Count(filters * useful - begun), "\(layer)")
      #expect(pass.overlap.sum == Count(useful))
      #expect(pass.overlap.maximum == loops.plane.values.max().map { Count($0) })
      #expect(pass.overlap.minimum == loops.plane.values.min().map { Count($0) })
      #expect(pass.overlap.holes == Count(loops.plane.values.count { $0 == 0 }))
    }
  }

  @Test(arguments: 1...3) func `sizes, weights and documented steps are PyTorch's`(axes: Int) {
    for pass in ForwardPass.samples(150, axes: axes, seed: UInt64(50 + axes)) {
      let layer = pass.layer
      let kernel = layer.kernelSize.reduce(1, *)
      let outputs = pass.output.size.reduce(1, *)
      let weight = layer.inChannels / layer.groups * layer.outChannels * kernel
      #expect(pass.weight.reduce(1, *) == weight)
      #expect(pass[.parameters] == Count(weight + (layer.bias ? layer.outChannels : 0)))
      // N(ψλ + γ) by the definitions of the two documents.
      let isTransposed = layer.direction == .transposed
      let useful = Loops(pass).plane.values.reduce(0, +)
      let perFilter =
        outputs * (isTransposed ? kernel : 2 * kernel - 1)
        + (isTransposed ? useful - outputs : 0)
      let sums = layer.inChannels / layer.groups - 1 + (layer.bias ? 1 : 0)
      let total =
        layer.inChannels / layer.groups * layer.outChannels * perFilter
        + layer.outChannels * outputs * sums
      #expect(pass[.documented] == Count(pass.input.samples * total), "\(layer)")
      let formula = OperationConvention.own[0].formula(pass)
      #expect(formula?.value == pass[.documented])
      #expect(formula?.names.contains { $0.name == "\(layer.axes[0].letter)_out" } == true)
    }
  }

  @Test func `axes have the names of PyTorch's shapes`() {
    #expect(Axis.axes(1).map(\.letter) == ["L"])
    #expect(Axis.axes(2).map(\.letter) == ["H", "W"])
    #expect(Axis.axes(3).map(\.letter) == ["D", "H", "W"])
  }
}
