extension ModelGraph {
  /// Reads what `print(torch.export.export(model, (x,)))` or `print(torch.fx.symbolic_trace(model))`
  /// shows.
  ///
  /// - Throws: ``PyTorchProblem`` for a text that is too long, or has no `forward` of either kind.
  package init(reading bytes: [UInt8]) throws(PyTorchProblem) {
    guard bytes.count <= Self.limit else {
      throw PyTorchProblem(TextPosition(), .tooLong, bytes.count.grouped, Self.limit.grouped)
    }
    guard let (place, origin) = Self.forward(in: bytes) else {
      throw PyTorchProblem(TextPosition(), .noLayer)
    }
    var reader = GraphReader(bytes, origin)
    if origin == .traced { reader.modules = GraphModules(Array(bytes[..<place])) }
    reader.read(from: place)
    if let place = invalidPlace(bytes) { reader.report(PyTorchProblem(place, .notUTF8)) }
    self = reader.graph
  }

  package init(reading text: String) throws(PyTorchProblem) {
    try self.init(reading: Array(text.utf8))
  }

  /// Whether a text is one of the two.
  package static func isMeant(by bytes: [UInt8]) -> Bool { forward(in: bytes) != nil }

  /// Where `forward` begins, and which text it is of: a traced one has a printed model before it,
  /// lines that give names to what they make, and no constructors of its own, as source has.
  private static func forward(in bytes: [UInt8]) -> (place: Int, origin: Origin)? {
    guard let place = bytes.place(of: "def forward(", from: 0) else { return nil }
    if bytes[..<place].place(of: "def __init__", from: 0) != nil { return nil }
    if bytes.place(of: "torch.ops.aten.", from: place) != nil { return (place, .exported) }
    let hasModules = bytes[..<place].place(of: "): ", from: 0) != nil
    let givesNames = bytes.place(of: " = ", from: place) != nil
    return hasModules && givesNames ? (place, .traced) : nil
  }
}

extension RandomAccessCollection<UInt8> where Index == Int {
  /// Where some ASCII text begins first.
  fileprivate func place(of text: StaticString, from start: Int) -> Int? {
    text.withUTF8Buffer { wanted in
      guard let first = wanted.first else { return nil }
      var place = start
      while place + wanted.count <= endIndex {
        guard let found = self[place...].firstIndex(of: first) else { return nil }
        if self[found...].starts(with: wanted) { return found }
        place = found + 1
      }
      return nil
    }
  }
}
