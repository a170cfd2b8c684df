import ConvArithmetic

/// The links of an axis by loops: every position with every tap.
struct NaiveTrace {
  let axis: AxisGeometry
  let links: [Link]

  init(_ axis: AxisGeometry) {
    self.axis = axis
    let isTransposed = axis.direction == .transposed
    links = (0..<(isTransposed ? axis.input : axis.output)).flatMap { position in
      (0..<axis.kernelSize).map { tap in
        let place = position * axis.stride + tap * axis.dilation - axis.paddingBefore
        return isTransposed
          ? Link(input: position, tap: tap, output: place)
          : Link(input: place, tap: tap, output: position)
      }
    }
  }

  var useful: [Link] {
    links.filter { 0..<axis.input ~= $0.input && 0..<axis.output ~= $0.output }
  }

  /// Indices from well before a grid to well after it.
  func indices(_ grid: LayerGrid) -> ClosedRange<Int> {
    let all = links.map { $0[grid] } + [0, axis.input, axis.output, axis.kernelSize]
    return ((all.min() ?? 0) - 3)...((all.max() ?? 0) + 3)
  }

  /// What a place is, from the words that describe it.
  func role(_ grid: LayerGrid, _ index: Int) -> CellRole? {
    let isUsed = useful.contains { $0[grid] == index }
    let padded = -axis.paddingBefore..<axis.input + axis.paddingAfter
    let reached = links.map(\.output)
    switch (grid, axis.direction) {
    case (.kernel, _): return 0..<axis.kernelSize ~= index ? (isUsed ? .cell : .idle) : nil
    case (.input, .transposed):
      return 0..<axis.input ~= index ? (isUsed ? .cell : .lost) : nil
    case (.output, .convolution): return 0..<axis.output ~= index ? (isUsed ? .cell : .blind) : nil
    case (.input, .convolution):
      guard padded ~= index else { return nil }
      guard 0..<axis.input ~= index else { return .padding }
      if isUsed { return .cell }
      return links.contains { $0.input > index } ? .steppedOver : .leftOver
    case (.output, .transposed):
      if index < 0 { return index >= -axis.paddingBefore ? .croppedBefore : nil }
      if index >= axis.output { return index <= reached.max() ?? 0 ? .croppedAfter : nil }
      let isTrailing = index >= axis.output - axis.outputPadding
      return isUsed ? (isTrailing ? .kept : .cell) : (isTrailing ? .dead : .hole)
    }
  }
}
