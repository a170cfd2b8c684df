import ConvArithmetic

// The learnable numbers of classes that are no stage of a network.

extension ModuleCall {
  var matrixParameters: Count {
    switch known.weights {
    case .matrix:
      // And a bias for each of the second size.
      let sizes = known.parameters.prefix(2).compactMap { try? number($0) }
      guard sizes.count == 2 else { return 0 }
      let hasBias = known.parameters.contains("bias") && isBiased
      return Count(sizes[1]) * (Count(sizes[0]) + (hasBias ? 1 : 0))
    case .attention:
      let features = Count((try? number("in_features")) ?? 0)
      return 4 * features * (features + (isBiased ? 1 : 0))
    case .oneGate: return cellParameters(gates: 1)
    case .threeGates: return cellParameters(gates: 3)
    case .fourGates: return cellParameters(gates: 4)
    case nil, .affine, .noAffine, .slopes, .scale, .scaleAndShift: return 0
    }
  }

  private var isBiased: Bool { (try? flag("bias")) ?? true }

  /// Of each layer and direction a matrix for what comes and one for the last state, each with a
  /// bias, and one for the projection.
  ///
  /// Source: `torch.nn.RNN`, `torch.nn.GRU`, `torch.nn.LSTM`.
  private func cellParameters(gates: Count) -> Count {
    func count(_ parameter: String, otherwise: Int) -> Count {
      Count(max(0, (try? number(parameter)) ?? otherwise))
    }
    let (hidden, projected) = (
      count("hidden_size", otherwise: 0), count("proj_size", otherwise: 0)
    )
    let made = projected > 0 ? projected : hidden
    let directions: Count = (try? flag("bidirectional")) ?? false ? 2 : 1
    let layers = count("num_layers", otherwise: 1)
    func layer(_ coming: Count) -> Count {
      gates * hidden * (coming + made + (isBiased ? 2 : 0)) + projected * hidden
    }
    let first = layer(count("input_size", otherwise: 0))
    return directions * (first + (layers - 1) * layer(directions * made))
  }
}
