/// What an ONNX file says of the structure of a model; weights are passed over.
///
/// Source: `ModelProto`, `GraphProto`, `ValueInfoProto` and `TypeProto` in onnx.proto3.
struct ONNXFile {
  /// A tensor with its sizes, `nil` for one that is a symbol or not said.
  struct Tensor {
    var name = ""
    var sizes: [Size]?
    var type = 0
  }

  enum Size { case number(Int), symbol(String) }

  private(set) var inputs: [Tensor] = []
  private(set) var outputs: [Tensor] = []
  /// What the file says of tensors in between.
  private(set) var between: [Tensor] = []
  private(set) var weights: [ONNXTensor] = []
  /// Where each operator stands, in the order in which they run.
  private(set) var nodes: [Range<Int>] = []
  let bytes: WireBytes

  init(_ bytes: WireBytes) throws(WireReader.Fault) {
    self.bytes = bytes
    var (reader, graph) = (WireReader(bytes), Range<Int>?.none)
    while let (field, value) = try reader.next() {
      if field == 7, case .bytes(let part) = value { graph = part }
    }
    guard let graph else { throw WireReader.Fault(sentence: .noONNXGraph, place: 0) }
    try readGraph(WireReader(bytes, in: graph))
  }

  private mutating func readGraph(_ whole: WireReader) throws(WireReader.Fault) {
    var reader = whole
    while let (field, value) = try reader.next() {
      guard case .bytes(let part) = value else { continue }
      let inside = WireReader(bytes, in: part)
      switch field {
      case 1: nodes.append(part)
      case 5: weights.append(try ONNXTensor(inside))
      case 11: inputs.append(try tensor(inside))
      case 12: outputs.append(try tensor(inside))
      case 13: between.append(try tensor(inside))
      default: break
      }
    }
  }

  private func tensor(_ whole: WireReader) throws(WireReader.Fault) -> Tensor {
    var (reader, tensor) = (whole, Tensor())
    while let (field, value) = try reader.next() {
      guard case .bytes(let part) = value else { continue }
      if field == 1 { tensor.name = try reader.text(part) }
      if field == 2 { try readType(WireReader(bytes, in: part), &tensor) }
    }
    return tensor
  }

  private func readType(
    _ whole: WireReader, _ tensor: inout Tensor
  ) throws(WireReader.Fault) {
    var type = whole
    while let (field, value) = try type.next() {
      guard field == 1, case .bytes(let part) = value else { continue }
      var inside = WireReader(bytes, in: part)
      while let (field, value) = try inside.next() {
        if field == 1, case .number(let number) = value { tensor.type = Int(clamping: number) }
        if field == 2, case .bytes(let part) = value {
          tensor.sizes = try sizes(WireReader(bytes, in: part))
        }
      }
    }
  }

  private func sizes(_ whole: WireReader) throws(WireReader.Fault) -> [Size] {
    var (shape, sizes) = (whole, [Size]())
    while let (field, value) = try shape.next() {
      guard field == 1, case .bytes(let part) = value else { continue }
      var (dimension, size) = (WireReader(bytes, in: part), Size.symbol("?"))
      while let (field, value) = try dimension.next() {
        switch (field, value) {
        case (1, .number(let number)):
          if let number = Int(exactly: number) { size = .number(number) }
        case (2, .bytes(let part)): size = .symbol(try dimension.text(part))
        default: break
        }
      }
      sizes.append(size)
    }
    return sizes
  }
}

extension ONNXFile.Tensor {
  /// The sizes, where all of them are numbers.
  var numbers: [Int]? {
    sizes?.map { if case .number(let number) = $0 { number } else { nil } }.complete()
  }

  /// `(batch, 3, h, w)`; `nil` where nothing is said, or all of it is numbers.
  var symbols: String? {
    guard let sizes, numbers == nil else { return nil }
    let words = sizes.map {
      switch $0 {
      case .number(let number): "\(number)"
      case .symbol(let name): name
      }
    }
    return "(\(words.joined(separator: ", ")))"
  }
}
