nonisolated enum LayerArgument: Sendable {
  case preset(Preset)
  /// A constructor, which has no input.
  case constructor(ModelLayer)
  /// Several layers, or the text of a file.
  case model(ModelText)

  /// Reads the argument: the name of a preset or of a well-known network, a file, an expression, or
  /// what only one preset has.
  init(_ text: String) throws {
    if text == "-" {
      self = .model(try PipedText.model(PipedText.all()))
    } else if let preset = Self.presetCalled(text) {
      // Some names have parentheses, too.
      self = .preset(preset)
    } else if let network = PresetNetwork.called(text) {
      self = .model(try ModelText(network))
    } else if access(text, F_OK) == 0 {
      if let graph = try PipedText.onnx(text) {
        self = .model(ModelText(graph))
      } else {
        self = .model(try PipedText.model(PipedText.file(text), named: text))
      }
    } else if text.contains("(") {
      self = try Self.read(expression: text)
    } else {
      self = .preset(try Self.preset(text))
    }
  }

  /// The text of a well-known network, by its name or by words that no other one has.
  init(network name: String) throws {
    self = .model(try ModelText(PresetNetwork.required(name)))
  }

  /// The preset of a name; in a shell, a hyphen is easier to write than a space.
  private static func presetCalled(_ text: String) -> Preset? {
    Preset.called(text) ?? Preset.called(String(text.map { $0 == "-" ? " " : $0 }))
  }

  private static func preset(_ text: String) throws -> Preset {
    let name = text.split(separator: ".").last.map(String.init) ?? text
    if LayerOp.all.contains(where: { $0.moduleName == name }) {
      throw ValidationError(Sentence.classAlone(text))
    }
    do throws(PresetNameError) {
      return try Preset.named(text)
    } catch {
      let networks = PresetNetwork.all.map(\.name)
        .filter { SearchText($0).hasPrefix(SearchText(text)) }
      if error.candidates.isEmpty { throw ValidationError(Sentence.noSuchLayer(text)) }
      throw ValidationError(([error.message] + networks).joined(separator: "; "))
    }
  }

  private static func read(expression text: String) throws -> LayerArgument {
    do throws(PyTorchProblem) {
      switch try PyTorchText(reading: text) {
      case .layer(let layer): return .constructor(layer)
      case .model(let model): return .model(model)
      }
    } catch {
      let place =
        error.line == 1 ? "column \(error.column)" : "line \(error.line), column \(error.column)"
      throw ValidationError("\(place): \(error.message)")
    }
  }
}

nonisolated enum PipedText {
  static func file(_ path: String) throws -> [UInt8] {
    try bounded(BoundedFile.bytes(of: path, most: ModelGraph.limit))
  }

  /// The model of an ONNX file, whose weights are not read; `nil` for other files.
  static func onnx(_ path: String) throws -> ModelGraph? {
    guard path != "-" else { return nil }
    return try FileInParts.read(path) { bytes in
      do throws(PyTorchProblem) {
        return try ModelGraph(onnx: bytes)
      } catch { throw Failure(data: ["\(printable(path)), \(error)"]) }
    }
  }

  /// All of standard input, however long that takes.
  static func all() throws -> [UInt8] {
    // A person at a silent pipe is told what is waited for, and how to end it.
    if !StandardInput.isReadable(within: 1_000), isatty(STDERR_FILENO) == 1 {
      complain("waiting for a model on standard input; Ctrl-C ends")
    }
    return try bounded(
      BoundedFile.bytes(from: STDIN_FILENO, named: "standard input", most: ModelGraph.limit))
  }

  /// What comes on standard input, if anything comes in a second.
  static func soon() throws -> [UInt8]? {
    guard StandardInput.isReadable(within: 1_000) else {
      complain(Sentence.nothingCame())
      return nil
    }
    return try all()
  }

  static func model(_ bytes: [UInt8], named name: String = "standard input") throws -> ModelText {
    do throws(PyTorchProblem) {
      let text = try ModelText(reading: bytes)
      guard let first = text.problems.first, text.layers.isEmpty else { return text }
      throw first
    } catch { throw Failure(data: ["\(printable(name)), \(error)"]) }
  }

  private static func bounded(_ bytes: [UInt8]) throws -> [UInt8] {
    guard bytes.count <= ModelGraph.limit else {
      throw Failure(data: [Sentence.moreThanRead(ModelGraph.limit.grouped)])
    }
    return bytes
  }
}
