import ConvArithmetic
import LayerNotation
import Testing

/// The two JSON Schemas against what is read and written.
@Suite struct SchemaTests {
  private let cases: SchemaValidator
  private let answers: SchemaValidator
  private let lines: [RecordedLine]

  init() throws {
    cases = SchemaValidator(root: try JSONValue.read(CaseSchema.input.bytes))
    answers = SchemaValidator(root: try JSONValue.read(CaseSchema.output.bytes))
    lines = try RecordedLine.recorded.get()
  }

  @Test func `the schema of a case has the keys that are read`() throws {
    let keys = Hyperparameter.allCases.filter { $0 != .batch }.map(\.rawValue) + ["id"]
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
    #"{"op":"conv4d"}"#, #"{"op":"conv2d","stride":[1]}"#, #"{"op":"conv1d","stride":[1,2,3]}"#,
    #"{"stride":"1"}"#,
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
    let others = [
      #"{"op":"conv1d","input":[1,1,9],"in_channels":1,"out_channels":1,"kernel_size":3}"#,
      #"{"op":"conv3d","input":[1,4,5,6],"in_channels":1,"out_channels":1,"kernel_size":3}"#, "{",
    ]
    for line in lines.map(\.line) + others.map({ Array($0.utf8) }) {
      let answer = try JSONValue.read(answer(line))
      let complaints = try answers.complaints(answer)
      #expect(complaints.isEmpty, "\(complaints)")
      written.formUnion(answer.places())
    }
    #expect(written == (try answers.places()))
  }
}
