import ConvArithmetic
import SeededNumbers
import Testing

/// The equivalents of a transposed layer, computed on small integer tensors by loops.
@Suite struct EquivalentTests {
  private typealias Plane = [[Int]]

  private func plane(_ size: Spatial<Int>, _ value: (Int, Int) -> Int) -> Plane {
    (0..<size.height).map { row in (0..<size.width).map { value(row, $0) } }
  }

  private func random(_ size: Spatial<Int>, _ random: inout SeededGenerator) -> Plane {
    plane(size) { _, _ in random.number(in: -9...9) }
  }

  private func padding(_ layer: ConvLayer) -> Spatial<Int> {
    layer.padding.equal ?? Spatial(square: 0)
  }

  /// A convolution of stride 1, as PyTorch computes it: each output gathers from its window.
  private func convolve(_ input: Plane, _ kernel: Plane, _ pass: ForwardPass) -> Plane {
    let padding = padding(pass.layer)
    return plane(pass.output.size) { row, column in
      var sum = 0
      for (rowTap, weights) in kernel.enumerated() {
        for (columnTap, weight) in weights.enumerated() {
          let (y, x) = (row + rowTap - padding.height, column + columnTap - padding.width)
          guard input.indices.contains(y), input[y].indices.contains(x) else { continue }
          sum += weight * input[y][x]
        }
      }
      return sum
    }
  }

  /// A transposed layer, as PyTorch computes it: each input cell scatters the kernel.
  private func transpose(_ input: Plane, _ kernel: Plane, _ pass: ForwardPass) -> Plane {
    let (padding, stride) = (padding(pass.layer), pass.layer.stride)
    var output = plane(pass.output.size) { _, _ in 0 }
    for (row, values) in input.enumerated() {
      for (column, value) in values.enumerated() {
        for (rowTap, weights) in kernel.enumerated() {
          for (columnTap, weight) in weights.enumerated() {
            let y = row * stride.height + rowTap - padding.height
            let x = column * stride.width + columnTap - padding.width
            guard output.indices.contains(y), output[y].indices.contains(x) else { continue }
            output[y][x] += value * weight
          }
        }
      }
    }
    return output
  }

  /// Uneven and even transposed layers of one channel, scale-exact and not.
  private func samples(_ count: Int, seed: UInt64, square: Bool) -> [ForwardPass] {
    var random = SeededGenerator(seed: seed)
    var samples: [ForwardPass] = []
    while samples.count < count {
      var subject = LayerCase.square(
        .transposed, input: 1, kernel: 1, stride: random.number(in: 2...3))
      if !square { subject.layer.stride[.width] = random.number(in: 1...3) }
      subject.input.size = random.spatial(in: 1...5)
      subject.layer.kernelSize = random.spatial(in: 1...6)
      subject.layer.padding = .explicit(random.spatial(in: 0...3))
      subject.layer.dilation = random.spatial(in: 1...2)
      subject.layer.outputPadding = random.spatial(in: 0...2)
      if let pass = try? subject.forward() { samples.append(pass) }
    }
    return samples
  }

