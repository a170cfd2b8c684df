extension ModelGraph {
  /// Reads what `print(torch.export.export(model, (x,)))` or `print(torch.fx.symbolic_trace(model))`
  /// shows.
  ///
  /// - Throws: ``PyTorchProblem`` for a text that is too long, or has no `forward` of either kind,
  ///   or one of no operation.
  package init(reading bytes: [UInt8]) throws(PyTorchProblem) {
    var bytes = bytes
    guard let graph = try ModelGraph(of: &bytes) else {
      throw PyTorchProblem(TextPosition(), .noLayer)
    }
    self = graph
  }

  /// The model of an ONNX file, or of either text; `nil` for other bytes, which become plain text.
  ///
  /// - Throws: ``PyTorchProblem`` for a text that is too long, and for a file that is not read.
  init?(of bytes: inout [UInt8]) throws(PyTorchProblem) {
    if let graph = try ModelGraph(onnx: bytes) {
      self = graph
      return
    }
    bytes = bytes.plainText
    guard let (place, origin) = Self.forward(in: bytes) else { return nil }
    guard bytes.count <= Self.limit else {
      throw PyTorchProblem(TextPosition(), .tooLong, bytes.count.grouped, Self.limit.grouped)
    }
    let next = Self.forward(in: bytes, after: place)
    var reader = GraphReader(next.map { Array(bytes[..<$0]) } ?? bytes, origin)
    if origin == .traced, !Self.endsWithLeaf(bytes[..<place]) {
      reader.modules = GraphModules(Array(bytes[..<place]))
    }
    reader.read(from: place)
    let before = origin == .exported ? Self.printedLine(in: 0..<place, of: bytes) : nil
    let after =
      next.map { bytes.line(of: $0) }
      ?? reader.end.flatMap { Self.layerLine(after: $0, in: bytes) }
    for case let line? in [before, after] {
      reader.report(PyTorchProblem(TextPosition(line: line, column: 1), .furtherModel))
    }
    if let place = invalidPlace(bytes) { reader.report(PyTorchProblem(place, .notUTF8)) }
    self = reader.graph
    if operations.isEmpty { throw problems.first ?? PyTorchProblem(TextPosition(), .noLayer) }
  }

  /// Where the `forward` of another model begins: those of modules inside have more indentation.
  private static func forward(in bytes: [UInt8], after first: Int) -> Int? {
    // No further back, as one line may hold all of the text.
    func indentation(_ place: Int) -> Int {
      let start = max(0, place - 200)
      return place - (bytes[start..<place].lastIndex(of: UInt8(ascii: "\n")) ?? start - 1)
    }
    var start = first + 1
    while let place = bytes.place(of: "def forward(", in: start..<bytes.count) {
      if indentation(place) <= indentation(first) { return place }
      start = place + 1
    }
    return nil
  }

  /// The line of the first layer of a printed model.
  private static func printedLine(in part: Range<Int>, of bytes: [UInt8]) -> Int? {
    var reader = ModelReader(Array(bytes[part]))
    reader.read()
    return reader.layers.first.map { $0.line - 1 + bytes.line(of: part.lowerBound) }
  }

  /// The same after a graph, whose signature is long; every printed layer has this word in it.
  private static func layerLine(after end: Int, in bytes: [UInt8]) -> Int? {
    let rest = end..<bytes.count
    guard bytes.place(of: "kernel_size=", in: rest) != nil else { return nil }
    return printedLine(in: rest, of: bytes)
  }

  /// Where `forward` begins, and which text it is of: a traced one has a printed model before it,
  /// lines that give names to what they make, and no constructors of its own, as source has.
  private static func forward(in bytes: [UInt8]) -> (place: Int, origin: Origin)? {
    let all = 0..<bytes.count
    guard let place = bytes.place(of: "def forward(", in: all) else { return nil }
    let (before, after) = (0..<place, place..<bytes.count)
    if bytes.place(of: "def __init__", in: before) != nil { return nil }
    if bytes.place(of: "torch.ops.aten.", in: after) != nil { return (place, .exported) }
    guard bytes.place(of: " = ", in: after) != nil,
      endsWithLeaf(bytes[before])
        || bytes.place(of: "): ", in: before) != nil && hasPrintedModule(Array(bytes[before]))
    else { return nil }
    return (place, .traced)
  }

  /// Whether the last line is a printed module with nothing in it, `Net()`, as of a traced function
  /// or of a single module, whose numbers are not printed; nothing is indented there, as in source.
  private static func endsWithLeaf(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.last == UInt8(ascii: "\n") else { return false }
    let text = bytes[..<((bytes.lastIndex { $0 > 0x20 } ?? bytes.startIndex - 1) + 1)]
    let start = text.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? text.startIndex
    let word = text[start...]
    guard word.count < 200, word.suffix(2).elementsEqual("()".utf8) else { return false }
    let name = String(decoding: word.dropLast(2), as: UTF8.self)
    return name.first?.isLetter ?? false
      && name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
  }

  /// Whether a printed module stands in a line of its own, in no string and no comment.
  private static func hasPrintedModule(_ bytes: [UInt8]) -> Bool {
    var lexer = PyTorchLexer(bytes)
    while true {
      let token = lexer.next()
      if token.kind == .end { return false }
      if token.startsLine, lexer.childHeader(token) != nil { return true }
    }
  }
}

extension [UInt8] {
  /// The line of a place, from 1.
  fileprivate func line(of place: Int) -> Int {
    self[..<place].count { $0 == UInt8(ascii: "\n") } + 1
  }

  /// Where some ASCII text begins first in a part of the bytes.
  ///
  /// Source: Horspool, "Practical fast searching in strings" (1980).
  func place(of text: StaticString, in part: Range<Int>) -> Int? {
    text.withUTF8Buffer { wanted in
      // How far it may move on, by the byte that its last one meets.
      var steps = [Int](repeating: wanted.count, count: 256)
      for (place, byte) in wanted.dropLast().enumerated() {
        steps[Int(byte)] = wanted.count - 1 - place
      }
      return withUnsafeBufferPointer { bytes in
        var place = part.lowerBound
        while place + wanted.count <= part.upperBound {
          var left = wanted.count
          while left > 0, bytes[place + left - 1] == wanted[left - 1] { left -= 1 }
          if left == 0 { return place }
          place += steps[Int(bytes[place + wanted.count - 1])]
        }
        return nil
      }
    }
  }
}
