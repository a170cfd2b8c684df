import ConvArithmetic

/// A network as it is written: modules with names, and the input that goes through them.
package struct NamedNetwork: Equatable, Sendable {
  package struct Module: Equatable, Sendable {
    package var name: String
    /// The tensors that it takes: 0 is the network's input, n + 1 what module n makes.
    package var sources: [Int]
    package private(set) var stage: Stage
    /// The constructor of what is no convolution, as it was written: `nn.MaxPool2d(2)`.
    private let text: String

    package init(_ name: String, _ stage: Stage, of sources: [Int], text: String = "") {
      (self.name, self.stage, self.sources) = (name, stage, sources)
      // A convolution may change, and is written as it is then.
      if case .convolution = stage { self.text = "" } else { self.text = text }
    }

    /// The layer of a convolution; `nil` for another module.
    package var layer: ConvLayer? {
      get { if case .convolution(let layer) = stage { layer } else { nil } }
      set { if let newValue { stage = .convolution(newValue) } }
    }

    /// The layer on what comes to it; `nil` for another module, and where nothing comes.
    package func subject(_ flow: NetworkFlow) -> LayerCase? {
      let input = sources.first.flatMap { flow.shapes[at: $0] }
      return layer.flatMap { layer in input.map { LayerCase(layer: layer, input: $0) } }
    }

    /// Its constructor; `+` and `cat` for a join.
    package var constructor: String {
      switch stage {
      case .convolution(let layer): layer.pytorchLine
      case .join(.add): text.isEmpty ? "+" : text
      case .join(.concatenate): "cat"
      case .recorded(let recorded): "recorded \(printable(recorded.name))"
      default: text
      }
    }
  }

  /// The most modules that are gone through at each change; longer texts are lists of layers.
  static let mostModules = 2_000

  package var input: TensorShape
  package var modules: [Module]
  /// What it leaves out of the model that it was made from.
  package var notes: [Remark] = []

  /// A module whose name another one has gets a number after it.
  package init(_ modules: [Module], input: TensorShape) {
    (self.modules, self.input) = (modules, input)
    var names = FreeNames()
    for place in modules.indices { self.modules[place].name = names.take(modules[place].name) }
  }

  /// What sizes go through; where modules take what is not there yet, each takes what the one before
  /// makes.
  package var network: Network {
    let nodes = modules.enumerated().map { place, module in
      Network.Node(module.stage, of: module.sources, at: place)
    }
    return nodes.complete().flatMap { Network($0) } ?? Network(chain: modules.map(\.stage))
  }
}

// MARK: As source

extension NamedNetwork {
  /// The network as Python, one module a line, that PyTorch runs as it stands.
  ///
  ///     x = torch.zeros(1, 3, 32, 32)
  ///     conv1 = nn.Conv2d(3, 8, 3, padding=1)(x)
  ///     add = conv1 + x
  package var source: [String] { source { $0.pytorchLine } }

  /// The same with each convolution as it is written by `line`.
  func source(_ line: (ConvLayer) -> String) -> [String] {
    var names = ["x"]
    var free = FreeNames(except: names)
    // Long networks have few layers that differ.
    var written: [ConvLayer: String] = [:]
    func text(_ layer: ConvLayer) -> String {
      if let text = written[layer] { return text }
      let text = line(layer)
      written[layer] = text
      return text
    }
    var lines = ["x = torch.zeros(\(list(input.dimensions)))"]
    for module in modules {
      let sources = module.sources.map { names.indices.contains($0) ? names[$0] : names[0] }
      let name = free.take(identifier(module.name))
      names.append(name)
      lines.append("\(name) = \(module.expression(of: sources, text))")
    }
    return lines
  }

  private func list(_ numbers: [Int]) -> String {
    numbers.map(String.init).joined(separator: ", ")
  }

  /// A path as a name of Python: `layer1.0.conv1` as `layer1_0_conv1`.
  private func identifier(_ path: String) -> String {
    let isPlain = path.utf8.allSatisfy {
      $0 == UInt8(ascii: "_") || (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0)
    }
    if isPlain, let first = path.utf8.first, !(0x30...0x39).contains(first) { return path }
    let letters = path.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" }
    let isName = letters.first.map { $0.isLetter || $0 == "_" } ?? false
    return (isName ? "" : "module_") + String(letters)
  }
}

/// Gives out names, none of them twice.
struct FreeNames {
  private var taken: Set<String>
  /// The last number that a name got.
  private var numbers: [String: Int] = [:]

  /// Words that are no names in Python.
  private static let reserved: Set<String> = [
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue",
    "def", "del", "elif", "else", "except", "finally", "for", "from", "global", "if", "import",
    "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while",
    "with", "yield", "torch", "nn", "F",
  ]

  init(except taken: [String] = []) { self.taken = Self.reserved.union(taken) }

  /// The name itself, or with a number after it: `conv_2`.
  mutating func take(_ wanted: String) -> String {
    var name = wanted
    var number = numbers[wanted] ?? 1
    while !taken.insert(name).inserted {
      number += 1
      name = "\(wanted)_\(number)"
    }
    if number > 1 { numbers[wanted] = number }
    return name
  }
}

extension NamedNetwork.Module {
  fileprivate func expression(of sources: [String], _ line: (ConvLayer) -> String) -> String {
    switch stage {
    case .convolution(let layer): "\(line(layer))(\(sources.first ?? "x"))"
    case .join(.add): sources.joined(separator: " \(constructor) ")
    case .join(.concatenate): "torch.cat([\(sources.joined(separator: ", "))], 1)"
    case .recorded: "\(constructor)(\(sources.joined(separator: ", ")))"
    default: "\(constructor)(\(sources.first ?? "x"))"
    }
  }
}