  @Test func `resize and convolve is the transposed layer with tied weights`() throws {
    var generator = SeededGenerator(seed: 51)
    for pass in samples(300, seed: 52, square: false) {
      let equivalent = try #require(
        Equivalent.all(of: pass).first { $0.method == .resizeAndConvolve }, "\(pass.layer)")
      #expect(equivalent.convolution.output == pass.output)
      #expect(equivalent.transposed.output == pass.output)
      let (scale, size) = (equivalent.scale, equivalent.convolution.layer.kernelSize)
      #expect(scale == pass.layer.stride)
      let input = random(pass.input.size, &generator)
      let kernel = random(size, &generator)
      let enlarged = plane(equivalent.convolution.input.size) {
        input[$0 / scale.height][$1 / scale.width]
      }
      // Each weight of the transposed kernel: those that meet one cell of the enlarged block.
      var tied = plane(equivalent.transposed.layer.kernelSize) { _, _ in 0 }
      for row in 0..<scale.height {
        for column in 0..<scale.width {
          for rowTap in 0..<size.height {
            for columnTap in 0..<size.width {
              tied[row + size.height - 1 - rowTap][column + size.width - 1 - columnTap] +=
                kernel[rowTap][columnTap]
            }
          }
        }
      }
      #expect(
        convolve(enlarged, kernel, equivalent.convolution)
          == transpose(input, tied, equivalent.transposed), "\(pass.layer)")
    }
  }

  @Test func `sub-pixel is the transposed layer weight for weight`() throws {
    var generator = SeededGenerator(seed: 53)
    var found = 0
    for pass in samples(400, seed: 54, square: true) {
      guard let equivalent = Equivalent.all(of: pass).first(where: { $0.method == .subPixel })
      else {
        #expect(
          [pass.output.size.height, pass.output.size.width].contains {
            $0 % pass.layer.stride.height != 0
          })
        continue
      }
      found += 1
      let (scale, size) = (equivalent.scale.height, equivalent.convolution.layer.kernelSize)
      #expect(equivalent.convolution.layer.outChannels == scale * scale)
      #expect(equivalent.transposed.output == pass.output)
      #expect(equivalent.transposed.overlap.isEvenInside)
      let input = random(pass.input.size, &generator)
      let kernels = (0..<scale * scale).map { _ in random(size, &generator) }
      let channels = kernels.map { convolve(input, $0, equivalent.convolution) }
      let shuffled = plane(pass.output.size) { row, column in
        channels[row % scale * scale + column % scale][row / scale][column / scale]
      }
      let kernel = plane(equivalent.transposed.layer.kernelSize) { row, column in
        let tap = (size.height - 1 - row / scale, size.width - 1 - column / scale)
        return kernels[row % scale * scale + column % scale][tap.0][tap.1]
      }
      #expect(shuffled == transpose(input, kernel, equivalent.transposed), "\(pass.layer)")
    }
    #expect(found > 30)
  }

  @Test func `the kernels are the least that cover as much and keep the size`() throws {
    for pass in samples(300, seed: 55, square: true) {
      let covered = pass.layer.dilation.height * (pass.layer.kernelSize.height - 1) + 1
      let (input, output) = (pass.input.size.height, pass.output.size.height)
      let stride = pass.layer.stride.height
      for equivalent in Equivalent.all(of: pass) {
        let isResize = equivalent.method == .resizeAndConvolve
        let expected = (1...60).first { kernel in
          let from = isResize ? stride * input : input
          let to = isResize ? output : output / stride
          return (isResize ? stride + kernel - 1 : stride * kernel) >= covered
            && (0..<kernel).contains { from + 2 * $0 - kernel + 1 == to }
        }
        #expect(equivalent.convolution.layer.kernelSize.height == expected, "\(pass.layer)")
      }
    }
  }

  @Test func `the modules of an equivalent, one after the other, make what the layer makes`() {
    for pass in samples(100, seed: 56, square: true) {
      for equivalent in Equivalent.all(of: pass) {
        let flow = Network(chain: equivalent.stages).flow(of: pass.input)
        #expect(flow.shapes.count == 3 && flow.shapes.last == pass.output, "\(pass.layer)")
      }
    }
  }

  @Test func `the named identities come out`() throws {
    let pass = try LayerCase.square(.transposed, input: 64, kernel: 4, stride: 2, padding: 1)
      .channels(256, 128).forward()
    let equivalents = Equivalent.all(of: pass)
    #expect(equivalents.map(\.method) == [.resizeAndConvolve, .subPixel])
    let resize = try #require(equivalents.first), shuffle = try #require(equivalents.last)
    // Nearest ×2 and 3×3 with padding 1 is this very layer with tied weights.
    #expect(resize.convolution.layer.kernelSize == Spatial(square: 3))
    #expect(resize.convolution.input.size == Spatial(square: 128))
    #expect(resize.transposed.layer == pass.layer)
    #expect(shuffle.convolution.layer.kernelSize == Spatial(square: 3))
    #expect(shuffle.convolution.layer.outChannels == 512)
    #expect(shuffle.convolution.output.size == Spatial(square: 64))
    for equivalent in equivalents {
      #expect(equivalent.convolution[.multiplications] == 4_831_838_208)
    }
    // A kernel of s·m without padding is an m×m convolution and a pixel shuffle.
    let full = try LayerCase.square(.transposed, input: 70, kernel: 16, stride: 8).forward()
    let shuffled = try #require(Equivalent.all(of: full).last)
    #expect(shuffled.convolution.layer.kernelSize == Spatial(square: 2))
    #expect(shuffled.transposed.layer.kernelSize == full.layer.kernelSize)
    #expect(shuffled.transposed.layer.padding == full.layer.padding)
  }

  @Test func `nothing is enlarged without a stride, nor by a convolution`() throws {
    #expect(
      Equivalent.all(of: try LayerCase.square(.convolution, input: 8, kernel: 3).forward()).isEmpty)
    let flat = LayerCase.square(.transposed, input: 8, kernel: 3)
    #expect(Equivalent.all(of: try flat.forward()).isEmpty)
  }
}
