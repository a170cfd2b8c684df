/// The inputs that a Conv2d takes to one output, and the output_padding that tells them apart.
///
/// The floor of the size formula makes s neighbouring inputs equal. The transposed layer of the
/// same kernel, stride, padding and dilation goes back to the least of them, and output_padding,
/// their index, chooses another one.
///
///     least = s(o − 1) + e − 2p,   output_padding = i − least
///
/// Source: Dumoulin & Visin (2018), relationship 14, where output_padding is a.
package struct RoundTrip: Equatable, Sendable {
  /// The output of the Conv2d, the input of its transposed layer.
  package let output: Int
  /// The inputs of the Conv2d, at least 1 each.
  package let inputs: ClosedRange<Count>
  /// The input of index 0; below 1 where the padding alone makes an output.
  package let least: Count
  /// Whether there is a transposed layer: it crops both ends alike.
  package let isReversible: Bool

  /// The index of an input: the output_padding that gives it back; `nil` for a size that the Conv2d
  /// takes to another output.
  package func outputPadding(of input: Count) -> Int? {
    guard inputs.contains(input) else { return nil }
    return Int(exactly: input - least)
  }
}

extension AxisGeometry {
  /// The round trip of a Conv2d, or of the Conv2d whose transposed layer this is.
  ///
  /// `nil` where a bound does not fit, and where the Conv2d reaches no input.
  package var roundTrip: RoundTrip? {
    let output = direction == .convolution ? self.output : input
    let padding = Count(paddingBefore) + Count(paddingAfter)
    let least = Count(stride) * (Count(output) - 1) + span + 1 - padding
    let most = least + Count(stride) - 1
    guard !most.isOverflow, most >= 1 else { return nil }
    return RoundTrip(
      output: output, inputs: max(1, least)...most, least: least,
      isReversible: paddingBefore == paddingAfter)
  }
}

extension ForwardPass {
  /// The layer of the other direction on the output, its channels exchanged, valid or not.
  var reversed: LayerCase {
    var subject = LayerCase(layer: layer, input: output)
    subject.layer.direction = layer.direction.opposite
    (subject.layer.inChannels, subject.layer.outChannels) = (layer.outChannels, layer.inChannels)
    return subject
  }

  /// The layer of the other kind with the same kernel, stride, padding and dilation, which gives
  /// the input's size back from the output's; `nil` where there is none.
  package var undoing: ForwardPass? {
    var subject = reversed
    if layer.direction == .convolution {
      let kept = axes.map { axis in
        axis.roundTrip.flatMap { $0.isReversible ? $0.outputPadding(of: Count(axis.input)) : nil }
      }
      guard let kept = kept.complete() else { return nil }
      subject.layer.outputPadding = kept
      subject.layer.padding = .explicit(axes.map { $0.paddingBefore })
    }
    guard let pass = try? subject.forward(), pass.output.size == input.size else { return nil }
    return pass
  }
}
