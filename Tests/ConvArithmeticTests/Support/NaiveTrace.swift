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

  /// The input padded by hand: which cell each place is, `nil` for a zero.
  var padded: [Int?] {
    let cells: [Int?] = Array(0..<axis.input)
    guard axis.direction == .convolution else { return cells }
    let (before, after) = (axis.paddingBefore, axis.paddingAfter)
    let ends: (front: [Int?], back: [Int?]) =
      switch axis.paddingMode {
      case .zeros: (Array(repeating: nil, count: before), Array(repeating: nil, count: after))
      case .reflect:
        (cells.dropFirst().prefix(before).reversed(), cells.dropLast().suffix(after).reversed())
      case .replicate:
        (Array(repeating: 0, count: before), Array(repeating: axis.input - 1, count: after))
      case .circular: (Array(cells.suffix(before)), Array(cells.prefix(after)))
      }
    return ends.front + cells + ends.back
  }

  /// The input cell that a place is or copies; `nil` for a zero and outside.
  func source(_ place: Int) -> Int? {
    let offset = axis.direction == .convolution ? axis.paddingBefore : 0
    return padded.indices.contains(place + offset) ? padded[place + offset] : nil
  }

  /// The products of real cells in kept outputs, each with the cell that is read.
  var useful: [Link] {
    links.compactMap { link in
      guard let source = source(link.input), 0..<axis.output ~= link.output else { return nil }
      return Link(input: source, tap: link.tap, output: link.output)
    }
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
      guard 0..<axis.input ~= index else { return source(index) == nil ? .padding : .copy }
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
