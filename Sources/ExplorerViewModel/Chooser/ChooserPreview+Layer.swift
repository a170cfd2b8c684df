import ConvArithmetic
import LayerNotation

extension ChooserPreview {
  /// A layer on its input: the PyTorch line, shapes, costs and verdict, then remarks.
  ///
  /// - Parameters:
  ///   - subject: Any layer, also one that PyTorch refuses.
  ///   - remarks: What else there is to say.
  init(_ subject: LayerCase, remarks: [Span] = []) {
    let line = Span(subject.layer.pytorchLine, .value)
    switch subject.outcome {
    case .success(let pass):
      let words = OverlapWords(pass)
      let style: Style =
        subject.layer.direction == .convolution ? .plain : words.isEven ? .good : .notice
      let facts = [line, Span(Self.shapes(pass)), Span(Self.costs(pass)), Span(words.long, style)]
      self.init(paragraphs: facts + remarks, subject: subject)
    case .failure(let refusal):
      let reasons = refusal.lines.map { Span($0, .bad) }
      self.init(paragraphs: [line, Span(subject.input.text)] + reasons + remarks)
    }
  }

  private static func shapes(_ pass: ForwardPass) -> String {
    let parameters = pass[.parameters].words
    return "\(pass.input.text) → \(pass.output.text), \(parameters) parameters"
  }

  private static func costs(_ pass: ForwardPass) -> String {
    let (all, useful) = (pass[.multiplications], pass[.usefulMultiplications])
    guard !all.isOverflow, !useful.isOverflow else { return "MACs: \(Count.overflowWords)" }
    let share = useful.percent(of: all).map { " (\($0))" } ?? ""
    return "\(all.grouped) MACs, \(useful == all ? "all" : useful.grouped) useful\(share)"
  }
}
