extension LayerCase {
  /// The value of a hyperparameter; `nil` for one that the layer does not have.
  package func value(of hyperparameter: Hyperparameter) -> HyperparameterValue? {
    guard hyperparameter.applies(to: layer.direction) else { return nil }
    return switch hyperparameter.values {
    case .choice:
      hyperparameter == .op
        ? .op(layer.op) : hyperparameter == .bias ? .flag(layer.bias) : .mode(layer.paddingMode)
    case .single(let read, _): read(self).map { .number($0) } ?? .unbatched
    case .perAxis(let read, _): read(self).map { .perAxis($0) } ?? .padding(layer.padding)
    }
  }

  /// Whether a hyperparameter has to be said: the layer has it, and not as PyTorch's default.
  func says(_ hyperparameter: Hyperparameter) -> Bool {
    guard hyperparameter.applies(to: layer.direction) else { return false }
    guard let initial = hyperparameter.row.initial else { return true }
    switch value(of: hyperparameter) {
    case .number(let number): return number != initial
    case .perAxis(let numbers): return !numbers.isAll(initial)
    case .flag(let flag): return flag != (initial != 0)
    case .mode(let mode): return mode != .zeros
    case .padding: return true
    case .op, .dimensions, .unbatched, nil: return false
    }
  }
}

extension ConvLayer {
  /// What describes the layer, in order: what has no default, and what is not as PyTorch's default.
  ///
  /// In calls output_padding comes before dilation.
  func said(
    isCall: Bool = false
  ) -> [(hyperparameter: Hyperparameter, value: HyperparameterValue)] {
    let subject = LayerCase(
      layer: self, input: TensorShape(batch: nil, channels: inChannels, size: kernelSize))
    return (isCall ? Self.callOrder : Self.order).compactMap { hyperparameter in
      guard subject.says(hyperparameter) else { return nil }
      return subject.value(of: hyperparameter).map { (hyperparameter, $0) }
    }
  }

  /// Those of the layer itself, without its input.
  private static let order: [Hyperparameter] = Hyperparameter.allCases.filter {
    ![.op, .batch, .input].contains($0)
  }

  private static let callOrder: [Hyperparameter] = {
    var order = ConvLayer.order
    let places = [Hyperparameter.dilation, .outputPadding].compactMap { order.firstIndex(of: $0) }
    order.swapAt(places[0], places[1])
    return order
  }()

  /// The layer in the letters of papers and model tables; what has PyTorch's default is left out.
  ///
  ///     ConvTranspose2d 256→128, k3 s2 p1 op1
  package var shorthand: String {
    let words = letters(isCall: true).map { letter, value in
      switch value {
      case .number(let number): "\(letter)\(number)"
      case .perAxis(let numbers): letter + numbers.text("×")
      case .padding(.explicit(let ends)): letter + ends.text("×")
      default: "\(letter) \(padding.text)"
      }
    }
    return "\(op.moduleName) \(inChannels)→\(outChannels), \(words.joined(separator: " "))"
  }

  /// The dimensions of its input: `N,C,H,W`.
  package var inputLetters: String { (["N", "C"] + axes.map(\.letter)).joined(separator: ",") }

  func letters(isCall: Bool) -> [(letter: String, value: HyperparameterValue)] {
    said(isCall: isCall).compactMap { hyperparameter, value in
      hyperparameter.letter.map { ($0, value) }
    }
  }
}

extension LayerCase {
  /// What the command line has to say to describe this layer and its input.
  ///
  /// What PyTorch has no default for is always said, but for the channels that the input says;
  /// what a Conv2d ignores never is.
  package var assignments: [Assignment] {
    fullAssignments.filter {
      $0.hyperparameter != .inChannels || layer.inChannels != input.channels
    }
  }

  /// What differs from PyTorch's defaults, and what PyTorch has no default for.
  var fullAssignments: [Assignment] {
    [Assignment(.op, .op(layer.op)), Assignment(.input, .dimensions(input.dimensions))]
      + layer.said().map { Assignment($0.hyperparameter, $0.value) }
  }
}
