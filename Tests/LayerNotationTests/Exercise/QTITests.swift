import ConvArithmetic
import LayerNotation
import Testing

/// Work sheets as packages of QTI 1.2.1, taken apart again.
@Suite struct QTITests {
  /// The documents of the package by their names.
  private static func documents(_ sheet: WorkSheet) throws -> [String: MarkupReader.Element] {
    try StoredZip.files(sheet.qtiPackage).mapValues {
      try MarkupReader.document(String(decoding: $0, as: UTF8.self))
    }
  }

  private static func assessment(_ sheet: WorkSheet) throws -> MarkupReader.Element {
    try #require(documents(sheet)["quiz/assessment.xml"])
  }

  @Test(arguments: Exercise.Level.allCases)
  func `the assessment is what QTI 1.2.1 allows`(level: Exercise.Level) throws {
    let root = try Self.assessment(WorkSheet(seed: 42, level: level, count: 100))
    #expect(root.attributes["xmlns"] == "http://www.imsglobal.org/xsd/ims_qtiasiv1p2")
    #expect(try QTIRules.faults(in: root) == [])
  }

  @Test func `the rules find what is not allowed`() throws {
    for text in [
      "<item/>", "<item ident=\"a\"><presentation/></item>", "<section ident=\"a\" b=\"c\"/>",
      "<item ident=\"a\">text</item>", "<respcondition continue=\"Maybe\"/>", "<other/>",
      "<qtimetadatafield><fieldentry/><fieldlabel/></qtimetadatafield>",
    ] {
      let root = try MarkupReader.document("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + text)
      #expect(try !QTIRules.faults(in: root).isEmpty, "\(text)")
    }
  }

  @Test(arguments: [Exercise.Level.three])
  func `of a thousand variants each has the right answer, and wrong ones that differ from it`(
    level: Exercise.Level
  ) throws {
    let root = try Self.assessment(WorkSheet(seed: 42, level: level, count: 1_000))
    let items = root.all.filter { $0.name == "item" }
    #expect(items.count == 1_000)
    #expect(Set(items.compactMap { $0.attributes["ident"] }).count == 1_000)
    for item in items {
      let presentation = try #require(item["presentation"].first)
      let text = try #require(presentation["material"].first?["mattext"].first?.text)
      let counted = try #require(SpokenLayer(text)?.answer(to: text), "\(text)")
      let choices = presentation.all.filter { $0.name == "response_label" }
      let numbers = Dictionary(
        uniqueKeysWithValues: choices.map { choice in
          (choice.attributes["ident"] ?? "", Self.numbers(choice.all.last?.text ?? ""))
        })
      #expect(Set(numbers.values).count == choices.count, "\(text): \(numbers)")
      #expect(choices.count >= 3)
      try Self.expect(item, numbers, right: counted)
    }
  }

  /// The one choice that gives points is right, and each has its own feedback.
  private static func expect(
    _ item: MarkupReader.Element, _ numbers: [String: [Int]], right: [Int]
  ) throws {
    let conditions = try #require(item["resprocessing"].first)["respcondition"]
    let chosen = { (condition: MarkupReader.Element) in
      condition["conditionvar"].first?["varequal"].first?.text ?? ""
    }
    let scoring = conditions.filter { $0["setvar"].first?.text == "100" }
    #expect(scoring.map { numbers[chosen($0)] } == [right])
    let feedback = Dictionary(
      uniqueKeysWithValues: item["itemfeedback"].map {
        ($0.attributes["ident"] ?? "", $0.all.last?.text ?? "")
      })
    let said = conditions.compactMap { condition in
      condition["displayfeedback"].first?.attributes["linkrefid"].map { (chosen(condition), $0) }
    }
    #expect(Set(said.map(\.0)) == Set(numbers.keys))
    for (choice, reference) in said {
      let words = try #require(feedback[reference])
      #expect(words.hasPrefix(numbers[choice] == right ? "Right: " : "That "))
    }
  }

  private static func numbers(_ text: String) -> [Int] {
    // Digits in groups of three are one number, unlike those of a shape.
    let plain = text.replacing("−", with: "-")
    let text = plain.hasPrefix("(") ? plain : plain.filter { $0 != "," }
    return text.split { !$0.isNumber && $0 != "-" }.compactMap { Int($0) }
  }

  @Test func `the manifest leads to the assessment as a Common Cartridge does`() throws {
    let documents = try Self.documents(WorkSheet(seed: 1, level: .one, count: 3))
    #expect(Set(documents.keys) == ["imsmanifest.xml", "quiz/assessment.xml"])
    let manifest = try #require(documents["imsmanifest.xml"])
    #expect(
      manifest.attributes["xmlns"] == "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1")
    let resource = try #require(manifest.all.first { $0.name == "resource" })
    #expect(resource.attributes["type"] == "imsqti_xmlv1p2/imscc_xmlv1p1/assessment")
    #expect(resource["file"].first?.attributes["href"] == "quiz/assessment.xml")
    let items = manifest.all.filter { $0.name == "item" }
    #expect(
      items.last?.attributes["identifierref"] == resource.attributes["identifier"])
  }

  @Test func `the same sheet gives the same package`() {
    let sheet = WorkSheet(seed: 9, level: .three, count: 10)
    #expect(sheet.qtiPackage == WorkSheet(seed: 9, level: .three, count: 10).qtiPackage)
    #expect(sheet.qtiPackage != WorkSheet(seed: 8, level: .three, count: 10).qtiPackage)
  }
}
