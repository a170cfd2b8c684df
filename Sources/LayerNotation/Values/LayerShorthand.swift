import ConvArithmetic

extension ConvLayer {
  /// The layer in the letters of papers and model tables; what has PyTorch's default is left out.
  ///
  ///     ConvTranspose2d 256→128, k3 s2 p1 op1
  package var shorthand: String {
    let words = letters(isCall: true).map { letter, value in
      switch value {
      case .number(let number): "\(letter)\(number)"
      case .pair(let numbers): letter + numbers.text("×")
      default: "\(letter) \(padding.text)"
      }
    }
    return "\(op.moduleName) \(inChannels)→\(outChannels), \(words.joined(separator: " "))"
  }

  /// A name for a file about the layer: `convtranspose2d-k3-s2-p1-op1.svg`.
  ///
  /// - Parameter format: What the file is; it gives the ending.
  /// - Returns: A name without anything that a shell or a file system could take amiss.
  package func fileName(_ format: MapFormat) -> String {
    let parts = letters(isCall: false).compactMap { letter, value in
      switch value {
      case .pair(let numbers): letter + numbers.text("x")
      case .padding(let word): letter + word.text
      // The channels and their groups make no other map.
      default: nil
      }
    }
    return ([op.moduleName.lowercased()] + parts).joined(separator: "-") + ".\(format.ending)"
  }

  private func letters(isCall: Bool) -> [(letter: String, value: HyperparameterValue)] {
    said(isCall: isCall).compactMap { hyperparameter, value in
      hyperparameter.row.letter.map { ($0.description, value) }
    }
  }
}
