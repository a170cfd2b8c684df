extension ModelLayer {
  /// Reads one constructor, with an assignment before it, a comma, a parenthesis or a method after:
  /// `self.up = nn.ConvTranspose2d(64, 32, 3, stride=2),`.
  package init(reading text: String) throws(PyTorchProblem) {
    let reader = try ModelReader(plain: Array(text.utf8).plainText)
    if let layer = try reader.paddedLayer { self = layer } else { self = try reader.loneLayer }
  }
}

extension ModelReader {
  /// Reads a plain text, and where it has nothing, its comments: models are kept in those, too.
  init(plain: [UInt8], given: [String: Int] = [:]) throws(PyTorchProblem) {
    guard plain.count <= ModelLimits.bytes else {
      throw PyTorchProblem(TextPosition(), .tooLong, plain.count.grouped, ModelLimits.bytes.grouped)
    }
    self.init(plain, given: given)
    read()
    if layers.isEmpty, !hasProblems {
      let lone = lone
      self.init(plain, given: given, readsComments: true)
      read()
      self.lone = lone
    }
    if let place = invalidPlace(plain) { report(PyTorchProblem(place, .notUTF8)) }
  }

  /// The layer of a text that has one alone, and nothing that is not understood.
  var loneLayer: ModelLayer {
    get throws(PyTorchProblem) {
      // Of a container, what is wrong in it, and not that it is no constructor.
      let lone = isContainer && hasProblems ? nil : lone.problem
      let all = [lone].compactMap(\.self) + problems + variables.map(\.problem)
      let first = all.min { $0.position < $1.position }
      if let first { throw first }
      guard let layer = layers.first else { throw PyTorchProblem(TextPosition(), .noLayer) }
      return layer
    }
  }

  private var isContainer: Bool {
    top.node.children.first.map { ModuleClass.containers.contains($0.className) } ?? false
  }
}

/// Where bytes first stop being UTF-8.
func invalidPlace(_ bytes: [UInt8]) -> TextPosition? {
  let isASCII = bytes.withUnsafeBufferPointer { bytes in bytes.reduce(0, |) < 0x80 }
  guard !isASCII, String(validating: bytes, as: UTF8.self) == nil else { return nil }
  var place = TextPosition()
  var decoder = UTF8()
  var iterator = bytes.makeIterator()
  while case .scalarValue(let scalar) = decoder.decode(&iterator) {
    if scalar == "\n" {
      place = TextPosition(line: place.line + 1, column: 1)
    } else {
      place.column += 1
    }
  }
  return place
}
