import LayerNotation
import Testing

@Suite struct RecordedNetworkTests {
  @Test func `every field of every recorded chain is answered as it was recorded`() throws {
    let chains = try RecordedNetwork.chains.get()
    #expect(chains.count == 1500)
    for chain in chains { try check(chain) }
  }

  @Test func `networks of the literature have the numbers that it says`() throws {
    let networks = try RecordedNetwork.named.get()
    #expect(networks.count == 126)
    var said = 0
    for network in networks {
      let answer = try check(network)
      for (path, number) in network.says {
        // A case has the rest of them in other figures than those of an answer.
        guard let found = answer.at(path) else { continue }
        #expect(found == number, "\(network.name): \(path)")
        said += 1
      }
    }
    #expect(said > 300)
  }

  private static let fields = [
    "ok", "module", "shapes", "receptive_field", "overlap", "smallest_input", "whole", "unread",
    "clean", "alignment", "parameters", "multiplications",
  ]

  @discardableResult
  private func check(_ network: RecordedNetwork) throws -> JSONValue {
    let answer = try JSONValue.read(answer(network.line))
    #expect(answer["id"] == .text("x"))
    for field in Self.fields {
      guard let expected = network.expected[field] else { continue }
      #expect(expected.missing(in: answer[field]) == [], "\(network.name): \(field)")
    }
    return answer
  }
}
