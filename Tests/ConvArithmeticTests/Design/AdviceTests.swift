import ConvArithmetic
import SeededNumbers
import Testing

/// Advice against the forward arithmetic, and against a search through all layers in reach.
@Suite struct AdviceTests {
  /// The numbers of a layer with both axes alike.
  private struct Numbers: Hashable {
    var kernel: Int
    var stride: Int
    var padding: Int
    var dilation: Int
    var outputPadding: Int

    func subject(_ input: Int) -> LayerCase {
      .square(
        .transposed, input: input, kernel: kernel, stride: stride, padding: padding,
        dilation: dilation, outputPadding: outputPadding)
    }

    /// The output cells, by PyTorch's formula.
    func output(_ input: Int) -> Int {
      (input - 1) * stride - 2 * padding + dilation * (kernel - 1) + outputPadding + 1
    }

    /// Whether all phases have as many taps, by a loop.
    var isEven: Bool {
      var phases = Array(repeating: 0, count: stride)
      for tap in 0..<kernel { phases[tap * dilation % stride] += 1 }
      return Set(phases).count == 1
    }

    /// Steps of kernel and dilation, changes, steps of padding and output_padding, taps.
    func distance(_ other: Numbers) -> [Int] {
      let kernelSteps = [kernel - other.kernel, dilation - other.dilation].map(abs)
      let paddingSteps = [padding - other.padding, outputPadding - other.outputPadding].map(abs)
      return [
        2 * kernelSteps.reduce(0, +), 2 * (kernelSteps + paddingSteps).count { $0 > 0 },
        2 * paddingSteps.reduce(0, +), 2 * kernel,
      ]
    }
  }

  private func numbers(_ advice: Advice) throws -> Numbers {
    let layer = advice.subject.layer
    guard let padding = layer.padding.equal else {
      Issue.record("padding by a word")
      throw Unexpected()
    }
    return Numbers(
      kernel: layer.kernelSize.height, stride: layer.stride.height, padding: padding.height,
      dilation: layer.dilation.height, outputPadding: layer.outputPadding.height)
  }

  /// Uneven layers at random.
  private func samples(_ count: Int, seed: UInt64) -> [(numbers: Numbers, input: Int)] {
    var random = SeededGenerator(seed: seed)
    var samples: [(numbers: Numbers, input: Int)] = []
    while samples.count < count {
      let numbers = Numbers(
        kernel: random.number(in: 1...9), stride: random.number(in: 1...4),
        padding: random.number(in: 0...4), dilation: random.number(in: 1...4),
        outputPadding: random.number(in: 0...3))
      let input = random.number(in: 1...6)
      if !numbers.isEven, numbers.subject(input).outputSize != nil {
        samples.append((numbers, input))
      }
    }
    return samples
  }

  /// All even layers of the same size within the limits, by trying every one; of those with the
  /// same kernel and dilation the one with the least output_padding.
  private func search(_ present: Numbers, _ input: Int) -> [Numbers] {
    let size = present.output(input)
    let empty = max(0, present.outputPadding - present.padding)
    var found: [Numbers] = []
    for kernel in max(1, present.kernel - 2 * present.stride)...present.kernel + 2 * present.stride
    {
      for dilation in max(1, present.dilation - 3)...present.dilation + 3 {
        let candidates = (0..<max(present.stride, dilation)).flatMap { kept in
          (0...60).map { padding in
            Numbers(
              kernel: kernel, stride: present.stride, padding: padding, dilation: dilation,
              outputPadding: kept)
          }
        }
        let fitting = candidates.first {
          $0.output(input) == size && $0.outputPadding - $0.padding <= empty && $0.isEven
        }
        if let fitting, reachesOutput(fitting, input, size) { found.append(fitting) }
      }
    }
    return found
  }

  /// Whether some tap of some cell lands in the output.
  private func reachesOutput(_ numbers: Numbers, _ input: Int, _ size: Int) -> Bool {
    (0..<input).contains { cell in
      (0..<numbers.kernel).contains { tap in
        let place = cell * numbers.stride + tap * numbers.dilation - numbers.padding
        return (0..<size).contains(place)
      }
    }
  }

  @Test func `the nearest of all layers in reach are advised, and in that order`() throws {
    for (present, input) in samples(200, seed: 41) {
      let advised = try Advice.nearest(to: present.subject(input).forward()).map(numbers)
      let found = search(present, input)
      let expected = found.sorted { left, right in
        let (near, far) = (left.distance(present), right.distance(present))
        return near == far
          ? left.dilation < right.dilation : near.lexicographicallyPrecedes(far)
      }
      #expect(advised == Array(expected.prefix(8)), "\(present) on \(input)")
    }
  }

