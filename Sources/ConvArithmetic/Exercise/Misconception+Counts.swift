extension Misconception {
  static let counts: [Misconception] = [
    Misconception(.multiplyAccumulateTwice, [.multiplications]) { 2 * $0.products },
    Misconception(.placesOfOtherKind, [.multiplications]) { layer in
      let places = layer.isTransposed ? layer.outputCells : layer.inputCells
      return layer.samples * layer.filters * layer.kernel * places
    },
    Misconception(.groupsForgotten, [.multiplications]) { layer in
      layer.samples * (layer.inChannels * layer.outChannels) * layer.kernel * layer.places
    },
    Misconception(.batchForgotten, [.multiplications]) { $0.filters * $0.kernel * $0.places },
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
    Misconception(.gapsAsTaps, [.multiplications]) { layer in
      layer.samples * layer.filters * layer.product(layer.dilatedSide) * layer.places
    },
    Misconception(.uselessLeftOut, [.multiplications]) { $0.usefulProducts },
    Misconception(.copiesForgotten, [.multiplications]) { layer in
      layer.withoutCopies("Σc'") { $0.sum }.map { layer.samples * layer.filters * $0 }
    },

    Misconception(.firstTermCounted, [.additionsPerFilter]) { $0.landedProducts },
    Misconception(.holesLeftOut, [.additionsPerFilter]) { layer in
      let reached = layer.outputCells.value - layer.pass.overlap.holes
      return layer.landedProducts - .quantity("cells reached", reached)
    },
    Misconception(.cropForgotten, [.additionsPerFilter]) { layer in
      let formed = layer.product { layer.axis($0).i * layer.axis($0).k }
      return formed - layer.product { layer.outputSide($0) + layer.axis($0).padding }
    },
    Misconception(.outputPaddingForgotten, [.additionsPerFilter]) { layer in
      layer.additionsWithoutOutputPadding
    },
    Misconception(.allTapsEverywhere, [.additionsPerFilter]) { $0.outputCells * ($0.kernel - 1) },
  ]
}

extension LayerQuantities where Q == Formula {
  /// A of the same layer whose output ends where output_padding begins.
  fileprivate var additionsWithoutOutputPadding: Formula? {
    let windows = pass.axes.with(pass.overlap.coverage) { geometry, coverage in
      coverage.window(0..<max(0, geometry.output - geometry.outputPadding))
    }
    guard let windows = windows.complete() else { return nil }
    return product { .named("Σc_\($0.mark)", windows[$0].sum) }
      - product { outputSide($0) - axis($0).a }
  }
}
