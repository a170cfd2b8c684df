extension Misconception {
  /// What is thought of products and additions.
  static let counts: [Misconception] = [
    Misconception(.multiplyAccumulateTwice, [.multiplications]) { layer in
      2 * layer.products
    },
    Misconception(.placesOfOtherKind, [.multiplications]) { layer in
      let places = layer.isTransposed ? layer.outputCells : layer.inputCells
      return layer.samples * layer.filters * layer.kernel * places
    },
    Misconception(.groupsForgotten, [.multiplications]) { layer in
      layer.samples * (layer.inChannels * layer.outChannels) * layer.kernel * layer.places
    },
    Misconception(.batchForgotten, [.multiplications]) { layer in
      layer.filters * layer.kernel * layer.places
    },
    Misconception(.biasAsProduct, [.multiplications]) { layer in
      layer.hasBias ? layer.products + layer.outputs : nil
    },
    Misconception(.inChannelsForgotten, [.multiplications]) { layer in
      layer.samples * layer.outChannels * layer.kernel * layer.places
    },
    Misconception(.kernelOfOneSide, [.multiplications]) { layer in
      layer.samples * layer.filters * layer.kernelSides[0] * layer.places
    },
    Misconception(.groupsDividedTwice, [.multiplications]) { layer in
      layer.samples * layer.filtersDividedTwice * layer.kernel * layer.places
    },
    Misconception(.uselessLeftOut, [.multiplications]) { layer in
      layer.samples * layer.filters * layer.usefulProducts
    },

    Misconception(.firstTermCounted, [.additionsPerFilter]) { layer in layer.landedProducts },
    Misconception(.holesLeftOut, [.additionsPerFilter]) { layer in
      let reached = layer.outputCells.value - layer.pass.overlap.holes
      return layer.landedProducts - .quantity("cells reached", reached)
    },
    Misconception(.cropForgotten, [.additionsPerFilter]) { layer in
      let (height, width) = (layer.axis(.height), layer.axis(.width))
      let cells =
        (layer.outputHeight + height.padding) * (layer.outputWidth + width.padding)
      return height.i * height.k * (width.i * width.k) - cells
    },
    Misconception(.outputPaddingForgotten, [.additionsPerFilter]) { layer in
      layer.additionsWithoutOutputPadding
    },
    Misconception(.allTapsEverywhere, [.additionsPerFilter]) { layer in
      layer.outputCells * (layer.kernel - 1)
    },
  ]
}

extension LayerQuantities where Q == Formula {
  /// The products of one filter that are of a real input cell and land in a kept output cell.
  fileprivate var usefulProducts: Formula {
    let coverage = pass.overlap.coverage
    return .quantity("Σc_h", coverage.height.sum) * .quantity("Σc_w", coverage.width.sum)
  }

  /// A of the same layer whose output ends where output_padding begins.
  fileprivate var additionsWithoutOutputPadding: Formula? {
    let windows = Spatial(height: window(.height), width: window(.width))
    guard let height = windows.height, let width = windows.width else { return nil }
    let sum: Formula = .quantity("Σc_h", height.sum) * .quantity("Σc_w", width.sum)
    let (rows, columns) = (axis(.height), axis(.width))
    return sum - (outputHeight - rows.a) * (outputWidth - columns.a)
  }

  private func window(_ axis: Axis) -> Coverage? {
    let geometry = pass.axes[axis]
    return pass.overlap.coverage[axis].window(0..<max(0, geometry.output - geometry.outputPadding))
  }
}
