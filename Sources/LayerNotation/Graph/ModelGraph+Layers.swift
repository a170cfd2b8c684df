import ConvArithmetic

extension ModelGraph {
  /// Its convolutions in the order in which they run, each on what comes to it.
  ///
  /// `dimensions` are those of the first input, in place of the ones in the text.
  package func layers(from dimensions: [Int]? = nil) -> [ModelLayer] {
    let flow = flow(from: [dimensions])
    var layers: [ModelLayer] = []
    layers.reserveCapacity(operations.count)
    for (place, operation) in operations.enumerated() {
      guard var source = operation.sources.first,
        let layer = flow.layers[place] ?? flow.openLayers[place] ?? operation.layer
      else { continue }
      // A layer whose output_padding is not known has no size.
      let isOpen = flow.isOpen(place)
      if flow.layers[place] == nil, operation.isByInput || isOpen { source = inputs.count + place }
      let shape = flow.size(of: source).flatMap {
        TensorShape(dimensions: $0, axes: layer.kernelSize.count)
      }
      let path = operation.stageName
      layers.append(
        ModelLayer(
          path: path, moduleName: layer.op.moduleName, model: nil, layer: layer,
          position: operation.position, repetitions: 1,
          notes: [
            operation.assumption, operation.runs,
            operation.isComplexLayer ? Remark(.complexNumbers) : nil,
          ].compactMap(\.self), input: isOpen ? nil : shape?.size,
          basis: isOpen
            ? .unknown(Remark(.outputPaddingOpen))
            : shape == nil ? .unknown(flow.gap(source)) : flow.basis(of: source)))
    }
    return layers
  }
}

extension GraphFlow {
  fileprivate func gap(_ tensor: Int) -> Remark { reasons[tensor] ?? Remark(.noModelInput) }

  fileprivate func basis(of tensor: Int) -> ModelLayer.Basis {
    switch bases[tensor] {
    case .said, .computed: .computed
    case .assumed: .assumed([reasons[tensor]].compactMap(\.self))
    case .unknown: .unknown(gap(tensor))
    }
  }
}

extension ModelGraph.Operation {
  fileprivate var isByInput: Bool { if case .byInput = rule { true } else { false } }

  /// The layer of a convolution whose numbers the text has.
  package var layer: ConvLayer? {
    switch rule {
    case .stage(.convolution(let layer)), .byInput(let layer, _): layer
    default: nil
    }
  }

  /// Whether it is a convolution of complex numbers, which PyTorch makes real ones of; aten's own
  /// `convolution` is none.
  var isComplexLayer: Bool {
    guard isComplex else { return false }
    if layer != nil { return word != "convolution" }
    guard case .function(let call) = rule else { return false }
    return ["convolution", "transposed"].contains(call.function.effectName)
  }
}
