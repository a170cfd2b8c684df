/// A convolution and its hyperparameters, as `torch.nn.Conv2d` and `torch.nn.ConvTranspose2d`
/// take them; any numbers can be held here, whether PyTorch accepts them is ``LayerCase``'s say.
package struct ConvLayer: Hashable, Sendable {
  package enum Kind: CaseIterable, Hashable, Sendable {
    case conv2d, convTranspose2d
  }

  package var kind = Kind.conv2d
  package var inChannels = 1
  package var outChannels = 1
  package var kernelSize = Spatial(square: 3)
  package var stride = Spatial(square: 1)
  package var padding = Padding.explicit(Spatial(square: 0))
  package var dilation = Spatial(square: 1)
  /// Extra rows and columns kept at the end; a Conv2d has none and ignores it.
  package var outputPadding = Spatial(square: 0)
  package var groups = 1
  package var bias = true

  package init() {}
}

/// The `padding` argument: numbers, or for a Conv2d one of two words.
package enum Padding: Hashable, Sendable {
  case explicit(Spatial<Int>)
  /// Dilated kernel less one in all, the odd one at the end: the output is as large as the input.
  case same
  /// No padding.
  case valid
}
