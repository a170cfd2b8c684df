/// The path of the module that a node of an ONNX graph is in.
enum ModulePath {
  /// By the name that `torch.onnx.export` gives; empty for a name without modules.
  ///
  /// `/layer1/layer1.0/conv1/Conv` is in `layer1.0.conv1`: a module in a list has the name of the
  /// list before its own.
  static func inName(_ name: String) -> String {
    var (path, previous) = ("", Substring().utf8)
    for scope in name.utf8.split(separator: UInt8(ascii: "/")).dropLast() {
      let rest = scope.dropFirst(previous.count)
      let isInList = rest.first == UInt8(ascii: ".") && scope.starts(with: previous)
      if !path.isEmpty { path += "." }
      path.append(contentsOf: Substring(isInList && !previous.isEmpty ? rest.dropFirst() : scope))
      previous = scope
    }
    return path
  }

  /// By the list of paths in its properties: `['', 'layer1', 'layer1.0', 'add']` is in `layer1.0`.
  static func inScopes(_ scopes: String) -> String {
    let words = scopes.split(separator: "'", omittingEmptySubsequences: false)
    let paths = words.indices.filter { !$0.isMultiple(of: 2) }.map { words[$0] }
    return String(paths.dropLast().last ?? "")
  }

  /// By the name of a weight; empty for one that an exporter has made up, such as `onnx::Conv_193`.
  static func ofWeight(_ name: String) -> String {
    let isPath = name.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."): true
      default: false
      }
    }
    return isPath && name.contains(".") ? name : ""
  }
}
