extension Misconception {
  static let channels: [Misconception] = [
    Misconception(.channelsSwapped, [.outputShape]) { question, layer in
      var shape = question.formulas
      shape[layer.isUnbatched ? 0 : 1] = layer.inChannels
      return shape
    },
    Misconception(.channelsSwapped, [.weightShape]) { _, layer in
      let (first, second) = layer.weightChannels
      return [second, first.divided(by: layer.groups)] + layer.kernelSides
    },
    Misconception(.inChannelsForgotten, [.weightShape]) { _, layer in
      let leading =
        layer.isTransposed
        ? [1, layer.outChannels.divided(by: layer.groups)] : [layer.outChannels, 1]
      return leading + layer.kernelSides
    },
    Misconception(.groupsForgotten, [.weightShape]) { _, layer in
      [layer.weightChannels.first, layer.weightChannels.second] + layer.kernelSides
    },
    Misconception(.groupsOnOtherChannels, [.weightShape]) { _, layer in
      let (first, second) = layer.weightChannels
      return [first.divided(by: layer.groups), second] + layer.kernelSides
    },
    Misconception(.gapsAsTaps, [.weightShape]) { _, layer in
      layer.weight.dropLast(layer.kernelSides.count) + layer.pass.layer.axes.map(layer.dilatedSide)
    },

    Misconception(.biasForgotten, [.parameters]) { $0.hasBias ? $0.weights : nil },
    Misconception(.biasAdded, [.parameters]) { $0.hasBias ? nil : $0.weights + $0.outChannels },
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
      layer.withBiases(layer.filters * layer.kernelSides[0])
    },
    Misconception(.groupsDividedTwice, [.parameters]) { layer in
      layer.withBiases(layer.filtersDividedTwice * layer.kernelProduct)
    },
    Misconception(.biasPerWeight, [.parameters]) { $0.hasBias ? 2 * $0.weights : nil },
    Misconception(.gapsAsTaps, [.parameters]) { layer in
      layer.withBiases(layer.filters * layer.product(layer.dilatedSide))
    },

    Misconception(.groupsForgotten, [.filters]) { $0.inChannels * $0.outChannels },
    Misconception(.inChannelsForgotten, [.filters]) { $0.outChannels },
    Misconception(.groupsDividedTwice, [.filters]) { $0.filtersDividedTwice },
  ]
}

extension LayerQuantities where Q == Formula {
  /// d(k − 1) + 1, the cells of the kernel along an axis with its gaps.
  func dilatedSide(_ axis: Axis) -> Formula { self.axis(axis).span + 1 }

  /// C_in/groups·(C_out/groups).
  var filtersDividedTwice: Formula {
    inChannels.divided(by: groups) * outChannels.divided(by: groups)
  }
}
