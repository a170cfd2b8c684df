import ConvArithmetic

extension ConvLayer {
  /// The layer as a PyTorch constructor; arguments that have PyTorch's default are left out.
  ///
  ///     nn.ConvTranspose2d(64, 32, 3, stride=2, padding=1, output_padding=1)
  package var pytorchLine: String {
    "nn.\(op.moduleName)(\(pytorchArguments.joined(separator: ", ")))"
  }

  package var pytorchArguments: [String] {
    said(isCall: true).map { hyperparameter, value in
      // What has no default stands first, and needs no name.
      hyperparameter.row.initial == nil
        ? value.pythonText : "\(hyperparameter.rawValue)=\(value.pythonText)"
    }
  }

  /// The layer as PyTorch prints it.
  ///
  ///     ConvTranspose2d(64, 32, kernel_size=(3, 3), stride=(2, 2), padding=(1, 1))
  ///
  /// Source: `_ConvNd.extra_repr` in `torch/nn/modules/conv.py`.
  package var pytorchRepr: String {
    var arguments: [String] = []
    for (hyperparameter, value) in said() {
      // The stride stands there always.
      if hyperparameter != .stride {
        let text = value.reprText
        arguments.append(arguments.count < 2 ? text : "\(hyperparameter.rawValue)=\(text)")
      }
      if hyperparameter == .kernelSize {
        arguments.append("stride=\(HyperparameterValue.pair(stride).reprText)")
      }
    }
    return "\(op.moduleName)(\(arguments.joined(separator: ", ")))"
  }
}

extension HyperparameterValue {
  /// As a person writes it in Python: one number where it is the same on all axes.
  fileprivate var pythonText: String {
    switch self {
    case .pair(let numbers) where numbers.isUniform: "\(numbers[0])"
    case .padding(let word): "'\(word.text)'"
    default: reprText
    }
  }

  /// As PyTorch's modules print it.
  fileprivate var reprText: String {
    switch self {
    case .pair(let numbers): tupleText(numbers)
    case .flag(let flag): flag ? "True" : "False"
    case .number, .padding, .op, .shape, .unbatched: text
    }
  }
}
