// A network in the share line: its source, as Python in one line.

extension ExplorerState {
  /// Begins with a network, its first layer selected; whether it has one.
  @discardableResult
  mutating func begin(with named: NamedNetwork, title: String = OpenNetwork.usualTitle) -> Bool {
    guard let network = OpenNetwork(named, title: title) else { return false }
    begin(with: network)
    return true
  }

  mutating func begin(with network: OpenNetwork) {
    document = Document(network)
    first = document
    networkCell = network.middle(along: reachAxis)
  }

  /// Reduces the network to what its line says: without a line to the layer alone, and without its
  /// last change.
  mutating func keepNetwork() {
    guard let open = network, let named = try? open.named.reread else {
      return (network, networkCell) = (nil, 0)
    }
    document = Document(open.renamed(named))
  }

  /// Says that a share line leaves out the network, and why; `nil` if it has it, or there is none.
  func missing(in line: ShareLine) -> String? {
    guard line.network == nil else { return nil }
    return unsharedNetwork
  }

  /// Why the network is in no share line; `nil` where it is in one, or where there is none.
  package var unsharedNetwork: String? {
    do throws(NotationError) {
      _ = try network?.named.reread
      return nil
    } catch { return " without its network (\(error.message))" }
  }

  // MARK: Copied and pasted

  /// The longest argument of a command on Linux.
  private static let longestWord = 131_071

  mutating func copyShareLine() -> Effect? {
    let line = shareLine
    let text = line.text
    guard network != nil else { return copy(text) }
    let count = text.utf8.count
    let effect = copy(text, named: "the share line, \(Count(count).counted("byte"))")
    if let missing = missing(in: line), let message {
      say("\(message.text),\(missing)", .notice)
    } else if count > Self.longestWord, let message {
      say("\(message.text): too long for a shell, but it can be pasted here", .notice)
    }
    return effect
  }

  /// The share line in plain mode, and what it does not say.
  var shareWords: [String] {
    let line = shareLine
    return [line.text] + (missing(in: line).map { ["this is the layer\($0)"] } ?? [])
  }
}

extension ShareItem {
  /// What is selected in a network.
  static let network: [ShareItem] = [
    ShareItem(
      name: "title", values: { [$0.network?.preset].compactMap(\.self) },
      take: { state, name in
        guard let preset = PresetNetwork.all.first(where: { $0.name == name }),
          let network = state.network
        else { return false }
        return state.begin(with: network.named, title: preset.title)
      }),
    ShareItem(
      name: "module", values: { $0.network?.selection ?? [] },
      take: { state, text in
        guard var network = state.network, let number = Int(text),
          network.named.modules.indices.contains(number &- 1)
        else { return false }
        network.select(number - 1)
        state.document = Document(network)
        state.choosePresentModule()
        return true
      }),
    ShareItem(
      "reach", \.networkCell, texts: { ["\($0)"] },
      read: { Int($0).flatMap { $0 >= 0 ? $0 : nil } }),
  ]
}

extension OpenNetwork {
  /// The well-known network that it was opened as.
  fileprivate var preset: String? { PresetNetwork.all.first { $0.title == title }?.name }

  /// The numbers of the current layer and, if they differ, of the selected module.
  fileprivate var selection: [String] {
    (isLayerSelected ? [current] : [current, selected]).map { "\($0 + 1)" }
  }
}
