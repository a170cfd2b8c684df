extension Coverage {
  /// The positions with at least one tap on a kept cell.
  ///
  /// For a Conv2d these are the output cells that see some real input, along one axis.
  ///
  ///     p − d(k − 1) ≤ i·s ≤ p + size − 1
  ///
  /// The bounds say that the taps reach the kept cells and do not begin after them. Where the
  /// kept cells are fewer than the dilation, taps may still step over all of them; but then no
  /// position has two taps among them, and the positions are as many as the pairs.
  package var reachingPositions: Count {
    guard size >= dilation else { return sum }
    let span = Count(dilation) * (Count(taps) - 1)
    let first = (Count(offset) - span).ceilingDivided(by: Count(stride))
    let last = (Count(offset) + Count(size) - 1).floorDivided(by: Count(stride))
    return max(0, min(last, Count(positions) - 1) - max(first, 0) + 1)
  }

  /// All cells that some pair meets, those outside of the kept ones included.
  ///
  /// An overflow where the cells are more than 64 bits can number.
  package var reachedCells: Count {
    guard let size = Int(exactly: lastMeeting + 1) else { return .overflow }
    let whole = Coverage(
      positions: positions, taps: taps, stride: stride, dilation: dilation, offset: 0, size: size)
    return whole.cells(reachedAtLeast: 1)
  }
}
