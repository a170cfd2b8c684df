import ConvArithmetic
import LayerNotation
import Testing

@Suite struct ValueReadingTests {
  struct Reading: Sendable, CustomTestStringConvertible {
    let hyperparameter: Hyperparameter
    let text: String
    let value: HyperparameterValue
    var testDescription: String { "\(hyperparameter.rawValue)=\(text)" }

    init(_ hyperparameter: Hyperparameter, _ text: String, _ value: HyperparameterValue) {
      (self.hyperparameter, self.text, self.value) = (hyperparameter, text, value)
    }
  }

  static let spatial: [Hyperparameter] = [
    .input, .kernelSize, .stride, .padding, .dilation, .outputPadding,
  ]
  static let numeric: [Hyperparameter] = spatial + [.batch, .inChannels, .outChannels, .groups]

  @Test(arguments: numeric) func `a number is read`(hyperparameter: Hyperparameter) throws {
    for text in ["7", " 7 ", "\t7\n", "(7)", "[7]", "( 7 )", "007"] {
      #expect(try hyperparameter.value(text) == .number(7), "\(text)")
    }
    #expect(try hyperparameter.value("-7") == .number(-7))
    #expect(try hyperparameter.value("0") == .number(0))
    #expect(try hyperparameter.value("9223372036854775807") == .number(.max))
  }

  @Test(arguments: spatial)
  func `a pair is read with and without parentheses`(hyperparameter: Hyperparameter) throws {
    let pair: HyperparameterValue =
      hyperparameter == .input ? .dimensions([3, 5]) : .perAxis(Spatial(height: 3, width: 5))
    for text in ["3,5", "3, 5", " 3 , 5 ", "(3,5)", "(3, 5)", "[3,5]", "[ 3 ,5 ]", " (3,5) "] {
      #expect(try hyperparameter.value(text) == pair, "\(text)")
    }
  }

