extension Misconception {
  /// What is thought of channels, groups and bias.
  static let channels: [Misconception] = [
    Misconception(.channelsSwapped, [.outputShape]) { question, layer in
      var shape = question.formulas
      // The sizes are the last two, the channels stand before them.
      shape[shape.count - 3] = layer.inChannels
      return shape
    },
    Misconception(.channelsSwapped, [.weightShape]) { _, layer in
      let leading =
        layer.isTransposed
        ? [layer.outChannels, layer.inChannels.divided(by: layer.groups)]
        : [layer.inChannels, layer.outChannels.divided(by: layer.groups)]
      return leading + layer.kernelSides
    },
    Misconception(.inChannelsForgotten, [.weightShape]) { _, layer in
      let leading =
        layer.isTransposed
        ? [1, layer.outChannels.divided(by: layer.groups)] : [layer.outChannels, 1]
      return leading + layer.kernelSides
    },
    Misconception(.groupsForgotten, [.weightShape]) { _, layer in
      let leading =
        layer.isTransposed
        ? [layer.inChannels, layer.outChannels] : [layer.outChannels, layer.inChannels]
      return leading + layer.kernelSides
    },
    Misconception(.groupsOnOtherChannels, [.weightShape]) { _, layer in
      let leading =
        layer.isTransposed
        ? [layer.inChannels.divided(by: layer.groups), layer.outChannels]
        : [layer.outChannels.divided(by: layer.groups), layer.inChannels]
      return leading + layer.kernelSides
    },

    Misconception(.biasForgotten, [.parameters]) { layer in
      layer.hasBias ? layer.weights : nil
    },
    Misconception(.biasAdded, [.parameters]) { layer in
      layer.hasBias ? nil : layer.weights + layer.outChannels
    },
    Misconception(.groupsForgotten, [.parameters]) { layer in
      layer.withBiases(layer.inChannels * layer.outChannels * layer.kernelProduct)
    },
    Misconception(.inChannelsForgotten, [.parameters]) { layer in
      layer.withBiases(layer.outChannels * layer.kernelProduct)
    },
    Misconception(.channelsSwapped, [.parameters]) { layer in
      layer.hasBias ? layer.weights + layer.inChannels : nil
    },
    Misconception(.kernelOfOneSide, [.parameters]) { layer in
      layer.withBiases(
        layer.inChannels.divided(by: layer.groups) * layer.outChannels * layer.kernelSides[0])
    },
    Misconception(.groupsDividedTwice, [.parameters]) { layer in
      layer.withBiases(layer.filtersDividedTwice * layer.kernelProduct)
    },
    Misconception(.biasPerWeight, [.parameters]) { layer in
      layer.hasBias ? 2 * layer.weights : nil
    },

    Misconception(.groupsForgotten, [.filters]) { layer in
      layer.inChannels * layer.outChannels
    },
    Misconception(.inChannelsForgotten, [.filters]) { layer in layer.outChannels },
    Misconception(.groupsDividedTwice, [.filters]) { layer in layer.filtersDividedTwice },
  ]
}

extension LayerQuantities where Q == Formula {
  /// k_h·k_w.
  var kernelProduct: Formula { axis(.height).k * axis(.width).k }

  /// C_in/groups·(C_out/groups).
  var filtersDividedTwice: Formula {
    inChannels.divided(by: groups) * outChannels.divided(by: groups)
  }

  /// Learnable numbers, with one bias for each output channel if there is any.
  fileprivate func withBiases(_ weights: Formula) -> Formula {
    hasBias ? weights + outChannels : weights
  }
}
