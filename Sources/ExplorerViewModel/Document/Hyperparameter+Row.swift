/// The rows of the hyperparameter panel: what they say, and how large their big steps are.
extension Hyperparameter {
  /// The rows from top to bottom; the kind of layer stands above them.
  package static let rows = allCases.filter { $0 != .op }

  /// Those that a kind of layer has.
  package static func rows(_ direction: ConvLayer.Direction) -> [Hyperparameter] {
    rows.filter { $0.applies(to: direction) }
  }

  /// As many for either kind: output_padding of the one, padding_mode of the other.
  static let mostRows = ConvLayer.Direction.allCases.map { rows($0).count }.max() ?? 0

  /// What the present value does; `nil` for a row without a note.
  func note(_ subject: LayerCase) -> String? {
    switch self {
    case .padding: Self.paddingNote(subject)
    case .outputPadding: Self.outputPaddingNote(subject)
    case .paddingMode:
      subject.layer.paddingMode == .zeros || subject.layer.features.contains(.copies)
        ? subject.layer.paddingMode.note : "without padding: no copies"
    default: nil
    }
  }

  /// The value on an axis, or the one value where there is only one; `nil` for an axis that a
  /// single value does not need.
  func text(_ subject: LayerCase, _ axis: Axis) -> String? {
    let isFirst = axis == subject.layer.axes.first
    guard applies(to: subject.layer.direction) else { return isFirst ? "–" : nil }
    // The longest word ends where the numbers of the last axis do.
    if self == .paddingMode {
      return axis == subject.layer.axes.last ? subject.layer.paddingMode.rawValue : nil
    }
    if !isFirst, !isSpatial { return nil }
    if let number = subject.number(self, axis) { return number.grouped }
    switch self {
    case .bias: return subject.layer.bias ? "yes" : "no"
    case .batch: return "none"
    case .padding:
      if case .explicit(let ends) = subject.layer.padding { return ends[axis].text }
      return isFirst ? subject.layer.padding.text : nil
    default: return nil
    }
  }

  /// The value, of all axes where they differ.
  func text(_ subject: LayerCase, separator: String = ",") -> String {
    let texts = subject.layer.axes.compactMap { text(subject, $0) }
    return Set(texts).count == 1 ? texts[0] : texts.joined(separator: separator)
  }

  private static func paddingNote(_ subject: LayerCase) -> String {
    let thing = subject.layer.paddingMode == .zeros ? "zero" : "cell"
    let (padding, isTransposed) = (subject.layer.padding, subject.layer.direction == .transposed)
    if padding.isZero || padding == .valid {
      return isTransposed ? "crops nothing" : "adds no zeros"
    }
    if padding == .same { return "as large as the input" }
    if padding == .causal { return "reads no later cells" }
    guard let cells = padding.equal else { return "adds \(padding.text) \(thing)s" }
    guard !isTransposed else { return "crops the output by \(cells.text)" }
    return
      "adds \(cells.text) \(thing)\(cells.isAll(1) ? "" : "s") \(cells.isUniform ? "each" : "a") side"
  }

  private static func outputPaddingNote(_ subject: LayerCase) -> String {
    let kept = subject.layer.outputPadding
    guard !kept.isAll(0) else { return "keeps nothing more" }
    let empty = (try? subject.forward())?.axes.map { Int(exactly: $0.emptyKeptCells) ?? 0 }
    guard let empty, !empty.isAll(0) else { return "keeps \(kept.text) more at the end" }
    return "keeps \(kept.text), \(empty.text) get nothing"
  }
}

extension PaddingMode {
  fileprivate var note: String {
    switch self {
    case .zeros: "pads with zeros"
    case .reflect: "mirrors the input"
    case .replicate: "repeats the last cell"
    case .circular: "wraps to the other end"
    }
  }
}
