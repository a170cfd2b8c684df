import Foundation

/// The recorded cases as lines of `convscope batch`: without what PyTorch and the tools said.
func recordedLines() throws -> [[UInt8]] {
  let tests = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  let file = tests.appending(path: "ConvArithmeticTests/Fixtures/pytorch-cases.jsonl")
  return try Data(contentsOf: file).split(separator: UInt8(ascii: "\n")).map { line in
    var fields = try JSONSerialization.jsonObject(with: line) as? [String: Any] ?? [:]
    fields["tags"] = nil
    fields["expected"] = nil
    return Array(try JSONSerialization.data(withJSONObject: fields))
  }
}
