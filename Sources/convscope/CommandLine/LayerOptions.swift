/// A layer and its input as options, by PyTorch's names: an option for each hyperparameter.
nonisolated struct LayerOptions: ParsableArguments, Sendable {
  var assignments: [Assignment] = []
  /// The well-known network that stands in the place of a LAYER.
  var network: String?
  /// The layer of a model, and the option that chooses it.
  var path: String?
  var pathOption = "--layer"

  init() {}

  init(from decoder: any Decoder) throws {
    let options = try decoder.container(keyedBy: OptionKey.self)
    assignments = try Self.hyperparameters.compactMap { hyperparameter in
      let key = OptionKey(hyperparameter.rawValue)
      let value =
        hyperparameter == .bias
        ? try options.decode(Flag<Bool?>.self, forKey: key).wrappedValue.map { .flag($0) }
        : try options.decode(Option<HyperparameterValue?>.self, forKey: key).wrappedValue
      return value.map { Assignment(hyperparameter, $0) }
    }
    network = try options.decode(Option<String?>.self, forKey: .network).wrappedValue
    path = try options.decode(Option<String?>.self, forKey: .layer).wrappedValue
  }

  subscript(hyperparameter: Hyperparameter) -> HyperparameterValue? {
    assignments.last { $0.hyperparameter == hyperparameter }?.value
  }

  /// All that follows from the layer that a LAYER argument and the options describe.
  func validPass(_ text: String?) throws -> ForwardPass { try subject(text).forward() }

  var isEmpty: Bool { assignments.isEmpty && network == nil && path == nil }

  /// Whether nothing is said of a layer, so that it may come on standard input.
  var leaveLayerOpen: Bool { assignments.allSatisfy { $0.hyperparameter == .input } }

  /// The layer that the options describe, whether or not PyTorch would accept it; without any
  /// option the one that the explorer opens with.
  func subject() throws(NotationError) -> LayerCase {
    assignments.isEmpty ? Preset.start.subject : try LayerCase(assignments)
  }
}

extension LayerOptions: CustomReflectable {
  /// The options, which the library finds as it finds the properties of other arguments.
  nonisolated var customMirror: Mirror {
    Mirror(self, children: Self.declarations.map { ("_" + $0, $1) })
  }

  /// Made once, since the library asks for them again for each command.
  private nonisolated static let declarations: [(name: String, any Sendable)] =
    hyperparameters.map { ($0.rawValue, declaration($0)) }
    + ["network", "layer"].map { name in
      (name, Option<String?>(name: .customLong(name), help: .of("model " + name)))
    }

  /// In the order of the help; the batch is in the shape of the input.
  nonisolated static let hyperparameters =
    [.op, .input] + Hyperparameter.allCases.filter { ![.op, .input, .batch].contains($0) }

  private nonisolated static func declaration(
    _ hyperparameter: Hyperparameter
  ) -> any Sendable {
    let name = NameSpecification.customLong(hyperparameter.option)
    let help = help(hyperparameter)
    guard hyperparameter != .bias else {
      return Flag<Bool?>(name: name, inversion: .prefixedNo, help: help)
    }
    return Option<HyperparameterValue?>(
      name: name,
      // A number may have a minus, and is refused for that by name.
      parsing: hyperparameter == .op ? .next : .unconditional, help: help,
      transform: { try hyperparameter.value($0) })
  }

  private nonisolated static func help(_ hyperparameter: Hyperparameter) -> ArgumentHelp {
    switch hyperparameter {
    case .op: return "conv1d, conv2d (if there are other options), conv3d, conv_transpose1d …"
    case .input: return "The input's shape: N,C,H,W or C,H,W; with other axes N,C,L or N,C,D,H,W."
    case .paddingMode:
      return ArgumentHelp("\(hyperparameter.expected).", valueName: "mode")
    default:
      let text = hyperparameter.help
      return ArgumentHelp(
        "\(text.prefix(1).uppercased() + text.dropFirst()).",
        valueName: hyperparameter.isSpatial ? "n|h,w" : "n")
    }
  }
}

/// The name under which the library keeps what an option says.
private nonisolated struct OptionKey: CodingKey {
  static let network = OptionKey("network")
  static let layer = OptionKey("layer")

  let stringValue: String
  var intValue: Int? { nil }

  init(_ name: String) { stringValue = name }
  init?(stringValue: String) { self.init(stringValue) }
  init?(intValue: Int) { nil }
}
