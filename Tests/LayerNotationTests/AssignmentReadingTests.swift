import ConvArithmetic
import LayerNotation
import Testing

@Suite struct AssignmentReadingTests {
  private static let kernel = Assignment(.kernelSize, .perAxis(Spatial(height: 3, width: 5)))

  @Test(arguments: [
    "k=3,5", "kernel_size=3,5", "kernel-size=3,5", "KERNEL_SIZE=3,5", "  k=3,5  ", "k = 3,5",
    "k= 3,5", "k =3,5", "k=3, 5", "k=3 ,5", "k=3 , 5", "k=(3,5)", "k=(3, 5)", "k = ( 3 , 5 )",
    "k=[3, 5]", "k=\t3,\t5",
  ])
  func `one assignment is read, wherever the spaces are`(line: String) throws {
    #expect(try Assignment.read(line) == [Self.kernel])
  }

  @Test(arguments: [
    "k=3,5 stride=2", "kernel_size=(3, 5) stride = 2", "k=3, 5 stride=2", "k=[3,5]stride=2",
    "k=(3,5)   s=2 ", "k = 3 , 5 s = 2", "k=3,5, s=2", "kernel_size=(3, 5), stride=2",
  ])
  func `several assignments are read in their order`(line: String) throws {
    #expect(try Assignment.read(line) == [Self.kernel, Assignment(.stride, .number(2))])
  }

  @Test func `words stand among numbers`() throws {
    #expect(
      try Assignment.read("op=conv2d padding=same bias=no batch=none input=3,8,8")
        == [
          Assignment(.op, .op(.conv2d)), Assignment(.padding, .padding(.same)),
          Assignment(.bias, .flag(false)), Assignment(.batch, .unbatched),
          Assignment(.input, .dimensions([3, 8, 8])),
        ])
  }

  @Test(arguments: ["", " ", "\t\n "]) func `nothing assigns nothing`(line: String) throws {
    #expect(try Assignment.read(line) == [])
  }

  @Test func `of two assignments to one name the last one wins`() throws {
    var subject = subject(layer(.convolution, 1, 1, Spatial(square: 3)))
    for assignment in try Assignment.read("k=5 s=2 k=7,9") { try subject.assign(assignment) }
    #expect(subject.layer.kernelSize == Spatial(height: 7, width: 9))
    #expect(subject.layer.stride == Spatial(square: 2))
  }

  @Test(arguments: [
    ("kernel_size", NotationError.missingEquals("kernel_size")),
    ("3", .missingEquals("3")),
    ("k=3 stride", .unreadableValue(.kernelSize, "3 stride")),
    ("k=3 5", .unreadableValue(.kernelSize, "3 5")),
    ("k=(3,5)x", .unreadableValue(.kernelSize, "(3,5)x")),
    ("k=", .unreadableValue(.kernelSize, "")),
    ("k= stride=2", .unreadableValue(.kernelSize, "")),
    ("k=(3,5", .unreadableValue(.kernelSize, "(3,5")),
    ("k=(3,5]", .unreadableValue(.kernelSize, "(3,5]")),
    ("k=3,", .unreadableValue(.kernelSize, "3,")),
    ("s=2 k==3", .unreadableValue(.kernelSize, "")),
    ("s=2 groups=two", .unreadableValue(.groups, "two")),
    ("in=3", .unknownName("in", candidates: ["in_channels", "input"])),
  ])
  func `a part that cannot be read is named`(line: String, error: NotationError) {
    #expect(throws: error) { try Assignment.read(line) }
  }

  @Test func `an assignment without a name is refused`() {
    for line in ["=3", " = 3", "k=3 =5"] {
      #expect(throws: NotationError.self, "\(line)") { try Assignment.read(line) }
    }
  }
}
