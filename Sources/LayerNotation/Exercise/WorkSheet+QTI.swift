/// A work sheet as an assessment in IMS QTI 1.2.1, in an IMS Common Cartridge 1.1: the package that
/// Canvas imports and Moodle restores.
///
/// Every question has choices: there, numbers have no wrong answers with a feedback of their own.
///
/// Sources: IMS QTI ASI XML Binding 1.2.1, <https://www.imsglobal.org/question/qtiv1p2/>; IMS Common
/// Cartridge 1.1, <https://www.imsglobal.org/cc/ccv1p1/>.
extension WorkSheet {
  /// The package, a zip archive.
  package var qtiPackage: [UInt8] {
    ZipArchive.bytes([
      ZipArchive.File(name: "imsmanifest.xml", content: Array(manifest.utf8)),
      ZipArchive.File(name: Self.assessmentName, content: Array(assessment.utf8)),
    ])
  }

  private static let assessmentName = "quiz/assessment.xml"
  private static let declaration = #"<?xml version="1.0" encoding="UTF-8"?>"# + "\n"
  private static let language = KeyValuePairs(dictionaryLiteral: ("language", "en"))

  private var identifier: String { "convscope-\(seed)-\(level.rawValue)-\(exercises.count)" }
  private var name: String { "\(Self.title), level \(level.rawValue), seed \(seed)" }

  // MARK: Manifest

  var manifest: String {
    let lom = xml(
      "lom:lom", [:],
      [
        xml(
          "lom:general", [:],
          [xml("lom:title", [:], [xml("lom:string", Self.language, text: name)])])
      ])
    let metadata = xml(
      "metadata", [:],
      [
        xml("schema", text: "IMS Common Cartridge"), xml("schemaversion", text: "1.1.0"), lom,
      ])
    let quiz = xml(
      "item", ["identifier": "item", "identifierref": "quiz"], [xml("title", text: name)])
    let organization = xml(
      "organization", ["identifier": "organization", "structure": "rooted-hierarchy"],
      [xml("item", ["identifier": "root"], [quiz])])
    let resource = xml(
      "resource",
      ["identifier": "quiz", "type": "imsqti_xmlv1p2/imscc_xmlv1p1/assessment"],
      [xml("file", ["href": Self.assessmentName])])
    return Self.declaration
      + xml(
        "manifest",
        [
          "identifier": identifier,
          "xmlns": "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1",
          "xmlns:lom": "http://ltsc.ieee.org/xsd/imsccv1p1/LOM/manifest",
        ],
        [
          metadata, xml("organizations", [:], [organization]), xml("resources", [:], [resource]),
        ]) + "\n"
  }

  // MARK: Assessment

  var assessment: String {
    let fields = Self.metadata([
      ("cc_profile", "cc.exam.v0p1"), ("qmd_assessmenttype", "Examination"),
    ])
    let section = xml("section", ["ident": "root_section"], exercises.map { Self.item($0) })
    return Self.declaration
      + xml(
        "questestinterop", ["xmlns": "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"],
        [xml("assessment", ["ident": identifier, "title": name], [fields, section])]) + "\n"
  }

  private static func metadata(_ fields: [(label: String, entry: String)]) -> String {
    xml(
      "qtimetadata", [:],
      fields.map { label, entry in
        xml(
          "qtimetadatafield", [:],
          [xml("fieldlabel", text: label), xml("fieldentry", text: entry)])
      })
  }

  private static func item(_ exercise: Exercise) -> String {
    // Canvas takes the numbers of the choices over.
    let choices = exercise.shuffledChoices.enumerated().map { ("\($0 + 1)", $1) }
    let type = metadata([
      ("cc_profile", "cc.multiple_choice.v0p1"), ("question_type", "multiple_choice_question"),
      ("points_possible", "1"),
    ])
    let labels = choices.map { number, choice in
      xml(
        "response_label", ["ident": number], [material(exercise.question.text(choice.answer))])
    }
    let response = xml(
      "response_lid", ["ident": "response1", "rcardinality": "Single"],
      [xml("render_choice", [:], labels)])
    let feedback = choices.map { number, choice in
      xml(
        "itemfeedback", ["ident": "\(number)_fb"],
        [xml("flow_mat", [:], [material(choice.feedback)])])
    }
    let ident =
      "convscope-\(exercise.seed)-\(exercise.level.rawValue)-\(exercise.number)"
    return "\n"
      + xml(
        "item", ["ident": ident, "title": exercise.title],
        [
          xml("itemmetadata", [:], [type]),
          xml("presentation", [:], [material(exercise.question.text), response]),
          processing(choices),
        ] + feedback)
  }

  private static func material(_ text: String) -> String {
    xml("material", [:], [xml("mattext", ["texttype": "text/plain"], text: text)])
  }

  /// Each choice says its feedback, and the right one gives all points.
  private static func processing(_ choices: [(number: String, choice: Choice)]) -> String {
    func condition(_ number: String, _ goesOn: String, _ deed: String) -> String {
      xml(
        "respcondition", ["continue": goesOn],
        [
          xml("conditionvar", [:], [xml("varequal", ["respident": "response1"], text: number)]),
          deed,
        ])
    }
    let score = xml(
      "outcomes", [:],
      [
        xml(
          "decvar",
          ["maxvalue": "100", "minvalue": "0", "varname": "SCORE", "vartype": "Decimal"])
      ])
    let feedback = choices.map { number, _ in
      condition(
        number, "Yes",
        xml("displayfeedback", ["feedbacktype": "Response", "linkrefid": "\(number)_fb"]))
    }
    let right = choices.filter(\.choice.isRight).map { number, _ in
      condition(number, "No", xml("setvar", ["action": "Set", "varname": "SCORE"], text: "100"))
    }
    return xml("resprocessing", [:], [score] + feedback + right)
  }
}