  @Test func `each advised layer is valid, even, and of the same size for every input`() throws {
    var advised = 0
    for (present, input) in samples(300, seed: 42) {
      for advice in try Advice.nearest(to: present.subject(input).forward()) {
        advised += 1
        let numbers = try numbers(advice)
        #expect(numbers.isEven && numbers.stride == present.stride)
        for other in 1...20 {
          let size = present.subject(other).outputSize
          #expect(size == nil || numbers.subject(other).outputSize == size, "\(present)")
        }
        let before = try #require(present.subject(input).forward().verdict).axes.height.trailing
        #expect(try #require(advice.pass.verdict).axes.height.trailing <= before)
        #expect(advice.pass == (try advice.subject.forward()))
      }
    }
    #expect(advised > 1_000)
  }

  @Test func `the shape of CycleGAN becomes that of pix2pix, then that of U-Net`() throws {
    let pass = try LayerCase.square(
      .transposed, input: 64, kernel: 3, stride: 2, padding: 1, outputPadding: 1
    ).channels(256, 128).forward()
    let advice = Advice.nearest(to: pass)
    #expect(
      try advice.prefix(2).map(numbers) == [
        Numbers(kernel: 4, stride: 2, padding: 1, dilation: 1, outputPadding: 0),
        Numbers(kernel: 2, stride: 2, padding: 0, dilation: 1, outputPadding: 0),
      ])
    let products = [advice[1].pass, pass, advice[0].pass].map { $0[.multiplications] }
    #expect(products == [536_870_912, 1_207_959_552, 2_147_483_648])
    #expect(advice.allSatisfy { $0.pass.output == pass.output })
    #expect(advice.allSatisfy { $0.pass.axes.height.exactScale == .times(2) })
  }

  @Test func `an even axis stays, and the other one changes`() throws {
    var subject = LayerCase.square(.transposed, input: 8, kernel: 4, stride: 2, padding: 1)
    subject.layer.kernelSize[.width] = 3
    subject.layer.outputPadding[.width] = 1
    let pass = try subject.forward()
    let first = try #require(Advice.nearest(to: pass).first)
    #expect(first.subject.layer.kernelSize == Spatial(square: 4))
    #expect(first.pass.output == pass.output && first.pass.overlap.isEvenInside)
    for advice in Advice.nearest(to: pass) {
      #expect(advice.subject.layer.kernelSize.height == 4)
      #expect(advice.subject.layer.dilation.height == 1)
    }
  }

  @Test func `axes that differ get the nearest pairs of changes`() throws {
    var subject = LayerCase.square(
      .transposed, input: 8, kernel: 3, stride: 2, padding: 1, outputPadding: 1)
    subject.layer.kernelSize[.width] = 5
    subject.layer.stride[.width] = 3
    let pass = try subject.forward()
    let advice = Advice.nearest(to: pass)
    #expect(advice.count == Advice.mostOffered)
    #expect(Set(advice.map(\.subject)).count == advice.count)
    for one in advice {
      #expect(one.pass.output == pass.output && one.pass.overlap.isEvenInside)
    }
    #expect(advice.first?.subject.layer.kernelSize == Spatial(height: 4, width: 6))
  }

  /// Along W, an input of one cell, the taps of dilation 3 all miss the two cells of the output.
  @Test func `nothing is advised that computes nothing along one axis alone`() throws {
    var subject = LayerCase.square(.transposed, input: 8, kernel: 3, stride: 2, padding: 1)
    subject.layer.outputPadding = Spatial(square: 1)
    subject.input.size[.width] = 1
    let advice = Advice.nearest(to: try subject.forward())
    #expect(advice.count >= 3)
    #expect(advice.allSatisfy { $0.pass.overlap.sum > 0 })
  }

  @Test func `even layers and convolutions need no advice`() throws {
    let even = LayerCase.square(.transposed, input: 8, kernel: 4, stride: 2, padding: 1)
    #expect(Advice.nearest(to: try even.forward()).isEmpty)
    let convolution = LayerCase.square(.convolution, input: 8, kernel: 3, stride: 2)
    #expect(Advice.nearest(to: try convolution.forward()).isEmpty)
  }
}
