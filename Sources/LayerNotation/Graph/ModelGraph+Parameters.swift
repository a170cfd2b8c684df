import ConvArithmetic

// Which operation has which parameters: the first that takes them with something that is no weight.
// What is made of weights alone, as `_weight_norm` does, hands them on.

extension ModelGraph {
  /// What a tensor that is made of weights alone has for the operation that takes it.
  private struct Weights {
    /// The learnable numbers that no operation has yet.
    var parameters: Count = 0
    var path: Substring?
  }

  mutating func shareParameters() {
    var weights = [Weights?](repeating: nil, count: inputs.count + operations.count)
    for (place, input) in inputs.enumerated() where input.kind != .user {
      let isParameter = input.kind == .parameter
      weights[place] = Weights(
        parameters: isParameter ? input.said?.elements ?? 0 : 0, path: input.modulePath)
    }
    for place in operations.indices {
      let sources = operations[place].sources
      var all = Weights()
      for source in sources {
        guard let own = weights[source] else { continue }
        all.parameters = all.parameters + own.parameters
        all.path = Self.common(all.path, own.path)
        weights[source]?.parameters = 0
      }
      operations[place].path = all.path.map { String($0) } ?? ""
      if !sources.isEmpty, sources.allSatisfy({ weights[$0] != nil }) {
        weights[inputs.count + place] = all
      } else {
        operations[place].parameters = all.parameters
      }
    }
    unusedParameters = weights.reduce(0) { $0 + ($1?.parameters ?? 0) }
  }

  /// The modules that both paths begin with.
  private static func common(_ first: Substring?, _ second: Substring?) -> Substring? {
    guard let first, let second, first != second else { return first ?? second }
    let words = zip(first.split(separator: "."), second.split(separator: "."))
    let common = words.prefix { $0 == $1 }.last
    return common.map { first[..<$0.0.endIndex] } ?? ""
  }
}

extension ModelGraph.Input {
  /// The path of its module: `layer1.0.conv1` of `layer1.0.conv1.weight`, and `conv` of
  /// `conv.parametrizations.weight.original0`; `nil` where no line says it.
  fileprivate var modulePath: Substring? {
    guard let point = target.utf8.lastIndex(of: UInt8(ascii: ".")) else {
      return target.isEmpty ? nil : ""
    }
    if target.hasPrefix("parametrizations.") { return "" }
    let bytes = target.utf8
    let end = bytes.indices.first { place in
      bytes[place] == UInt8(ascii: ".")
        && bytes[place...].starts(with: ".parametrizations.".utf8)
    }
    return target[..<(end ?? point)]
  }
}
