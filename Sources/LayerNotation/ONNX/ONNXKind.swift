/// What a node of an ONNX graph is besides its name and its tensors.
///
/// Source: `NodeProto` and `AttributeProto` in onnx.proto3.
final class ONNXKind {
  private(set) var type = ""
  private(set) var domain = ""
  /// Few, so that they are gone through one by one.
  private var attributes: [(name: String, attribute: Attribute)] = []
  /// Whether graphs are inside of it: the branches of an `If`, the body of a `Loop`.
  private(set) var holdsGraphs = false
  /// What these take.
  private(set) var inner: [Int] = []
  /// `nil` for an operator that is not known, or not of the standard.
  private(set) var known: ONNXOperator?
  /// What its attributes give to the operator's parameters.
  private(set) var settings: [(parameter: String, value: GraphValue)] = []

  struct Attribute {
    var value = GraphValue.unknown
    var tensor: ONNXTensor?
  }

  init(
    _ whole: WireReader, inputs: Int, _ names: inout NameTable
  ) throws(WireReader.Fault) {
    var reader = whole
    while let (field, value) = try reader.next() {
      guard case .bytes(let part) = value else { continue }
      switch field {
      case 4: type = try reader.text(part)
      case 5: try readAttribute(WireReader(reader.bytes, in: part), &names)
      case 7: domain = try reader.text(part)
      default: break
      }
    }
    known = ONNXOperator(type, of: domain, inputs: inputs)
    for (parameter, name, otherwise) in known?.attributes ?? [] {
      let attribute = self[attribute: name]
      let value = attribute.map { $0.tensor.map { $0.value ?? .unknown } ?? $0.value }
      if let value = value ?? otherwise { settings.append((parameter, value)) }
    }
  }

  /// The attribute of a name, the last one where a broken file has several.
  subscript(attribute name: String) -> Attribute? {
    attributes.lastIndex { $0.name == name }.map { attributes[$0].attribute }
  }

  private func readAttribute(
    _ whole: WireReader, _ names: inout NameTable
  ) throws(WireReader.Fault) {
    var (reader, name, attribute) = (whole, "", Attribute())
    var (integers, floats, isList) = ([Int](), [UInt64](), false)
    while let (field, value) = try reader.next() {
      switch (field, value) {
      case (1, .bytes(let part)): name = try reader.text(part)
      case (2, .fixed32(let bits)): attribute.value = Self.decimal(UInt64(bits))
      case (3, .number(let number)): attribute.value = .number(Int(truncatingIfNeeded: number))
      case (4, .bytes(let part)): attribute.value = .word(try reader.text(part))
      case (5, .bytes(let part)):
        attribute.tensor = try ONNXTensor(WireReader(reader.bytes, in: part), &names)
      case (6, .bytes(let part)), (11, .bytes(let part)):
        try readInner(WireReader(reader.bytes, in: part), &names)
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
  private func readInner(
    _ whole: WireReader, _ names: inout NameTable
  ) throws(WireReader.Fault) {
    var graph = whole
    holdsGraphs = true
    while let (field, value) = try graph.next() {
      guard field == 1, case .bytes(let part) = value else { continue }
      var node = WireReader(graph.bytes, in: part)
      while let (field, value) = try node.next() {
        if field == 1, case .bytes(let name) = value {
          inner.append(names.number(of: try node.name(name)))
        }
      }
    }
  }
}

/// The kinds of nodes, each read once: most nodes are of one that has been there.
struct ONNXKinds {
  private var table = NameTable()
  private var kinds: [ONNXKind] = []
  /// The fields of the node that is being read, as far as they tell kinds apart.
  private var fields: [UInt8] = []

  /// What is longer is no kind that comes again.
  private static let mostBytes = 512

  mutating func begin() { fields.removeAll(keepingCapacity: true) }

  mutating func add(
    _ field: UInt64, _ part: Range<Int>, _ reader: WireReader
  ) throws(WireReader.Fault) {
    withUnsafeBytes(of: (field, part.count)) { fields += $0 }
    fields += try reader.bytes[part.prefix(Self.mostBytes)]
  }

  /// The kind of the node whose fields have been added.
  mutating func kind(
    _ whole: WireReader, inputs: Int, _ names: inout NameTable
  ) throws(WireReader.Fault) -> ONNXKind {
    guard fields.count < Self.mostBytes else {
      return try ONNXKind(whole, inputs: inputs, &names)
    }
    withUnsafeBytes(of: inputs) { fields += $0 }
    let number = table.number(of: fields[...])
    if number == kinds.count { kinds.append(try ONNXKind(whole, inputs: inputs, &names)) }
    return kinds[number]
  }
}
