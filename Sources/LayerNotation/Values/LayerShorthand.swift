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

  func letters(isCall: Bool) -> [(letter: String, value: HyperparameterValue)] {
    said(isCall: isCall).compactMap { hyperparameter, value in
      hyperparameter.row.letter.map { ($0.description, value) }
    }
  }
}
