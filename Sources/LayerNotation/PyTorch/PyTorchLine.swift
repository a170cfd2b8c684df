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
}

extension HyperparameterValue {
  /// As a person writes it in Python: one number where it is the same on all axes.
  fileprivate var pythonText: String {
    switch self {
    case .perAxis(let numbers): Python.numbers(numbers)
    case .padding, .mode: "'\(text)'"
    case .flag(let flag): flag ? "True" : "False"
    case .number, .op, .dimensions, .unbatched: text
    }
  }
}
