/// An operator of an ONNX graph with its connections.
///
/// Source: `NodeProto` in onnx.proto3.
struct ONNXNode {
  /// Where its name stands.
  private var name = 0..<0
  let kind: ONNXKind
  /// The numbers of tensors' names, 0 for one that is left out.
  private(set) var inputs: [Int] = []
  private(set) var outputs: [Int] = []
  /// The paths of the modules around it, as `torch.onnx.export(dynamo=True)` writes them.
  private var scopes: String?

  init(
    _ whole: WireReader, _ kinds: inout ONNXKinds, _ names: inout NameTable
  ) throws(WireReader.Fault) {
    var (reader, scopes) = (whole, String?.none)
    kinds.begin()
    while let (field, value) = try reader.next() {
      guard case .bytes(let part) = value else { continue }
      switch field {
      case 1: inputs.append(names.number(of: try reader.name(part)))
      case 2: outputs.append(names.number(of: try reader.name(part)))
      case 3: name = part
      case 4, 5, 7: try kinds.add(field, part, reader)
      case 9: scopes = try Self.scopes(WireReader(reader.bytes, in: part)) ?? scopes
      default: break
      }
    }
    kind = try kinds.kind(whole, inputs: inputs.count, &names)
    self.scopes = scopes
  }

  /// The path of the module that it is in; empty where it says none.
  func module(in bytes: WireBytes) throws(WireReader.Fault) -> String {
    if let scopes { return ModulePath.inScopes(scopes) }
    return name.isEmpty ? "" : ModulePath.inName(try WireReader(bytes).name(name))
  }

  /// Whether a node is a `Constant`, without reading all of it.
  static func isConstant(_ whole: WireReader) throws(WireReader.Fault) -> Bool {
    var reader = whole
    while let (field, value) = try reader.next() {
      if field == 4, case .bytes(let part) = value {
        return try reader.name(part).elementsEqual("Constant".utf8)
      }
    }
    return false
  }

  private static func scopes(_ whole: WireReader) throws(WireReader.Fault) -> String? {
    var (reader, key, text) = (whole, "", Range<Int>?.none)
    while let (field, value) = try reader.next() {
      guard case .bytes(let part) = value else { continue }
      if field == 1 { key = try reader.text(part) }
      if field == 2 { text = part }
    }
    guard key == "pkg.torch.onnx.name_scopes", let text else { return nil }
    return try reader.text(text)
  }
}
