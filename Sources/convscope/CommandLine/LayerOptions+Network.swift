nonisolated extension LayerOptions {
  /// What a command is about that takes networks, too.
  enum Subject {
    case layer(LayerCase)
    case network(OpenNetwork)
  }

  /// The network as a whole that LAYER or `--network` is, or else one layer.
  func layerOrNetwork(_ text: String?) throws -> Subject {
    let argument = try argument(text)
    if path == nil, case .model(let text) = argument, let network = try network(text) {
      return .network(network)
    }
    return .layer(try subject(of: argument))
  }

  /// The network that a text is; `nil` for another text, and for its only layer with changes.
  private func network(_ text: ModelText) throws -> OpenNetwork? {
    let other = assignments.first { $0.hyperparameter != .input }
    guard other == nil || text.layers.count > 1,
      let named = text.network(from: try model(text).input),
      let network = OpenNetwork(named, title: text.title)
    else { return nil }
    try refuseForNetwork(other.map { "--\($0.hyperparameter.option)" })
    if self[.input] == nil, text.writtenInput == nil {
      complain("no input is given; \(named.input.text) is used")
    }
    return network
  }

  /// Refuses an option that makes no sense for a network.
  func refuseForNetwork(_ option: String?) throws {
    guard let option else { return }
    throw ValidationError("\(option) is for one layer; \(pathOption) chooses one of the network")
  }
}
