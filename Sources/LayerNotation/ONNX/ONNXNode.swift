/// An operator of an ONNX graph with its connections.
///
/// Source: `NodeProto` and `AttributeProto` in onnx.proto3.
struct ONNXNode {
  private(set) var name = ""
  private(set) var type = ""
  private(set) var domain = ""
  /// The names of tensors, empty for one that is left out.
  private(set) var inputs: [String] = []
  private(set) var outputs: [String] = []
  /// Few, so that they are gone through one by one.
  private var attributes: [(name: String, attribute: Attribute)] = []
  /// The paths of the modules around it, as `torch.onnx.export(dynamo=True)` writes them.
  private(set) var scopes: String?
  /// Whether graphs are inside of it: the branches of an `If`, the body of a `Loop`.
  private(set) var holdsGraphs = false
  /// What these take.
  private(set) var inner: [String] = []

  struct Attribute {
    var value = GraphValue.unknown
    var tensor: ONNXTensor?
  }

  init(_ whole: WireReader) throws(WireReader.Fault) {
    var reader = whole
    while let (field, value) = try reader.next() {
      guard case .bytes(let part) = value else { continue }
      let inside = WireReader(reader.bytes, in: part)
      switch field {
      case 1: inputs.append(try reader.text(part))
      case 2: outputs.append(try reader.text(part))
      case 3: name = try reader.text(part)
      case 4: type = try reader.text(part)
      case 5: try readAttribute(inside)
      case 7: domain = try reader.text(part)
      case 9: try readProperty(inside)
      default: break
      }
    }
  }

  /// The attribute of a name, the last one where a broken file has several.
  subscript(attribute name: String) -> Attribute? {
    attributes.lastIndex { $0.name == name }.map { attributes[$0].attribute }
  }

  /// Whether a node is a `Constant`, without reading all of it.
  static func isConstant(_ whole: WireReader) throws(WireReader.Fault) -> Bool {
    var reader = whole
    while let (field, value) = try reader.next() {
      if field == 4, case .bytes(let part) = value { return try reader.text(part) == "Constant" }
    }
    return false
  }

  private mutating func readAttribute(_ whole: WireReader) throws(WireReader.Fault) {
    var (reader, name, attribute) = (whole, "", Attribute())
    var (integers, floats, isList) = ([Int](), [UInt64](), false)
    while let (field, value) = try reader.next() {
      switch (field, value) {
      case (1, .bytes(let part)): name = try reader.text(part)
      case (2, .fixed32(let bits)): attribute.value = Self.decimal(UInt64(bits))
      case (3, .number(let number)): attribute.value = .number(Int(truncatingIfNeeded: number))
      case (4, .bytes(let part)): attribute.value = .word(try reader.text(part))
      case (5, .bytes(let part)):
        attribute.tensor = try ONNXTensor(WireReader(reader.bytes, in: part))
      case (6, .bytes(let part)), (11, .bytes(let part)):
        try readInner(WireReader(reader.bytes, in: part))
      case (7, .fixed32(let bits)): floats.append(UInt64(bits))
      case (7, .bytes(let part)): floats += try reader.fixed(part, width: 4)
      case (8, _):
        isList = true
        try reader.addIntegers(value, to: &integers)
      // Of the type INTS, also without any.
      case (20, .number(7)): isList = true
      default: break
      }
    }
    if isList { attribute.value = .list(integers.map { .number($0) }) }
    if !floats.isEmpty { attribute.value = .list(floats.map { Self.decimal($0) }) }
    attributes.append((name, attribute))
  }

  private static func decimal(_ bits: UInt64) -> GraphValue {
    let number = Float(bitPattern: UInt32(truncatingIfNeeded: bits))
    return .decimal(Double(number.description) ?? Double(number))
  }

  /// The inputs of the operators in a graph, and not of graphs in these.
  private mutating func readInner(_ whole: WireReader) throws(WireReader.Fault) {
    var graph = whole
    holdsGraphs = true
    while let (field, value) = try graph.next() {
      guard field == 1, case .bytes(let part) = value else { continue }
      var node = WireReader(graph.bytes, in: part)
      while let (field, value) = try node.next() {
        if field == 1, case .bytes(let name) = value { inner.append(try node.text(name)) }
      }
    }
  }

  private mutating func readProperty(_ whole: WireReader) throws(WireReader.Fault) {
    var (reader, key, text) = (whole, "", Range<Int>?.none)
    while let (field, value) = try reader.next() {
      guard case .bytes(let part) = value else { continue }
      if field == 1 { key = try reader.text(part) }
      if field == 2 { text = part }
    }
    if key == "pkg.torch.onnx.name_scopes", let text { scopes = try reader.text(text) }
  }
}
