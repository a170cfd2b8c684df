/// The numbers that formulas are made of, by the names that the documents and PyTorch use.
struct LayerQuantities<Q: Quantity> {
  let pass: ForwardPass

  var isTransposed: Bool { pass.layer.kind == .convTranspose2d }
  var isUnbatched: Bool { pass.input.batch == nil }
  var hasBias: Bool { pass.layer.bias }

  var samples: Q { .named("N", Count(pass.input.samples)) }
  var inChannels: Q { .named("C_in", Count(pass.layer.inChannels)) }
  var outChannels: Q { .named("C_out", Count(pass.layer.outChannels)) }
  var groups: Q { .named("groups", Count(pass.layer.groups)) }
  var inputHeight: Q { .named("H_in", Count(pass.axes.height.input)) }
  var inputWidth: Q { .named("W_in", Count(pass.axes.width.input)) }
  var outputHeight: Q { .named("H_out", Count(pass.axes.height.output)) }
  var outputWidth: Q { .named("W_out", Count(pass.axes.width.output)) }

  /// The cells of the kernel: K = k_h·k_w.
  var kernel: Q { .named("K", pass.kernelElements) }

  /// The document's additions per filter: A = Σ(overlap − 1).
  var additions: Q { .named("A", pass.overlap.documentedAdditions) }

  /// ψ = C_in/groups·C_out, the filters.
  var filters: Q { inChannels.divided(by: groups) * outChannels }

  var inputCells: Q { product { .named($0.inputName, Count(pass.axes[$0].input)) } }

  var outputCells: Q { product { .named($0.outputName, Count(pass.axes[$0].output)) } }

  /// The product of a number of each axis.
  private func product(_ number: (Axis) -> Q) -> Q {
    let axes = pass.layer.axes
    return axes.dropFirst().reduce(number(axes[0])) { $0 * number($1) }
  }

  /// The places at which the kernel is laid down: output cells, if transposed input cells.
  var places: Q { isTransposed ? inputCells : outputCells }

  /// All products, which are the layer's multiply-accumulates: N·ψ·K·H·W over the places.
  var products: Q { samples * filters * kernel * places }

  /// The output elements, each of which takes a bias.
  var outputs: Q { samples * outChannels * outputCells }

  /// A count, and the output elements besides where the layer has a bias.
  func withBias(_ count: Q) -> Q {
    hasBias ? count + outputs : count
  }
}

extension Axis {
  /// The names of the sizes along it in formulas; no text is put together for a number alone.
  var inputName: String {
    switch self {
    case .length: "L_in"
    case .depth: "D_in"
    case .height: "H_in"
    case .width: "W_in"
    }
  }

  var outputName: String {
    switch self {
    case .length: "L_out"
    case .depth: "D_out"
    case .height: "H_out"
    case .width: "W_out"
    }
  }

  /// The cells that some product reaches, before the crop.
  var reachedName: String {
    switch self {
    case .length: "U_l"
    case .depth: "U_d"
    case .height: "U_h"
    case .width: "U_w"
    }
  }
}
