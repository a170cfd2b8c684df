import LayerNotation
import Testing

@Suite struct ModelSchemaTests {
  private static let others = [
    // Unequal padding, which `Conv2d` cannot say, and a word.
    "nn.Sequential(nn.Conv2d(3, 8, 3, padding='same'), nn.ConvTranspose2d(8, 8, 3, stride=2))",
    "nn.ModuleList([nn.Conv1d(8, 8, 3) for _ in range(3)])",
    "x = torch.zeros(1, 3, 4, 4)\na = nn.Conv2d(3, 8, 3)(x)\nb = nn.Conv2d(8, 8, 3)(a)\n",
    "nn.Conv2d(3, 8, k), nn.Conv2d(3, 8, 3)",
  ]

  @Test func `every model is as the schema says, and every field of it is written`() throws {
    let schema = SchemaValidator(root: try JSONValue.read(ModelSchema.output.bytes))
    var written: Set<String> = []
    var texts = try RecordedModel.all.map { try $0.text("export") }
    texts += try RecordedModel.all.map { try $0.text("print") }
    texts += try RecordedModel.tracedInPart.map { try $0.text("fx") }
    for text in texts + Self.others.map({ Array($0.utf8) }) {
      let json = try ModelSheet(reading: text, title: "model").json
      #expect(json.last == UInt8(ascii: "\n"))
      let value = try JSONValue.read(json)
      #expect(try schema.complaints(value) == [])
      written.formUnion(value.places())
    }
    #expect(written == (try schema.places()))
  }

  @Test func `every finding is as the schema says`() throws {
    let schema = SchemaValidator(root: try JSONValue.read(FindingSchema.output.bytes))
    let files = try RecordedModel.all.map { model in
      let sheet = try ModelSheet(reading: model.text("export"), title: model.name)
      return (file: model.name, findings: sheet.findings(of: FindingKind.allCases))
    }
    let value = try JSONValue.read(ModelSheet.json(files))
    #expect(try schema.complaints(value) == [])
    #expect(value.places() == (try schema.places()))
    let kinds = schema.root["properties"]?["findings"]?["items"]?["properties"]?["kind"]?["enum"]
    #expect(kinds?.list == FindingKind.allCases.map { .text($0.rawValue) })
  }
}
