/// What a typed text is: one constructor, or what has several layers.
package enum PyTorchText: Sendable {
  case layer(ModelLayer)
  case model(ModelText)

  /// - Throws: ``PyTorchProblem`` for a text without a layer, and for one with a single layer that
  ///   is not all understood.
  package init(reading text: String) throws(PyTorchProblem) {
    let reader = try ModelReader(reading: Array(text.utf8))
    if let layer = try reader.paddedLayer {
      self = .layer(layer)
      return
    }
    do throws(PyTorchProblem) {
      self = .layer(try reader.loneLayer)
    } catch {
      let layers = reader.layers.count
      guard layers > 1 || layers == 1 && reader.problems.isEmpty else { throw error }
      self = .model(ModelText(reader))
    }
  }
}

extension ModelLayer {
  /// Reads one constructor, with an assignment before it, a comma, a parenthesis or a method after:
  /// `self.up = nn.ConvTranspose2d(64, 32, 3, stride=2),`.
  package init(reading text: String) throws(PyTorchProblem) {
    let reader = try ModelReader(reading: Array(text.utf8))
    if let layer = try reader.paddedLayer { self = layer } else { self = try reader.loneLayer }
  }
}

extension ModelReader {
  /// Reads a text, and where it has nothing, its comments: models are kept in those, too.
  init(reading bytes: [UInt8]) throws(PyTorchProblem) {
    guard bytes.count <= ModelText.limit else {
      throw PyTorchProblem(TextPosition(), .tooLong, bytes.count.grouped, ModelText.limit.grouped)
    }
    let plain = bytes.withoutLogPrefixes
    self.init(plain)
    read()
    if layers.isEmpty, problems.isEmpty {
      let lone = lone
      self.init(plain, readsComments: true)
      read()
      self.lone = lone
    }
    if let place = invalidPlace(bytes) { report(PyTorchProblem(place, .notUTF8)) }
  }

  fileprivate var loneLayer: ModelLayer {
    get throws(PyTorchProblem) {
      // Of a container, what is wrong in it, and not that it is no constructor.
      let lone = isContainer && !problems.isEmpty ? nil : lone.problem
      let first = ([lone].compactMap(\.self) + problems).min { $0.position < $1.position }
      if let first { throw first }
      guard let layer = layers.first else { throw PyTorchProblem(TextPosition(), .noLayer) }
      return layer
    }
  }

  private var isContainer: Bool {
    top.node.children.first.map { ModuleClass.containers.contains($0.className) } ?? false
  }
}