  @Test(arguments: [Hyperparameter.batch, .inChannels, .outChannels, .groups, .op, .bias])
  func `a pair is refused where there is one number`(hyperparameter: Hyperparameter) {
    #expect(throws: NotationError.unreadableValue(hyperparameter, "3,5")) {
      try hyperparameter.value("3,5")
    }
  }

  static let words: [Reading] = [
    Reading(.padding, "same", .padding(.same)), Reading(.padding, " SAME ", .padding(.same)),
    Reading(.padding, "valid", .padding(.valid)), Reading(.padding, "Valid", .padding(.valid)),
    Reading(.bias, "yes", .flag(true)), Reading(.bias, "True", .flag(true)),
    Reading(.bias, "on", .flag(true)), Reading(.bias, "1", .flag(true)),
    Reading(.bias, "no", .flag(false)), Reading(.bias, "False", .flag(false)),
    Reading(.bias, "off", .flag(false)), Reading(.bias, "0", .flag(false)),
    Reading(.batch, "none", .unbatched), Reading(.batch, "None", .unbatched),
    Reading(.op, "conv2d", .op(.conv2d)), Reading(.op, "Conv2d", .op(.conv2d)),
    Reading(.op, "conv_transpose2d", .op(.convTranspose2d)),
    Reading(.op, " ConvTranspose2d ", .op(.convTranspose2d)),
  ]

  @Test(arguments: words) func `words are read in any case`(reading: Reading) throws {
    #expect(try reading.hyperparameter.value(reading.text) == reading.value)
  }

  @Test func `words belong to one hyperparameter`() {
    for (word, owner) in [
      ("same", Hyperparameter.padding), ("valid", .padding), ("yes", .bias), ("none", .batch),
      ("conv2d", .op),
    ] {
      for other in Hyperparameter.allCases where other != owner {
        #expect(throws: NotationError.unreadableValue(other, word)) { try other.value(word) }
      }
    }
  }

  @Test func `a shape is read with and without a batch`() throws {
    let batched = HyperparameterValue.dimensions([2, 64, 8, 9])
    let unbatched = HyperparameterValue.dimensions([64, 8, 9])
    for text in ["2,64,8,9", "(2, 64, 8, 9)", "[2, 64, 8, 9]", " 2 ,64, 8,9 "] {
      #expect(try Hyperparameter.input.value(text) == batched, "\(text)")
    }
    for text in ["64,8,9", "(64, 8, 9)", "[64,8,9]"] {
      #expect(try Hyperparameter.input.value(text) == unbatched, "\(text)")
    }
    #expect(throws: NotationError.unreadableValue(.input, "1,2,3,4,5,6")) {
      try Hyperparameter.input.value("1,2,3,4,5,6")
    }
  }

  static let wrong = [
    "", " ", "x", "three", "3x", "0x3", "3.0", "1e3", "3 5", "3;5", "1,2,3,4,5,6", "3,", ",3", ",",
    "3,,5", "(3,5", "3,5)", "(3,5]", "[3", "3]", "()", "(", ")", "((3,5))", "--3", "3-", "٣",
    "３", "３,５", "²", "½", "3\u{0}", "\u{1B}[31m3", "3\u{200B}", "3\u{301}", "\u{7F}", "same ,",
    "9223372036854775808", "-9223372036854775809", String(repeating: "9", count: 1000),
    "3," + String(repeating: "1", count: 1000),
  ]

  @Test(arguments: Hyperparameter.allCases)
  func `anything else is refused as it was typed`(hyperparameter: Hyperparameter) {
    for text in Self.wrong {
      #expect(
        throws: NotationError.unreadableValue(hyperparameter, text), "\(text.debugDescription)"
      ) {
        try hyperparameter.value(text)
      }
    }
  }

  @Test(arguments: [Hyperparameter.kernelSize, .stride, .padding, .dilation, .outputPadding])
  func `as many numbers are read as a layer has axes`(hyperparameter: Hyperparameter) throws {
    #expect(throws: NotationError.unreadableValue(hyperparameter, "3,5,7,9")) {
      try hyperparameter.value("3,5,7,9")
    }
    let value = try hyperparameter.value("3,5,7")
    #expect(value == .perAxis(Spatial(3, 5, 7)))
    for op in LayerOp.all where hyperparameter.applies(to: op.direction) {
      let words = "op=\(op.functionName) \(hyperparameter.rawValue)=3,5,7"
      let layer = Result { () throws(NotationError) in try LayerCase(Assignment.read(words)).layer }
      guard op.axes != 3 else {
        #expect(try layer.get().op == op)
        continue
      }
      #expect(throws: NotationError.self) { try layer.get() }
    }
  }

  @Test func `the number of axes says what the numbers of an input are`() throws {
    let inputs: [(op: String, input: String, shape: [Int])] = [
      ("conv1d", "16", [1, 1, 16]), ("conv1d", "2,16", [2, 16]), ("conv1d", "3,2,16", [3, 2, 16]),
      ("conv2d", "8,9", [1, 1, 8, 9]), ("conv2d", "2,8,9", [2, 8, 9]),
      ("conv3d", "7,8,9", [1, 1, 7, 8, 9]), ("conv_transpose3d", "2,7,8,9", [2, 7, 8, 9]),
      ("conv3d", "1,2,7,8,9", [1, 2, 7, 8, 9]),
    ]
    for (op, input, shape) in inputs {
      for words in ["op=\(op) input=\(input)", "input=\(input) op=\(op)"] {
        #expect(try LayerCase(Assignment.read(words)).input.dimensions == shape, "\(words)")
      }
    }
    for (op, input) in [("conv1d", "1,2,3,4"), ("conv2d", "1,2,3,4,5"), ("conv3d", "8,9")] {
      #expect(throws: NotationError.self) {
        try LayerCase(Assignment.read("op=\(op) input=\(input)"))
      }
    }
  }

  @Test func `another number of axes keeps what carries over`() throws {
    var subject = try LayerCase(
      Assignment.read("op=conv_transpose2d input=2,3,8,9 kernel_size=3,5 stride=1,2 padding=1,0"))
    try subject.assign(Assignment(.op, .op(LayerOp(.transposed, axes: 1))))
    #expect(subject.layer.kernelSize == Spatial(5))
    #expect(subject.layer.stride == Spatial(2))
    #expect(subject.input.dimensions == [2, 3, 9])
    try subject.assign(Assignment(.op, .op(LayerOp(.convolution, axes: 3))))
    #expect(subject.layer.padding == .explicit(Spatial(0, 0, 0)))
    #expect(subject.input.dimensions == [2, 3, 9, 9, 9])
  }
}
