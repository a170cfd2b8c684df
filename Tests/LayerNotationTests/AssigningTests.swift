import ConvArithmetic
import LayerNotation
import Testing

@Suite struct AssigningTests {
  private static let ordinary = subject(layer(.convolution, 4, 6, Spatial(square: 3)))
  private static let transposed = subject(layer(.transposed, 4, 6, Spatial(square: 3)))

  /// The subject after a line of assignments.
  private func after(_ line: String, _ subject: LayerCase) throws -> LayerCase {
    var subject = subject
    for assignment in try Assignment.read(line) { try subject.assign(assignment) }
    return subject
  }

  @Test func `the input's channels follow in_channels`() throws {
    let subject = try after("in_channels=12", Self.ordinary)
    #expect(subject.layer.inChannels == 12)
    #expect(subject.input.dimensions == [1, 12, 8, 8])
  }

  @Test func `in_channels follows the input's channels`() throws {
    let batched = try after("input=2,12,5,7", Self.ordinary)
    #expect(batched.layer.inChannels == 12)
    #expect(batched.input.dimensions == [2, 12, 5, 7])
    let unbatched = try after("input=9,5,7", Self.ordinary)
    #expect(unbatched.layer.inChannels == 9)
    #expect(unbatched.input.dimensions == [9, 5, 7])
  }

  @Test func `one or two numbers for the input change its size alone`() throws {
    #expect(try after("input=5", Self.ordinary).input.dimensions == [1, 4, 5, 5])
    #expect(try after("input=5,7", Self.ordinary).input.dimensions == [1, 4, 5, 7])
  }

  @Test func `the batch comes and goes`() throws {
    let unbatched = try after("batch=none", Self.ordinary)
    #expect(unbatched.input.dimensions == [4, 8, 8])
    #expect(try after("batch=3", unbatched).input.dimensions == [3, 4, 8, 8])
  }

  @Test func `every number finds its place`() throws {
    let line = """
      in_channels=8 out_channels=10 kernel_size=4,5 stride=2,3 padding=1,0 dilation=6,7 \
      output_padding=5,6 groups=2 bias=no
      """
    let expected = layer(.transposed, 8, 10, Spatial(height: 4, width: 5)) {
      $0.stride = Spatial(height: 2, width: 3)
      $0.padding = .explicit(Spatial(height: 1, width: 0))
      $0.dilation = Spatial(height: 6, width: 7)
      $0.outputPadding = Spatial(height: 5, width: 6)
      $0.groups = 2
      $0.bias = false
    }
    #expect(try after(line, Self.transposed).layer == expected)
  }

  @Test(arguments: ["output_padding=0", "output_padding=1", "output_padding=1,2"])
  func `output_padding of a Conv2d is refused`(line: String) {
    #expect(throws: NotationError.doesNotApply(.outputPadding, "", .conv2d)) {
      try after(line, Self.ordinary)
    }
  }

  @Test(arguments: ["same", "valid"])
  func `a word for the padding of a ConvTranspose2d is refused`(word: String) {
    #expect(throws: NotationError.doesNotApply(.padding, word, .convTranspose2d)) {
      try after("padding=\(word)", Self.transposed)
    }
  }

  @Test func `a word for the padding of a Conv2d is taken`() throws {
    #expect(try after("padding=same", Self.ordinary).layer.padding == .same)
    #expect(try after("padding=valid", Self.ordinary).layer.padding == .valid)
    #expect(
      try after("padding=same padding=2", Self.ordinary).layer.padding
        == .explicit(Spatial(square: 2)))
  }

  @Test func `a refused assignment changes nothing`() {
    var subject = Self.ordinary
    #expect(throws: NotationError.self) {
      try subject.assign(Assignment(.outputPadding, .number(1)))
    }
    #expect(subject == Self.ordinary)
  }

  @Test func `a word becomes the numbers that it stands for when the layer is transposed`() throws {
    // same: d(k − 1) in all, so (2·(3 − 1))/2 = 2 and (2·(6 − 1))/2 = 5.
    let same = try after("padding=same k=3,6 dilation=2 op=conv_transpose2d", Self.ordinary)
    #expect(same.layer.padding == .explicit(Spatial(height: 2, width: 5)))
    let odd = try after("padding=same k=4 op=conv_transpose2d", Self.ordinary)
    #expect(odd.layer.padding == .explicit(Spatial(square: 1)))
    let valid = try after("padding=valid op=conv_transpose2d", Self.ordinary)
    #expect(valid.layer.padding == .explicit(Spatial(square: 0)))
  }

  @Test func `a kernel of any size survives the change of op`() throws {
    for size in [0, -1, Int.min, Int.max] {
      let subject = try after(
        "padding=same k=\(size) dilation=3 op=conv_transpose2d", Self.ordinary)
      #expect(subject.layer.direction == .transposed)
    }
  }

  @Test func `a convolution holds no output_padding, and becomes a transposed layer without one`()
    throws
  {
    let there = try after("stride=2 output_padding=1 op=conv2d", Self.transposed)
    #expect(there.layer.direction == .convolution)
    #expect(there == (try after("stride=2 op=conv2d", Self.transposed)))
    let back = try after("op=conv_transpose2d", there)
    #expect(back == (try after("stride=2", Self.transposed)))
  }

  @Test func `numbers for the padding outlive both changes of op`() throws {
    let subject = try after("padding=1,2 op=conv_transpose2d op=conv2d", Self.ordinary)
    #expect(subject.layer.padding == .explicit(Spatial(height: 1, width: 2)))
  }
}
