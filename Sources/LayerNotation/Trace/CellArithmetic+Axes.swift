import ConvArithmetic

extension CellArithmetic {
  /// What ties position, tap and place along one axis, in symbols and with the present numbers.
  ///
  /// - Parameters:
  ///   - axis: Rows or columns.
  ///   - most: The solutions that are written out at most.
  /// - Returns: `i·s + t·d − p = o: 2·2 + 0·1 − 1 = 3, 1·2 + 2·1 − 1 = 3`.
  package func relation(_ axis: Axis, most: Int) -> String {
    let links = trace.axes[axis].links(of: grid, at: cell[axis])
    let solutions = links.prefix(max(0, most)).map { solution($0, trace.axes[axis].geometry) }
    let symbols =
      trace.kind == .convTranspose2d ? "i·s + t·d − p = o:" : "o·s + t·d − p = i:"
    guard !solutions.isEmpty else { return "\(symbols) never \(cell[axis].plain)" }
    return "\(symbols) \(solutions.joined(separator: ", "))" + (links.count > most ? ", …" : "")
  }

  private func solution(_ link: Link, _ axis: AxisGeometry) -> String {
    let isTransposed = axis.kind == .convTranspose2d
    let (position, place) = isTransposed ? (link.input, link.output) : (link.output, link.input)
    return "\(position)·\(axis.stride) + \(link.tap)·\(axis.dilation)"
      + " − \(axis.paddingBefore) = \(place.plain)"
  }
}
