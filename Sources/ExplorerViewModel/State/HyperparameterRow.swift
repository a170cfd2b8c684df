import ConvArithmetic
import LayerNotation

/// One row of the hyperparameter panel: what it says, and how big its big steps are.
package struct HyperparameterRow: Sendable {
  /// What one press of a big-step key does to a number.
  enum BigStep: Sendable {
    case doubling
    case by(Int)
  }

  package let hyperparameter: Hyperparameter
  package var help: String { hyperparameter.row.help.description }
  let bigStep: BigStep
  /// What the present value does, in words that fit below the row; `nil` for a row without.
  let note: (@Sendable (LayerCase) -> String)?

  private init(_ hyperparameter: Hyperparameter) {
    self.hyperparameter = hyperparameter
    bigStep = hyperparameter == .kernelSize ? .by(2) : .doubling
    note = Self.notes[hyperparameter]
  }
}

extension HyperparameterRow {
  /// The rows from top to bottom; the kind of layer stands above them.
  package static let all = Hyperparameter.allCases.filter { $0 != .op }.map(HyperparameterRow.init)

  private static let notes: [Hyperparameter: @Sendable (LayerCase) -> String] = [
    .padding: paddingNote, .outputPadding: outputPaddingNote,
  ]

  package func applies(to direction: ConvLayer.Direction) -> Bool {
    hyperparameter.applies(to: direction)
  }

  /// The value on an axis, or the one value where there is only one; `nil` for an axis that a
  /// single value does not need.
  func text(_ subject: LayerCase, _ axis: Axis) -> String? {
    guard applies(to: subject.layer.direction) else { return axis == .height ? "–" : nil }
    if axis == .width, !hyperparameter.isSpatial { return nil }
    if let number = subject.number(hyperparameter, axis) { return number.grouped }
    switch hyperparameter {
    case .bias: return subject.layer.bias ? "yes" : "no"
    case .batch: return "none"
    case .padding: return axis == .height ? subject.layer.padding.text : nil
    default: return nil
    }
  }

  /// The value, of both axes where they differ.
  func text(_ subject: LayerCase) -> String {
    let texts = Axis.allCases.compactMap { text(subject, $0) }
    return texts.count == 2 && texts[0] == texts[1] ? texts[0] : texts.joined(separator: ",")
  }
}

extension HyperparameterRow {
  private static let paddingNote: @Sendable (LayerCase) -> String = { subject in
    switch (subject.layer.direction, subject.layer.padding) {
    case (_, .valid): "adds no zeros"
    case (_, .same): "as large as the input"
    case (.convolution, .explicit(Spatial(square: 0))): "adds no zeros"
    case (.convolution, .explicit(Spatial(square: 1))): "adds 1 zero each side"
    case (.convolution, .explicit(let cells)) where cells.height == cells.width:
      "adds \(cells.text) zeros each side"
    case (.convolution, .explicit(let cells)): "adds \(cells.text) zeros a side"
    case (.transposed, .explicit(Spatial(square: 0))): "crops nothing"
    case (.transposed, .explicit(let cells)): "crops the output by \(cells.text)"
    }
  }

  private static let outputPaddingNote: @Sendable (LayerCase) -> String = { subject in
    guard subject.layer.direction == .transposed else { return "a Conv2d has none" }
    let kept = subject.layer.outputPadding
    guard kept != Spatial(square: 0) else { return "keeps nothing more" }
    let empty = (try? subject.forward())?.axes.map { axis in
      Int(exactly: axis.emptyKeptCells) ?? 0
    }
    guard let empty, empty != Spatial(square: 0) else {
      return "keeps \(kept.text) more at the end"
    }
    return "keeps \(kept.text), \(empty.text) get nothing"
  }
}
