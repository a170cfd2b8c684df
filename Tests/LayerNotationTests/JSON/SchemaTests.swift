import ConvArithmetic
import Foundation
import LayerNotation
import Testing

/// The two JSON Schemas of the README against what is read and written.
@Suite struct SchemaTests {
  private let cases: SchemaValidator
  private let answers: SchemaValidator
  private let lines: [RecordedLine]

  init() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let readme = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
    cases = try Self.schema("A case", readme)
    answers = try Self.schema("An answer", readme)
    lines = try RecordedLine.recorded.get()
  }

  private static func schema(_ title: String, _ readme: String) throws -> SchemaValidator {
    let blocks = readme.components(separatedBy: "```json\n").dropFirst()
      .compactMap { $0.components(separatedBy: "```").first }
    let block = try #require(blocks.first { $0.contains("\"title\": \"\(title)\"") })
    return SchemaValidator(root: try JSONValue.read(block.utf8))
  }

  @Test func `the schema of a case has the keys that are read`() throws {
    let keys = CaseFields.keys.map(\.rawValue) + ["id"]
    #expect(try cases.places() == Set(keys.map { ".\($0)" }))
  }

  @Test func `the schema allows the cases that are understood, and no others`() throws {
    var refused = 0
    for recorded in lines {
      let fields = try recorded.line.withUnsafeBytes { try CaseFields.read($0) }
      let isUnderstood = (try? fields.subject()) != nil
      let complaints = try cases.complaints(try JSONValue.read(recorded.line))
      #expect(complaints.isEmpty == isUnderstood, "\(recorded.id) \(complaints)")
      refused += complaints.isEmpty ? 0 : 1
    }
    #expect(refused == 24)
  }

  @Test(arguments: [
    #"{"op":"conv3d"}"#, #"{"stride":[1]}"#, #"{"stride":[1,2,3]}"#, #"{"stride":"1"}"#,
    #"{"groups":[1,1]}"#, #"{"bias":1}"#, #"{"id":null}"#, #"{"dilation":1.5}"#, #"{"x":1}"#,
    #"{"padding":"full"}"#, #"{"input":3}"#, "[]",
  ])
  func `a wrong field is neither allowed by the schema nor understood`(field: String) throws {
    let good = try JSONValue.read(
      #"{"op":"conv2d","input":[2,3,3],"in_channels":2,"out_channels":2,"kernel_size":1}"#.utf8)
    let wrong = try JSONValue.read(field.utf8)
    #expect(try cases.complaints(good).isEmpty)
    #expect(try !cases.complaints(wrong).filter { !$0.hasSuffix(": required") }.isEmpty)
    #expect(try answer(field)["ok"] == .flag(false))
  }

  @Test func `every answer is as the schema says, and every field of the schema is written`()
    throws
  {
    var written: Set<String> = []
    for line in lines.map(\.line) + [Array("{".utf8)] {
      let answer = try JSONValue.read(answer(line))
      let complaints = try answers.complaints(answer)
      #expect(complaints.isEmpty, "\(complaints)")
      written.formUnion(answer.places())
    }
    #expect(written == (try answers.places()))
  }
}
