import ConvArithmetic

extension CellArithmetic {
  /// What ties position, tap and place along one axis, in symbols and with the present numbers.
  ///
  /// - Parameters:
  ///   - axis: An axis of the layer.
  ///   - most: The solutions that are written out at most.
  /// - Returns: `i·s + t·d − p = o: 2·2 + 0·1 − 1 = 3, 1·2 + 2·1 − 1 = 3`.
  package func relation(_ axis: Axis, most: Int) -> String {
    let (trace, index) = (trace.axes[axis], cell[axis])
    let links = trace.links(of: grid, at: index)
    let geometry = trace.geometry
    let solutions = links.prefix(max(0, most)).map { link in
      "\(link[trace.stand])·\(geometry.stride) + \(link.tap)·\(geometry.dilation)"
        + " − \(geometry.paddingBefore) = \(link[trace.plane].plain)"
    }
    let symbols = trace.stand == .input ? "i·s + t·d − p = o:" : "o·s + t·d − p = i:"
    guard !solutions.isEmpty else { return "\(symbols) never \(index.plain)" }
    return "\(symbols) \(solutions.joined(separator: ", "))" + (links.count > most ? ", …" : "")
  }
}
