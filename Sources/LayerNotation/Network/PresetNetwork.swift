import ConvArithmetic

/// A network worth looking at.
package struct PresetNetwork: Sendable {
  package let name: String
  package let title: String
  package let source: String
  /// What differs from its source; empty where nothing does.
  package let note: String
  /// What comes out, and how many parameters there are, as PyTorch counts them.
  package let output: [Int]
  package let parameters: Int
  package let lines: [Substring]

  /// The sections of `networks.py`, each of which begins with comments of a name and a text.
  package static let all: [PresetNetwork] = {
    let file = String(decoding: PackageResources.networks_py, as: UTF8.self)
    let lines = file.split(separator: "\n")
    let starts = lines.indices.filter { lines[$0].hasPrefix("# network:") }
    return zip(starts, starts.dropFirst() + [lines.count]).map { PresetNetwork(lines[$0..<$1]) }
  }()

  private init(_ section: ArraySlice<Substring>) {
    func field(_ name: String) -> String {
      let start = "# \(name): "
      return section.first { $0.hasPrefix(start) }.map { String($0.dropFirst(start.count)) } ?? ""
    }
    (name, title) = (field("network"), field("title"))
    (source, note) = (field("source"), field("note"))
    output = field("output").split(separator: ",").compactMap { Int($0) }
    parameters = Int(field("parameters")) ?? 0
    lines = section.filter { !$0.hasPrefix("#") }
  }

  /// The network; `nil` for a text that cannot be read.
  package var named: NamedNetwork? {
    try? NamedNetwork(reading: Array(lines.joined(separator: "\n").utf8))
  }

  /// The network of a name, however it is written: `resnet18`, `ResNet-18`.
  package static func called(_ text: String) -> PresetNetwork? {
    let wanted = SearchText(text)
    return all.first { SearchText($0.name) == wanted }
  }

  /// The network of a name, or the only one whose name or title has some words.
  package static func named(_ text: String) -> PresetNetwork? {
    if let exact = called(text) { return exact }
    let words = SearchWords(text)
    let found = all.filter { words.match(SearchText("\($0.name) \($0.title)")) }
    return found.count == 1 ? found[0] : nil
  }
}

extension NamedNetwork {
  /// Reads lines of Python, as ``source`` writes them.
  package init(reading bytes: [UInt8]) throws(PyTorchProblem) {
    var reader = NetworkReader(bytes)
    self = try reader.network()
  }
}
