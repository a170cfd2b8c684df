import ConvArithmetic

extension ConvLayer {
  /// An input for a layer that comes without one: one sample of 8×8, or of the next power of two
  /// that gives it an output.
  ///
  /// - Parameter hasOneAxis: Whether it is a layer along one axis, whose height is 1.
  /// - Returns: An input with the channels of the layer; of 8×8 where no size would do.
  package func proposedInput(hasOneAxis: Bool = false) -> TensorShape {
    let sizes = (3...20).map { 1 << $0 }.map { size in
      Spatial(height: hasOneAxis ? 1 : size, width: size)
    }
    let inputs = sizes.map { TensorShape(batch: 1, channels: inChannels, size: $0) }
    let fitting = inputs.first { (try? LayerCase(layer: self, input: $0).forward()) != nil }
    return fitting ?? TensorShape(batch: 1, channels: inChannels, size: Spatial(square: 8))
  }
}

extension ModelLayer {
  /// What it is called: its path, or where it stands.
  package var name: String { path.isEmpty ? "line \(line)" : printable(path) }

  /// The layer on its own input, or `nil` where that does not follow from the text.
  package func subject(batch: Int? = 1) -> LayerCase? {
    input.map { size in
      LayerCase(
        layer: layer, input: TensorShape(batch: batch, channels: layer.inChannels, size: size))
    }
  }

  /// The layer on an input that it can have.
  package var proposed: LayerCase {
    LayerCase(layer: layer, input: layer.proposedInput(hasOneAxis: hasOneAxis))
  }
}
