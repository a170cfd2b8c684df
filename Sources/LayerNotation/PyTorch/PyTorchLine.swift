extension ConvLayer {
  /// The layer as a PyTorch constructor; arguments that have PyTorch's default are left out.
  ///
  /// Padding that a layer of PyTorch cannot have is a module before it.
  ///
  ///     nn.ConvTranspose2d(64, 32, 3, stride=2, padding=1, output_padding=1)
  ///     nn.Sequential(nn.ZeroPad2d((0, 1, 0, 1)), nn.Conv2d(3, 8, 3, stride=2))
  package var pytorchLine: String {
    let call = pytorchCall
    return "\(call.function)(\(call.arguments.joined(separator: ", ")))"
  }

  var pytorchCall: (function: String, arguments: [String]) {
    guard let padModule else { return ("nn.\(op.moduleName)", pytorchArguments) }
    let layer = "nn.\(op.moduleName)(\(pytorchArguments.joined(separator: ", ")))"
    return ("nn.Sequential", [padModule, layer])
  }

  /// The module of PyTorch that pads as no layer can; `nil` where the layer can, and for padding
  /// that is refused.
  private var padModule: String? {
    guard features.contains(.unequalPadding), let ends = paddingEnds,
      ends.allSatisfy({ min($0.before, $0.after) >= 0 })
    else { return nil }
    // The last axis comes first.
    let cells = ends.reversed().flatMap { [$0.before, $0.after] }
    return "nn.\(paddingMode.module(axes: ends.count))(\(tupleText(cells)))"
  }

  private var pytorchArguments: [String] {
    let isPaddedBefore = padModule != nil
    return said(isCall: true).filter {
      !isPaddedBefore || ![.padding, .paddingMode].contains($0.hyperparameter)
    }.map { hyperparameter, value in
      // What has no default stands first, and needs no name.
      hyperparameter.row.initial == nil
        ? value.pythonText : "\(hyperparameter.rawValue)=\(value.pythonText)"
    }
  }
}

extension PaddingMode {
  /// The module of `torch.nn` that pads so.
  func module(axes: Int) -> String {
    switch self {
    case .zeros: "ZeroPad\(axes)d"
    case .reflect: "ReflectionPad\(axes)d"
    case .replicate: "ReplicationPad\(axes)d"
    case .circular: "CircularPad\(axes)d"
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
