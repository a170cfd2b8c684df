import ConvArithmetic
import Foundation

/// The recorded cases, in four parts; together they are all.
struct RecordedCases: Sendable {
  /// Accepted, and measured.
  private(set) var accepted: [RecordedCase] = []
  /// Accepted, though PyTorch's own reference path refuses or the layer has nothing to convolve.
  private(set) var accidents: [RecordedCase] = []
  private(set) var refused: [RecordedCase] = []
  /// Refused, and nothing that a ``LayerCase`` could hold.
  private(set) var inexpressible: [RecordedCase] = []

  /// Read once for all tests.
  static let recorded = Result { try RecordedCases() }

  private init() throws {
    let file = Bundle.module.url(forResource: "Fixtures/pytorch-cases", withExtension: "jsonl")
    guard let file else { throw CocoaError(.fileNoSuchFile) }
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    for line in try Data(contentsOf: file).split(separator: UInt8(ascii: "\n")) {
      add(try decoder.decode(RecordedCase.self, from: Data(line)))
    }
  }

  private mutating func add(_ recorded: RecordedCase) {
    if recorded.subject == nil {
      inexpressible.append(recorded)
    } else if !recorded.expected.ok {
      refused.append(recorded)
    } else if recorded.isAccident {
      accidents.append(recorded)
    } else {
      accepted.append(recorded)
    }
  }

  var count: Int { accepted.count + accidents.count + refused.count + inexpressible.count }
}

extension RecordedCase {
  /// Whether PyTorch accepts this layer in one backend, or for an empty batch, and not otherwise.
  fileprivate var isAccident: Bool {
    expected.float64 != nil || expected.coverageUnavailable != nil || inChannels == 0
  }
}
