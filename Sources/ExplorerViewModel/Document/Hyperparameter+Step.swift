/// Which axes a change touches.
package enum AxisScope: String, CaseIterable, Sendable {
  case all = "both"
  case depth = "d"
  case height = "h"
  case width = "w"

  /// Those among the axes of a layer; all of them where the layer does not have the chosen one.
  func among(_ axes: [Axis]) -> [Axis] {
    let chosen = axes.filter { $0.mark == rawValue }
    return chosen.isEmpty ? axes : chosen
  }

  /// The one that comes after it; a single axis is all of them.
  func next(among axes: [Axis]) -> AxisScope {
    Self.allCases.filter { $0 == .all || axes.map(\.mark).contains($0.rawValue) }
      .element(from: self, 1)
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

extension Hyperparameter {
  /// The subject after one step of this row; the same one if there is no further step.
  func stepped(_ subject: LayerCase, _ step: ValueStep, _ scope: AxisScope) -> LayerCase {
    var result = subject
    let axes = scope.among(subject.layer.axes)
    guard applies(to: subject.layer.direction) else { return result }
    switch self {
    case .bias: result.layer.bias.toggle()
    case .paddingMode:
      let modes = PaddingMode.allCases
      let place = (modes.firstIndex(of: subject.layer.paddingMode) ?? 0) + (step.isUp ? 1 : -1)
      result.layer.paddingMode = modes[at: place] ?? subject.layer.paddingMode
    case .groups: result.layer.groups = groups(subject.layer, after: step)
    case .batch: result.input.batch = batch(subject.input.batch, after: step)
    case .padding:
      if let word = padding(subject.layer, after: step, axes) {
        result.layer.padding = word
      } else {
        stepNumbers(&result, step, axes)
      }
    default: stepNumbers(&result, step, axes)
    }
    return result
  }

  /// From one common divisor of the channels to the next; in a big step to 1 or to the most.
  private func groups(_ layer: ConvLayer, after step: ValueStep) -> Int {
    let possible = layer.possibleGroups
    let end = step.isUp ? possible.last : possible.first
    if step.isBig { return end ?? layer.groups }
    let next =
      step.isUp
      ? possible.first { $0 > layer.groups } : possible.last { $0 < layer.groups }
    return next ?? end ?? layer.groups
  }

  /// Below a batch of 0 there is an input without a batch.
  private func batch(_ batch: Int?, after step: ValueStep) -> Int? {
    guard let batch else { return step.isUp ? 0 : nil }
    return batch == 0 && !step.isUp ? nil : moved(batch, step)
  }

  /// Below a padding of 0 a convolution has its words: `valid`, `same`, and of one axis `causal`;
  /// `nil` where its numbers are stepped.
  private func padding(_ layer: ConvLayer, after step: ValueStep, _ axes: [Axis]) -> Padding? {
    switch (layer.padding, step.isUp) {
    case (.causal, true): .same
    case (.same, true): .valid
    case (.valid, true): .explicit(layer.kernelSize.map { _ in 0 })
    case (.causal, false): .causal
    case (.same, false): layer.axes.count == 1 ? .causal : .same
    case (.valid, false): .same
    case (.explicit, false)
    where layer.padding.isZero && layer.direction == .convolution && axes == layer.axes: .valid
    case (.explicit, _): nil
    }
  }

  private func stepNumbers(_ subject: inout LayerCase, _ step: ValueStep, _ axes: [Axis]) {
    for axis in isSpatial ? axes : Array(axes.prefix(1)) {
      if self == .padding, case .explicit(let ends) = subject.layer.padding {
        let ends = ends[axis]
        subject.setPadding(axis, to: Ends(moved(ends.before, step), moved(ends.after, step)))
        continue
      }
      guard let number = subject.number(self, axis) else { continue }
      subject.set(self, axis, to: moved(number, step))
    }
  }

  /// The number one step on, in range; a big step doubles or halves it, a kernel's size goes by 2.
  private func moved(_ number: Int, _ step: ValueStep) -> Int {
    let within = min(max(number, range.lowerBound), range.upperBound)
    let target =
      switch (step.isBig && self != .kernelSize, step.isUp) {
      case (true, true): max(1, within * 2)
      case (true, false): within / 2
      case (false, let isUp): within + (isUp ? 1 : -1) * (step.isBig ? 2 : 1)
      }
    return min(max(target, range.lowerBound), range.upperBound)
  }
}
