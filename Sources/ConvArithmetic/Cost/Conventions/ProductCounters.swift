extension LayerQuantities {
  /// fvcore: the products, but none where the padding is a word.
  ///
  /// It counts `aten::_convolution`; `aten::_convolution_mode`, with the word, is not in its table.
  var fvcore: Q {
    guard case .explicit = pass.layer.padding else { return 0 }
    return products
  }

  /// thop: the output elements, each with a kernel over the channels of a group.
  ///
  ///     batched      N·C_out·H_out·W_out·(C_in/groups)·K
  ///     unbatched    C_out·H_out·W_out·⌊H_in/groups⌋·K
  ///
  /// Its `calculate_conv2d_flops` takes the second number of the input's shape for the channels.
  var thop: Q {
    isUnbatched
      ? outChannels * outputCells * inputSide(.height).floorDivided(by: groups) * kernel
      : outputs * inChannels.divided(by: groups) * kernel
  }

  /// torchinfo: all parameters, once for each place of the output.
  ///
  ///     batched      (ψ·K + C_out)·N·H_out·W_out
  ///     unbatched    (ψ·K + C_out)·C_out·W_out
  ///
  /// It multiplies by the output's shape without the second number, the channels of a batch.
  var torchinfo: Q {
    let parameters = withBiases(filters * kernel)
    return isUnbatched
      ? parameters * outChannels * outputSide(.width) : parameters * samples * outputCells
  }

  /// ptflops with its hooks on modules: products and biases of one sample.
  ///
  ///     batched      ψ·K·H·W + C_out·H_out·W_out
  ///     unbatched    ψ·K·W + H_out·W_out
  ///
  /// H·W: the output of a Conv2d, the input of a ConvTranspose2d. The hook multiplies by
  /// `input.shape[0]`, and the total is divided by the same number; the picture is `shape[2:]`.
  var ptflopsPytorch: Q {
    let places = isUnbatched ? (isTransposed ? inputSide(.width) : outputSide(.width)) : self.places
    let products = filters * kernel * places
    guard hasBias else { return products }
    return products + (isUnbatched ? outputCells : outChannels * outputCells)
  }

  /// ptflops with its hooks on operators: products and biases of the whole batch.
  ///
  ///     N·ψ·K·H·W + N·C_out·H_out·W_out
  var ptflopsAten: Q { hasBias ? products + outputs : products }
}
