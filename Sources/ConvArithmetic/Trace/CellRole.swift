/// What a place of a layer's grids is, beyond its number.
///
/// The cases rise: where the axes differ, the greatest role is the cell's.
package enum CellRole: CaseIterable, Comparable, Sendable {
  /// An input cell, a tap or an output cell as one expects it.
  case cell
  /// An output cell at the end that output_padding keeps, with products.
  case kept
  /// An output cell of a Conv2d that sees nothing but padding.
  case blind
  /// An input cell of a ConvTranspose2d whose products are all cropped.
  case lost
  /// A tap that never meets a real cell.
  case idle
  /// An output cell of a ConvTranspose2d that nothing reaches.
  case hole
  /// An output cell that output_padding keeps and nothing reaches.
  case dead
  /// An input cell of a Conv2d that the kernel steps over.
  case steppedOver
  /// An input cell of a Conv2d after the last position: what the floor of the size drops.
  case leftOver
  /// A place of the padding that has the value of an input cell.
  case copy
  /// A place of the padding that is 0.
  case padding
  case gap
  /// A place before the output of a ConvTranspose2d, whose products padding crops.
  case croppedBefore
  /// A place after it.
  case croppedAfter
}

extension AxisTrace {
  /// What a place is; `nil` outside of ``places(of:)``.
  package func role(of grid: LayerGrid, at index: Int) -> CellRole? {
    guard places(of: grid).contains(index) else { return nil }
    let isReached = isReached(grid, index)
    switch (grid, geometry.direction) {
    case (.kernel, _): return isReached ? .cell : .idle
    case (.input, .convolution): return roleOfConvolved(index, isReached)
    case (.output, .convolution): return isReached ? .cell : .blind
    case (.input, .transposed): return isReached ? .cell : .lost
    case (.output, .transposed): return roleOfTransposed(index, isReached)
    }
  }

  private func roleOfConvolved(_ index: Int, _ isReached: Bool) -> CellRole {
    guard index >= 0, index < geometry.input else {
      return source(of: index) == nil ? .padding : .copy
    }
    if isReached { return .cell }
    return Int128(index) + Int128(geometry.paddingBefore) > Int128(lastMeeting)
      ? .leftOver : .steppedOver
  }

  private func roleOfTransposed(_ index: Int, _ isReached: Bool) -> CellRole {
    if index < 0 { return .croppedBefore }
    if index >= geometry.output { return .croppedAfter }
    let isKept = index >= geometry.output - geometry.outputPadding
    return isReached ? (isKept ? .kept : .cell) : (isKept ? .dead : .hole)
  }
}
