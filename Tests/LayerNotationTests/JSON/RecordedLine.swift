import Foundation
import LayerNotation

/// A recorded layer as a line of a batch, and what PyTorch and the tools answered.
struct RecordedLine: Sendable {
  let id: String
  let line: [UInt8]
  let layer: JSONValue
  let expected: JSONValue

  /// Read once for all tests; the file belongs to the tests of ConvArithmetic.
  static let recorded = Result { try readAll() }

  private static func readAll() throws -> [RecordedLine] {
    let tests = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let file = tests.appending(path: "ConvArithmeticTests/Fixtures/pytorch-cases.jsonl")
    return try Data(contentsOf: file).split(separator: UInt8(ascii: "\n"))
      .map { try RecordedLine(Array($0)) }
  }

  private init(_ recorded: [UInt8]) throws {
    let value = try JSONValue.read(recorded)
    guard let end = recorded.firstRange(of: Array(#","tags":"#.utf8))?.lowerBound,
      let id = value["id"]?.text, let expected = value["expected"]
    else { throw CocoaError(.fileReadCorruptFile) }
    (self.id, self.expected, layer) = (id, expected, value)
    line = recorded[..<end] + [UInt8(ascii: "}")]
  }

  /// Whether PyTorch accepts the layer in every precision and for every batch.
  var isAccepted: Bool {
    expected["ok"] == .flag(true) && expected["float64"] == nil
      && expected["coverage_unavailable"] == nil && layer["in_channels"] != .number(0)
  }

  /// PyTorch's words for a refusal, those of its reference path first.
  var message: String {
    let words = [
      expected["float64"]?["error"], expected["coverage_unavailable"], expected["error_float64"],
      expected["error"],
    ]
    return words.compactMap { $0?.text }.first ?? ""
  }
}

/// What a batch answers to a line.
func answer(
  _ line: some Collection<UInt8>, number: Int = 1, listing longestList: Int = CaseAnswer.usualList
) -> [UInt8] {
  var answer = CaseAnswer(listing: longestList)
  Array(line).withUnsafeBytes { answer.answer($0, number: number) }
  return answer.writer.bytes
}

func answer(_ line: String, number: Int = 1) throws -> JSONValue {
  try JSONValue.read(answer(line.utf8, number: number))
}
