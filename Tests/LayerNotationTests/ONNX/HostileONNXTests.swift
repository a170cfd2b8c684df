import ConvArithmetic
import LayerNotation
import Testing

/// Files that are broken, of other programs, or made to hurt.
@Suite struct HostileONNXTests {
  private static func varint(_ number: Int) -> [UInt8] {
    var (left, bytes) = (UInt64(truncatingIfNeeded: number), [UInt8]())
    while left >= 0x80 {
      bytes.append(UInt8(left & 0x7F) | 0x80)
      left >>= 7
    }
    return bytes + [UInt8(left)]
  }

  private static func field(_ number: Int, _ inside: [UInt8]) -> [UInt8] {
    varint(number << 3 | 2) + varint(inside.count) + inside
  }

  private static func field(_ number: Int, _ text: String) -> [UInt8] {
    field(number, Array(text.utf8))
  }

  private static func node(
    _ type: String, _ inputs: [String], _ outputs: [String], _ attributes: [[UInt8]] = []
  ) -> [UInt8] {
    field(
      1,
      inputs.flatMap { field(1, $0) } + outputs.flatMap { field(2, $0) } + field(4, type)
        + attributes.flatMap { field(5, $0) })
  }

  /// A model with an input x of the sizes (1, 3, 8, 8).
  private static func model(_ nodes: [[UInt8]]) -> [UInt8] {
    let sizes = [1, 3, 8, 8].flatMap { field(1, [0x08] + varint($0)) }
    let input = field(1, "x") + field(2, field(1, [0x08, 1] + field(2, sizes)))
    return [0x08, 10] + field(7, nodes.flatMap(\.self) + field(11, input))
  }

  private func refusal(of bytes: [UInt8]) -> PyTorchProblem? {
    do throws(PyTorchProblem) {
      _ = try ModelText(reading: bytes)
      return nil
    } catch { return error }
  }

  @Test func `a file that ends too early says where`() throws {
    let whole = Self.model([Self.node("Relu", ["x"], ["y"])])
    #expect(try ModelGraph(onnx: whole)?.operations.count == 1)
    for count in 3..<whole.count {
      let problem = try #require(refusal(of: Array(whole[..<count])))
      #expect(problem.description.hasPrefix("the file is not a whole ONNX file"))
    }
  }

  @Test func `a file that becomes shorter while it is read is told`() throws {
    let whole = Self.model([Self.node("Relu", ["x"], ["y"])])
    for (left, block) in (3..<whole.count).flatMap({ [($0, 1), ($0, 1000)] }) {
      let bytes = WireBytes(count: whole.count, block: block) { place, count in
        Array(whole[..<left].dropFirst(place).prefix(count))
      }
      let problem = #expect(throws: PyTorchProblem.self) { try ModelGraph(onnx: bytes) }
      #expect(problem?.description.hasPrefix("the file is not a whole ONNX file") == true)
    }
  }

  @Test(arguments: [1, 2, 3, 7, 64, 1000])
  func `however much is read at once, the model is the same`(_ block: Int) throws {
    let whole = try ONNXFixture.bytes("own_decoder.script", "onnx")
    let bytes = WireBytes(count: whole.count, block: block) { place, count in
      Array(whole[place..<place + count])
    }
    let graphs = [try ModelGraph(onnx: bytes), try ModelGraph(onnx: whole)].compactMap(\.self)
    let sheets = graphs.map { ModelSheet($0, title: "").json }
    #expect(sheets.count == 2 && sheets[0] == sheets[1])
  }

  @Test func `weights are not read`() throws {
    let size = 1 << 20
    let weight =
      [0x08] + Self.varint(size / 4) + [0x10, 1] + Self.field(8, "w")
      + Self.field(9, [UInt8](repeating: 0, count: size))
    let whole = Self.model([Self.field(5, weight), Self.node("Mul", ["x", "w"], ["y"])])
    var read = 0
    let bytes = WireBytes(count: whole.count) { place, count in
      read += count
      return Array(whole[place..<place + count])
    }
    let graph = try #require(try ModelGraph(onnx: bytes))
    #expect(graph.inputs.map(\.said) == [[1, 3, 8, 8], [size / 4]])
    #expect(graph.operations.map(\.word) == ["mul"])
    #expect(read < size / 8)
  }

  @Test func `a file without a graph is told`() {
    #expect(refusal(of: [0x08, 10])?.description == Sentence.noONNXGraph())
  }

  @Test(
    arguments: [
      [0x08, 10, 0x3A, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01],
      [0x08, 10, 0x3A, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01],
      [0x08, 10, 0x3A, 0xFF, 0xFF, 0xFF, 0xFF, 0x07], [0x08, 10, 0x3B, 0x00],
      [0x08, 10, 0x3E, 0x00],
      [0x08, 10, 0x3A, 0x02, 0x0A, 0x7F],
    ] as [[UInt8]])
  func `lengths and kinds that are wrong are refused`(bytes: [UInt8]) throws {
    #expect(try #require(refusal(of: bytes)).line == 0)
  }

  @Test func `a node that takes a later output is named`() throws {
    let bytes = Self.model([
      Self.node("Relu", ["z"], ["y"]), Self.node("Add", ["x", "y"], ["z"]),
    ])
    let graph = try #require(try ModelGraph(onnx: bytes))
    #expect(graph.problems.map(\.message) == [Sentence.noTensorBefore("z")])
    #expect(graph.flow().size(of: 1) == nil)
  }

