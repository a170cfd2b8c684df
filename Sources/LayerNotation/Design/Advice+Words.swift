import ConvArithmetic

extension Advice {
  /// The hyperparameters that change: `kernel_size 3 → 4`, each with both axes where they differ.
  ///
  /// - Parameter present: The layer that the advice is for.
  /// - Returns: At least one change.
  package func changes(from present: LayerCase) -> [String] {
    let rows: [Hyperparameter] = [.kernelSize, .dilation, .padding, .outputPadding]
    return rows.compactMap { row in
      let (old, new) = (present.text(row), subject.text(row))
      return old == new ? nil : "\(row.rawValue) \(old) → \(new)"
    }
  }

  /// What it costs, relative to the present layer: `products ×1.72, parameters ×1.78`.
  package func cost(relativeTo present: ForwardPass) -> String { pass.cost(relativeTo: present) }
}

extension ForwardPass {
  /// Useful products and parameters, as multiples of another layer's.
  package func cost(relativeTo other: ForwardPass) -> String {
    "products \(productsText(relativeTo: other)),"
      + " parameters \(parametersText(relativeTo: other))"
  }

  /// `×1.72`, or `–` where the other layer has none.
  package func productsText(relativeTo other: ForwardPass) -> String {
    times(other, .usefulMultiplications)
  }

  package func parametersText(relativeTo other: ForwardPass) -> String {
    times(other, .parameters)
  }

  /// Of one sample, since an empty batch has nothing to divide by.
  private func times(_ other: ForwardPass, _ figure: Figure) -> String {
    countsOfOneSample[figure].ratioText(to: other.countsOfOneSample[figure]) ?? "–"
  }
}

extension Count {
  /// The number as a multiple of another one: `×1.72`; `nil` of nothing.
  package func ratioText(to other: Count) -> String? {
    Ratio(self).quotientText(by: other).map { "×\($0)" }
  }
}

extension LayerCase {
  /// The numbers of a hyperparameter: `3`, or `3,5` where the axes differ.
  fileprivate func text(_ row: Hyperparameter) -> String {
    numbers(row)?.text ?? ""
  }
}

extension Equivalent {
  /// What is done in place of the layer.
  package var steps: String {
    let line = convolution.layer.pytorchLine
    return switch method {
    case .resizeAndConvolve: "nn.Upsample(scale_factor=\(scaleText)), \(line)"
    case .subPixel: "\(line), nn.PixelShuffle(\(scale.height))"
    }
  }

  /// In a few words.
  package var name: String {
    switch method {
    case .resizeAndConvolve: "resize, convolve"
    case .subPixel: "sub-pixel"
    }
  }

  /// The identity that makes it the same map as a transposed layer.
  package var identity: String {
    let line = transposed.layer.pytorchLine
    return switch method {
    case .resizeAndConvolve:
      "Resize and convolve is exactly \(line) with tied weights, each the sum of those that meet one"
        + " enlarged cell; so its weights sum up alike inside, whatever they are."
    case .subPixel:
      "Sub-pixel is exactly \(line), weight for weight: a kernel of s·m is an m·m convolution and a"
        + " pixel shuffle."
    }
  }

  private var scaleText: String {
    scale.height == scale.width ? "\(scale.height)" : tupleText([scale.height, scale.width])
  }
}
