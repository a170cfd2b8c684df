/// What QTI 1.2.1 allows in the elements that are written: the content models and attributes of
/// `ims_qtiasiv1p2p1` (14 February 2003), as its DTD writes them.
///
/// Source: IMS Question & Test Interoperability: ASI XML Binding, final 1.2.1.
struct QTIRules {
  private struct Rule {
    let content: String
    /// Names with `!` where they are required, and after a colon the words that they may have.
    let attributes: String
  }

  private static let text = "(#PCDATA)"
  private static let rules: [String: Rule] = [
    "questestinterop": Rule(
      content: "(qticomment? , (objectbank | assessment | (section | item)+))",
      attributes: "xmlns"),
    "assessment": Rule(
      content: """
        (qticomment? , duration? , qtimetadata* , objectives* , assessmentcontrol* , rubric* , \
        presentation_material? , outcomes_processing* , assessproc_extension? , assessfeedback* , \
        selection_ordering? , reference? , (sectionref | section)+)
        """, attributes: "ident! title xml:lang"),
    "section": Rule(
      content: """
        (qticomment? , duration? , qtimetadata* , objectives* , sectioncontrol* , \
        sectionprecondition* , sectionpostcondition* , rubric* , presentation_material? , \
        outcomes_processing* , sectionproc_extension? , sectionfeedback* , selection_ordering? , \
        reference? , (itemref | item | sectionref | section)*)
        """, attributes: "ident! title xml:lang"),
    "item": Rule(
      content: """
        (qticomment? , duration? , itemmetadata? , objectives* , itemcontrol* , \
        itemprecondition* , itempostcondition* , (itemrubric | rubric)* , presentation? , \
        resprocessing* , itemproc_extension? , itemfeedback* , reference?)
        """, attributes: "ident! title label maxattempts xml:lang"),
    "itemmetadata": Rule(content: "(qtimetadata*)", attributes: ""),
    "qtimetadata": Rule(content: "(vocabulary? , qtimetadatafield+)", attributes: ""),
    "qtimetadatafield": Rule(content: "(fieldlabel , fieldentry)", attributes: "xml:lang"),
    "fieldlabel": Rule(content: text, attributes: ""),
    "fieldentry": Rule(content: text, attributes: ""),
    "presentation": Rule(
      content: """
        (qticomment? , (flow | (material | response_lid | response_xy | response_str | \
        response_num | response_grp | response_extension)+))
        """, attributes: "label xml:lang"),
    "material": Rule(
      content: "(qticomment? , (mattext | matemtext | matimage | matbreak)+ , altmaterial*)",
      attributes: "label xml:lang"),
    "mattext": Rule(content: text, attributes: "texttype label charset xml:lang"),
    "response_lid": Rule(
      content: "((material | material_ref)? , render_choice , (material | material_ref)?)",
      attributes: "ident! rcardinality:Single|Multiple|Ordered rtiming:Yes|No"),
    "render_choice": Rule(
      content: "((material | material_ref | response_label | flow_label)* , response_na?)",
      attributes: "shuffle:Yes|No minnumber maxnumber"),
    "response_label": Rule(
      content: "(qticomment | material | material_ref | flow_mat)*",
      attributes: "ident! rshuffle:Yes|No"),
    "resprocessing": Rule(
      content: "(qticomment? , outcomes , (respcondition | itemproc_extension)+)",
      attributes: "scoremodel"),
    "outcomes": Rule(
      content: "(qticomment? , (decvar , interpretvar*)+)", attributes: ""),
    "decvar": Rule(
      content: text,
      attributes: """
        varname vartype:Integer|String|Decimal|Scientific|Boolean|Enumerated|Set defaultval \
        minvalue maxvalue members cutvalue
        """),
    "respcondition": Rule(
      content:
        "(qticomment? , conditionvar , setvar* , displayfeedback* , respcond_extension?)",
      attributes: "continue:Yes|No title"),
    "conditionvar": Rule(
      content: "(not | and | or | unanswered | other | varequal)+", attributes: ""),
    "varequal": Rule(content: text, attributes: "respident! case:Yes|No index"),
    "setvar": Rule(
      content: text, attributes: "varname action:Set|Add|Subtract|Multiply|Divide"),
    "displayfeedback": Rule(
      content: text, attributes: "linkrefid! feedbacktype:Response|Solution|Hint"),
    "itemfeedback": Rule(
      content: "((flow_mat | material) | solution | hint)+", attributes: "ident! title view"),
    "flow_mat": Rule(
      content: "(qticomment? , (flow_mat | material | material_ref)+)", attributes: "class"),
  ]

  /// What of a document is against the rules, each in a line.
  static func faults(in root: MarkupReader.Element) throws -> [String] {
    // Most elements have the children that another one of their name has.
    var allowed: [String: Bool] = [:]
    return try root.all.flatMap { element -> [String] in
      guard let rule = rules[element.name] else { return ["unknown: \(element.name)"] }
      let children = element.children.map { $0.name + " " }.joined()
      let kind = "\(element.name): \(children)"
      let hasText = !element.text.allSatisfy(\.isWhitespace)
      let isText = rule.content == text
      if !isText, allowed[kind] == nil { allowed[kind] = try matches(children, rule.content) }
      let isAllowed = isText ? children.isEmpty : !hasText && allowed[kind] == true
      return (isAllowed ? [] : ["\(kind)\(hasText ? "and text" : "")"])
        + attributeFaults(element, rule.attributes)
    }
  }

  /// Whether names, each with a space after it, are as a content model wants them.
  private static func matches(_ children: String, _ model: String) throws -> Bool {
    let model = model.filter { $0 != " " }
    var pattern = ""
    var name = ""
    for character in model + ")" {
      if character.isLetter || character == "_" {
        name.append(character)
        continue
      }
      if !name.isEmpty { pattern += "(?:\(name) )" }
      name = ""
      if character != "," { pattern += character == "(" ? "(?:" : String(character) }
    }
    return try children.wholeMatch(of: Regex(String(pattern.dropLast()))) != nil
  }

  private static func attributeFaults(
    _ element: MarkupReader.Element, _ rule: String
  ) -> [String] {
    var (allowed, faults): ([String: [Substring]], [String]) = ([:], [])
    for attribute in rule.split(separator: " ") {
      let parts = attribute.split(separator: ":", maxSplits: 1)
      let isXML = parts[0] == "xml"
      let name = isXML ? String(attribute) : String(parts[0].filter { $0 != "!" })
      allowed[name] = isXML || parts.count == 1 ? [] : parts[1].split(separator: "|")
      if attribute.hasSuffix("!"), element.attributes[name] == nil {
        faults.append("\(element.name) without \(name)")
      }
    }
    for (name, value) in element.attributes {
      guard let words = allowed[name] else {
        faults.append("\(element.name) with \(name)")
        continue
      }
      if !words.isEmpty, !words.contains(Substring(value)) {
        faults.append("\(element.name) \(name)=\(value)")
      }
    }
    return faults
  }
}
