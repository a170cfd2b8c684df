/// The sentences of a lesson, whose names in braces are filled from the layer as it is now.
///
///     It makes {output} cells of {input}, and the counts run from {min} to {max}.
struct LessonText {
  private let state: ExplorerState

  init(_ state: ExplorerState) { self.state = state }

  /// A sentence with the numbers of the layer; a dash for one that it does not have.
  func filled(_ text: String) -> String {
    guard text.contains("{") else { return text }
    var filled = ""
    var rest = text[...]
    while let (before, name, after) = Self.nextName(in: rest) {
      filled += before + (Self.values[String(name)]?(state) ?? "–")
      rest = after
    }
    return filled + rest
  }

  /// What is said once a screen is done; `nil` if there is nothing to say, or nothing true of this
  /// layer.
  func answer(_ screen: LessonScreen, _ progress: LessonProgress) -> String? {
    screen.answer.isEmpty || !progress.isAnswerTrue ? nil : filled(screen.answer)
  }

  /// - Throws: ``LessonError`` for a name that stands for nothing.
  static func check(_ text: String) throws(LessonError) {
    var rest = text[...]
    while let (_, name, after) = nextName(in: rest) {
      let isKnown = values[String(name)] != nil
      try require(isKnown, "{\(name)} is no hyperparameter, shape or number")
      rest = after
    }
  }

  private static func nextName(
    in text: Substring
  ) -> (before: Substring, name: Substring, after: Substring)? {
    guard let open = text.firstIndex(of: "{"), let close = text[open...].firstIndex(of: "}")
    else { return nil }
    let name = text[text.index(after: open)..<close]
    return (text[..<open], name, text[text.index(after: close)...])
  }

  private typealias Value = @Sendable (ExplorerState) -> String?

  /// What each name stands for: the hyperparameters, shapes and figures that conditions know.
  private static let values: [String: Value] = {
    var values: [String: Value] = [
      "output": { $0.pass.map { $0.output.size.map(\.grouped).joined(separator: "×") } },
      "output_shape": { $0.pass.map { tupleText($0.output.dimensions) } },
      "weight": { $0.pass.map { tupleText($0.weight) } },
      "layer": { $0.subject.layer.pytorchLine },
    ]
    for row in Hyperparameter.allCases {
      values[row.rawValue] = { state in
        row.applies(to: state.subject.layer.direction)
          ? row.text(state.subject, separator: "×") : nil
      }
    }
    for fact in LessonFact.all {
      values[fact.name] = { fact.value(in: $0)?.grouped }
    }
    return values
  }()
}
