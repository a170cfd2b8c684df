extension Advice {
  /// The hyperparameters that change: `kernel_size 3 → 4`, each with both axes where they differ.
  package func changes(from present: LayerCase) -> [String] {
    changed(from: present).map { "\($0.name) \($0.old) → \($0.new)" }
  }

  /// The same as what is to be written: `kernel_size=4`.
  package func assignments(from present: LayerCase) -> [String] {
    changed(from: present).map { "\($0.name)=\($0.new)" }
  }

  private func changed(from present: LayerCase) -> [(name: String, old: String, new: String)] {
    let rows: [Hyperparameter] = [.kernelSize, .dilation, .padding, .outputPadding]
    return rows.compactMap { row in
      let texts = [present, subject].map { $0.numbers(row)?.text ?? "" }
      return texts[0] == texts[1] ? nil : (row.rawValue, texts[0], texts[1])
    }
  }
}

extension ForwardPass {
  /// Useful products and parameters, as multiples of another layer's: `useful products ×1.72, …`.
  package func cost(relativeTo other: ForwardPass) -> String {
    Figure.costs.map { "\($0.name) \(times($0, of: other))" }.joined(separator: ", ")
  }

  /// The same in short: `useful ×1.72, params ×1.78`.
  package func shortCost(relativeTo other: ForwardPass) -> String {
    Figure.costs.map { "\($0.column) \(times($0, of: other))" }.joined(separator: ", ")
  }

  /// A number as a multiple of another layer's, `×1.72`, or `–` where that has none.
  ///
  /// Of one sample, since an empty batch has nothing to divide by.
  package func times(_ figure: Figure, of other: ForwardPass) -> String {
    countsOfOneSample[figure].ratioText(to: other.countsOfOneSample[figure]) ?? "–"
  }
}

extension Count {
  /// The number as a multiple of another one: `×1.72`; `nil` beside nothing.
  package func ratioText(to other: Count) -> String? {
    Ratio(self).quotientText(by: other).map { "×\($0)" }
  }
}

extension Equivalent {
  /// The modules that do it; PyTorch shuffles pixels of two axes only.
  package var steps: String {
    let line = convolution.layer.pytorchLine
    return switch method {
    case .resizeAndConvolve: "nn.Upsample(scale_factor=\(Python.numbers(scale))), \(line)"
    case .subPixel where scale.count == 2: "\(line), nn.PixelShuffle(\(scale.height))"
    case .subPixel:
      "\(line), then \(scale.map { Count($0) }.product.grouped) channels become"
        + " \(scale.map(\.plain).joined(separator: "×")) cells"
    }
  }

  package var name: String {
    switch method {
    case .resizeAndConvolve: "resize, convolve"
    case .subPixel: "sub-pixel"
    }
  }

  /// The modules in few letters: `Upsample 2, Conv2d 1→1, k3 p1`.
  package var shortSteps: String {
    let (line, factor) = (convolution.layer.shorthand, scale.text)
    return method == .subPixel ? "\(line), shuffle \(factor)" : "Upsample \(factor), \(line)"
  }

  /// Why a layer has no equivalents, or not all of them.
  package static func missing(_ pass: ForwardPass) -> [String] {
    let (scale, output) = (pass.layer.stride, pass.output.size)
    let text = { (numbers: Spatial<Int>) in numbers.map(\.plain).joined(separator: "×") }
    guard !scale.isAll(1) else { return [Sentence.enlargesNothing()] }
    let found = all(of: pass).map(\.method)
    return Method.allCases.filter { !found.contains($0) }.map { method in
      guard method == .subPixel else { return Sentence.noEquivalent("resize") }
      guard scale.isUniform else { return Sentence.stridesDiffer(text(scale)) }
      return output.allSatisfy { $0 % scale[0] == 0 }
        ? Sentence.noEquivalent("sub-pixel") : Sentence.noWholeBlocks(scale[0], text(output))
    }
  }

  /// The identity that makes it the same map as a transposed layer.
  package var identity: String {
    (method == .subPixel ? Sentence.subPixel : .resizeAndConvolve)(transposed.layer.pytorchLine)
  }
}
