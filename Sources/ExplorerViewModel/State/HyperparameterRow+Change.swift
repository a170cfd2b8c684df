import ConvArithmetic
import LayerNotation

/// Which axes a change touches.
package enum AxisScope: String, CaseIterable, Sendable {
  case both
  case height = "h"
  case width = "w"

  var axes: [Axis] {
    switch self {
    case .both: Axis.allCases
    case .height: [.height]
    case .width: [.width]
    }
  }
}

extension Hyperparameter {
  /// The numbers that the explorer lets a person set: PyTorch takes larger ones, but no tensor
  /// that a person could mean has them, and below this bound every size fits in 64 bits.
  package var range: ClosedRange<Int> { minimum...Int(Int32.max) }
}

/// A step that a key asks for.
struct ValueStep {
  let isUp: Bool
  let isBig: Bool
}

extension HyperparameterRow {
  /// The subject after one step of this row; the same one where there is nowhere to go.
  func stepped(_ subject: LayerCase, _ step: ValueStep, _ scope: AxisScope) -> LayerCase {
    guard applies(to: subject.layer.direction) else { return subject }
    switch hyperparameter {
    case .bias: return toggled(subject)
    case .groups: return groupsStepped(subject, step)
    case .batch: return batchStepped(subject, step)
    case .padding: return paddingStepped(subject, step, scope)
    default: return numbersStepped(subject, step, scope)
    }
  }

  private func toggled(_ subject: LayerCase) -> LayerCase {
    var result = subject
    result.layer.bias.toggle()
    return result
  }

  /// From one common divisor of the channels to the next; in a big step to 1 or to the most.
  private func groupsStepped(_ subject: LayerCase, _ step: ValueStep) -> LayerCase {
    var result = subject
    let possible = subject.layer.possibleGroups
    let groups = subject.layer.groups
    let next =
      switch (step.isUp, step.isBig) {
      case (true, true): possible.last
      case (false, true): possible.first
      case (true, false): possible.first { $0 > groups } ?? possible.last
      case (false, false): possible.last { $0 < groups } ?? possible.first
      }
    if let next { result.layer.groups = next }
    return result
  }

  /// Below a batch of 0 there is an input without a batch.
  private func batchStepped(_ subject: LayerCase, _ step: ValueStep) -> LayerCase {
    var result = subject
    if let batch = subject.input.batch {
      result.input.batch = batch == 0 && !step.isUp ? nil : moved(batch, step)
    } else if step.isUp {
      result.input.batch = 0
    }
    return result
  }

  /// Below a padding of 0 a Conv2d has its two words, first `valid` and then `same`.
  private func paddingStepped(
    _ subject: LayerCase, _ step: ValueStep, _ scope: AxisScope
  ) -> LayerCase {
    var result = subject
    switch (subject.layer.padding, step.isUp) {
    case (.same, true): result.layer.padding = .valid
    case (.valid, true): result.layer.padding = .explicit(Spatial(square: 0))
    case (.same, false): break
    case (.valid, false): result.layer.padding = .same
    case (.explicit(Spatial(square: 0)), false)
    where subject.layer.direction == .convolution && scope == .both:
      result.layer.padding = .valid
    case (.explicit, _): result = numbersStepped(subject, step, scope)
    }
    return result
  }

  private func numbersStepped(
    _ subject: LayerCase, _ step: ValueStep, _ scope: AxisScope
  ) -> LayerCase {
    var result = subject
    for axis in hyperparameter.isSpatial ? scope.axes : [.height] {
      guard let number = subject.number(hyperparameter, axis) else { continue }
      result.set(hyperparameter, axis, to: moved(number, step))
    }
    return result
  }

  /// The number one step on, within the range.
  private func moved(_ number: Int, _ step: ValueStep) -> Int {
    let range = hyperparameter.range
    let within = min(max(number, range.lowerBound), range.upperBound)
    let target =
      switch (bigStep, step.isBig, step.isUp) {
      case (_, false, let isUp): within + (isUp ? 1 : -1)
      case (.by(let amount), true, let isUp): within + (isUp ? amount : -amount)
      case (.doubling, true, true): max(1, within * 2)
      case (.doubling, true, false): within / 2
      }
    return min(max(target, range.lowerBound), range.upperBound)
  }
}
