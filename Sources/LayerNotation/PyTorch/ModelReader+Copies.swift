// Equal modules that `print` shows once: `(0-2): 3 x Block(`.

extension ModelReader {
  /// The modules that a printed one stands for, each under its own number; the one alone where the
  /// text has no numbers for them, or where they are too many to be kept.
  ///
  /// The layers in it are the last ones that were read.
  mutating func copies(of node: ModelNode) -> [ModelNode] {
    let key = node.path.split(separator: ".").last ?? ""
    let ends = key.split(separator: "-").map { Int($0) }.complete() ?? []
    let count = node.repetitions
    guard count > 1, !outer.isEmpty, ends.count == 2, ends[0] >= 0, ends[1] >= ends[0],
      ends[1] - ends[0] == count - 1,
      node.size <= (ModelLimits.modules - modules) / (count - 1),
      case let own = Array(layers.suffix(node.layerCount)),
      own.allSatisfy({ $0.repetitions < .max })
    else { return [node] }
    modules += node.size * (count - 1)
    layers.removeLast(own.count)
    let start = layers.count
    let parent = node.path.dropLast(key.count)
    return (ends[0]...ends[1]).map { number in
      let prefix = "\(parent)\(number)"
      let shift = layers.count - start
      for var layer in own {
        layer.path = prefix + layer.path.dropFirst(node.path.count)
        layer.repetitions /= count
        layers.append(layer)
      }
      var copy = node.moved(to: prefix, from: node.path.count, shift: shift)
      copy.repetitions = 1
      return copy
    }
  }
}

extension ModelNode {
  /// The modules in it, and itself.
  fileprivate var size: Int { children.reduce(1) { $0 + $1.size } }

  fileprivate var layerCount: Int {
    children.reduce(layer == nil ? 0 : 1) { $0 + $1.layerCount }
  }

  /// The same under another path, in place of so many characters of its own, and with other layers.
  fileprivate func moved(to prefix: String, from length: Int, shift: Int) -> ModelNode {
    var copy = self
    if !path.isEmpty { copy.path = prefix + path.dropFirst(length) }
    copy.layer = layer.map { $0 + shift }
    copy.children = children.map { $0.moved(to: prefix, from: length, shift: shift) }
    return copy
  }
}
