import Foundation
import LayerNotation
import Testing

/// The recorded layers of one to three axes and of all padding modes, as lines of a batch.
@Suite struct AxesLineTests {
  private typealias Recorded = (id: String, line: [UInt8], expected: JSONValue)

  private let lines: [Recorded]

  init() throws { lines = try Self.recorded.get() }

  /// Read once for all tests; the file belongs to the tests of ConvArithmetic.
  private static let recorded = Result { try readAll() }

  private static func readAll() throws -> [Recorded] {
    let tests = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let file = tests.appending(path: "ConvArithmeticTests/Fixtures/nd-cases.jsonl")
    return try Data(contentsOf: file).split(separator: UInt8(ascii: "\n")).compactMap { line in
      let value = try JSONValue.read(line)
      guard var fields = try JSONSerialization.jsonObject(with: line) as? [String: Any],
        let id = value["id"]?.text, let expected = value["expected"]
      else { throw CocoaError(.fileReadCorruptFile) }
      // What PyTorch accepts or refuses by accident is not compared.
      if value["tags"]?.list?.first == .text("quirk") { return nil }
      fields["tags"] = nil
      fields["expected"] = nil
      return (id, Array(try JSONSerialization.data(withJSONObject: fields)), expected)
    }
  }

  @Test func `a batch answers what PyTorch answers`() throws {
    #expect(lines.count == 2_457)
    for (id, line, expected) in lines where expected["ok"] == .flag(true) {
      let answer = try JSONValue.read(answer(line))
      #expect(answer["ok"] == .flag(true), "\(id)")
      for key in ["output", "weight", "parameters"] {
        #expect(answer[key] == expected[key], "\(id) \(key)")
      }
      for (key, field) in [("overlap_sum", "sum"), ("overlap_max", "max"), ("overlap_min", "min")] {
        #expect(answer["overlap"]?[field]?.number == expected[key]?.number, "\(id) \(key)")
      }
      #expect(answer["overlap"]?["holes"]?.number == expected["holes"]?.number, "\(id)")
      // Of an axis with more than 1,000 cells no list is recorded.
      for (axis, list) in expected["coverage"]?.fields ?? [:] {
        #expect(answer["coverage"]?[axis] == list, "\(id) \(axis)")
      }
    }
  }

  @Test func `a refusal names a hyperparameter at fault`() throws {
    for (id, line, expected) in lines where expected["ok"] == .flag(false) {
      let answer = try JSONValue.read(answer(line))
      #expect(answer["ok"] == .flag(false), "\(id)")
      let named = (answer["errors"]?.list ?? []).compactMap { $0["parameter"]?.text }
      let atFault = (expected["at_fault"]?.list ?? []).compactMap(\.text)
      #expect(named.contains(where: atFault.contains), "\(id) \(named) \(atFault)")
    }
  }
}
