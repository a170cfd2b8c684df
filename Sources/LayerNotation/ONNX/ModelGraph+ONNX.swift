import ConvArithmetic

extension ModelGraph {
  /// The model in an ONNX file; `nil` for bytes that are no such file.
  ///
  /// Positions count nodes, from 1, in place of lines.
  ///
  /// - Throws: ``PyTorchProblem`` at no line, for a file that does not hold what it promises.
  package init?(onnx bytes: WireBytes) throws(PyTorchProblem) {
    guard Self.isONNX(bytes) else { return nil }
    do throws(WireReader.Fault) {
      self = try ONNXGraph(ONNXFile(bytes)).graph
    } catch {
      throw PyTorchProblem(.nowhere, error.sentence, error.place.grouped)
    }
  }

  /// Whether bytes are an ONNX file, by their first ones: its version, a small number, and another
  /// field of a model; a text begins otherwise.
  ///
  /// Source: `ModelProto` in onnx.proto3, whose fields writers put in their order.
  static func isONNX(_ bytes: WireBytes) -> Bool {
    let first = Array((try? bytes[0..<min(3, bytes.count)]) ?? [])
    guard first.count >= 2, first[0] == 0x08, (1..<0x80).contains(first[1]) else {
      return isWholeModel(bytes)
    }
    return first.count == 2 || modelFields.contains(UInt64(first[2] >> 3))
  }

  /// Whether bytes are fields of a model from end to end, a graph among them, in whatever order.
  private static func isWholeModel(_ bytes: WireBytes) -> Bool {
    var (reader, hasGraph) = (WireReader(bytes), false)
    for _ in 0..<mostFields {
      guard let next = try? reader.next() else { return hasGraph && reader.isAtEnd }
      guard modelFields.contains(next.field) else { return false }
      if next.field == 7 { hasGraph = true }
    }
    return false
  }

  private static let modelFields: Set<UInt64> = [1, 2, 3, 4, 5, 6, 7, 8, 14, 20, 25, 26]
  private static let mostFields = 10_000

  /// The model of an ONNX file in memory; `nil` for a text.
  ///
  /// - Throws: ``PyTorchProblem`` for a broken file, and for one of another program.
  package init?(onnx bytes: [UInt8]) throws(PyTorchProblem) {
    if let problem = Self.foreignFile(bytes) { throw problem }
    try self.init(onnx: WireBytes(bytes))
  }

  /// Why bytes that are no text of PyTorch are no model, where their first ones say what they are.
  private static func foreignFile(_ bytes: [UInt8]) -> PyTorchProblem? {
    guard !bytes.isEmpty else { return nil }
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return PyTorchProblem(.nowhere, .archive) }
    if bytes[0] == 0x80, bytes.count > 1, bytes[1] <= 5 { return PyTorchProblem(.nowhere, .pickle) }
    let name = foreign.first { start, place, _ in bytes.dropFirst(place).starts(with: start.utf8) }
    if let name { return PyTorchProblem(.nowhere, .otherFile, name.2) }
    let isSafetensors = bytes.count > 9 && bytes[8] == UInt8(ascii: "{") && bytes[7] == 0
    return isSafetensors ? PyTorchProblem(.nowhere, .otherFile, "safetensors") : nil
  }

  /// What files of other kinds have at some place.
  private static let foreign = [
    ("TFL3", 4, "TensorFlow Lite"), ("HDF\r\n", 1, "HDF5, as Keras writes it"),
    ("GGUF", 0, "GGUF"), ("\u{1F}", 0, "a compressor, to be unpacked first"),
  ]
}

extension TextPosition {
  /// Of what is wrong with a file as a whole.
  static let nowhere = TextPosition(line: 0, column: 0)
}