  @Test func `a name that is given twice is told`() throws {
    let bytes = Self.model([Self.node("Relu", ["x"], ["y"]), Self.node("Tanh", ["x"], ["y"])])
    let graph = try #require(try ModelGraph(onnx: bytes))
    #expect(graph.problems.map(\.message) == [Sentence.madeTwice("y")])
  }

  @Test func `of a constant with several values the order says nothing`() throws {
    let text = Self.field(1, "value_string") + Self.field(4, "x")
    let one = Self.field(1, "value_int") + [0x18, 1]
    let two = Self.field(1, "value_ints") + [0x40, 2]
    for attributes in [[text, one, two], [two, one, text], [one, text, two], [two, text, one]] {
      let graph = try #require(
        try ModelGraph(
          onnx: Self.model([
            Self.node("Constant", [], ["axis"], attributes),
            Self.node("Gather", ["x", "axis"], ["y"], [Self.field(1, "axis") + [0x18, 1]]),
          ])))
      #expect(graph.flow().size(of: 1) == [1, 8, 8])
    }
  }

  @Test func `an unknown operator has no size, and says so`() throws {
    let graph = try #require(try ModelGraph(onnx: Self.model([Self.node("Vortex", ["x"], ["y"])])))
    let flow = graph.flow()
    #expect(flow.size(of: 1) == nil)
    #expect(flow.reasons[1]?.sentence == .unknownFunction)
  }

  /// SAME pads 8 cells by 0 + 1 for a kernel of 3 in steps of 2, and 9 by 1 + 1.
  @Test func `a padding that follows from the input is that of this one, which is said`() throws {
    let weights = [("w", [4, 3, 3, 3]), ("v", [2, 4, 1, 1])].flatMap { name, sizes in
      Self.field(5, sizes.flatMap { [0x08, $0] } + [0x10, 1] + Self.field(8, name))
    }
    let attributes = [
      Self.field(1, "auto_pad") + Self.field(4, "SAME_UPPER"),
      Self.field(1, "strides") + [0x40, 2, 0x40, 2],
    ]
    let graph = try #require(
      try ModelGraph(
        onnx: Self.model([
          weights, Self.node("Conv", ["x", "w"], ["y"], attributes),
          Self.node("Conv", ["y", "v"], ["z"]), Self.field(12, Self.field(1, "z")),
        ])))
    let named = try #require(graph.network())
    #expect(named.modules.map(\.layer?.padding.text) == ["0:1", "0"])
    #expect(named.notes.contains(Remark(.paddedByInput, 1, "y")))
    #expect(graph.flow(from: [[1, 3, 9, 9]]).size(of: 4) == [1, 2, 5, 5])
  }

  @Test(arguments: ["If", "Loop", "Scan"])
  func `graphs inside of a node are not followed, which is said`(_ type: String) throws {
    let inside = Self.node("Conv", ["x", "w"], ["z"])
    let weight = Self.field(
      5, [0x08, 4, 0x08, 3, 0x08, 1, 0x08, 1, 0x10, 1] + Self.field(8, "w"))
    let branch = Self.field(1, "then_branch") + Self.field(6, inside)
    let graph = try #require(
      try ModelGraph(
        onnx: Self.model([
          weight, Self.node(type, ["x"], ["y"], [branch]), Self.node("Relu", ["y"], ["out"]),
          Self.field(12, Self.field(1, "out")),
        ])))
    let sheet = ModelSheet(graph, title: "")
    #expect(sheet.output == nil && sheet.stages.allSatisfy { $0.output == nil })
    #expect(sheet.stages.map(\.multiplications) == [nil, nil])
    #expect(sheet.notes.contains(Sentence.graphsInside(type)))
    // The weight is of the branch.
    #expect(sheet.parameters == 12)
  }

  @Test func `the places of a pool's values have its name`() throws {
    let kernel = Self.field(1, "kernel_shape") + [0x40, 2, 0x40, 2]
    let graph = try #require(
      try ModelGraph(
        onnx: Self.model([
          Self.node("MaxPool", ["x"], ["y", "i"], [kernel]), Self.node("Relu", ["i"], ["out"]),
        ])))
    #expect(graph.operations.map(\.word) == ["max_pool2d", "max_pool2d", "relu"])
  }

  @Test(
    arguments: [
      ([0x50, 0x4B, 0x03, 0x04, 0x00], "this is a zip archive"),
      ([0x80, 0x02, 0x8A, 0x0A], "this is a Python pickle"),
      ([0x1C, 0, 0, 0] + Array("TFL3".utf8), "this is a file of TensorFlow Lite"),
    ] as [([UInt8], String)])
  func `files of other programs are named`(bytes: [UInt8], words: String) throws {
    #expect(try #require(refusal(of: bytes)).description.hasPrefix(words))
  }

  @Test(arguments: [
    "", "\u{8}hello", "(conv): Conv2d(3, 8, kernel_size=(3, 3))", ": \n", "\"\"\"a\"\"\"",
  ])
  func `a text is no ONNX file`(text: String) throws {
    #expect(try ModelGraph(onnx: Array(text.utf8)) == nil)
  }

  @Test func `any byte may be wrong`() throws {
    let bytes = try ONNXFixture.bytes("own_decoder.script", "onnx")
    for place in stride(from: 0, to: bytes.count, by: 7) {
      var broken = bytes
      broken[place] ^= UInt8(truncatingIfNeeded: 1 << (place % 8))
      guard let graph = try? ModelGraph(onnx: broken) else { continue }
      #expect(graph.flow().values.count == graph.inputs.count + graph.operations.count)
    }
  }
}
