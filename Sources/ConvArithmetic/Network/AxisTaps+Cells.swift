extension AxisTaps {
  /// The outputs that read nothing but inputs from a first to a last one, whichever tap it is that
  /// could reach them; the last one is before the first where there are none.
  ///
  ///     down   ⌈(first + before)/s⌉ … ⌊(last + before − (e − 1))/s⌋
  ///     up     s·first − s + e − before … s·last + s − 1 − before
  package func inside(first: Count, last: Count) -> (first: Count, last: Count) {
    let stride = Count(stride)
    return isUp
      ? (stride * (first - 1) + span - before, stride * (last + 1) - 1 - before)
      : (
        (first + before).ceilingDivided(by: stride),
        (last + before - span + 1).floorDivided(by: stride)
      )
  }

  /// The inputs that each output reads of so many, padding aside; `nil` where there are no outputs,
  /// or more than `most`.
  package func cells(_ input: Int, most: Int) -> [[Int]]? {
    guard let size = Int(exactly: output(Count(input))), size >= 1, size <= most else { return nil }
    return (0..<size).map { output in
      guard let cells = reads(Count(output)) else { return [] }
      return (0..<cells.count).compactMap { place in
        let cell = Int(exactly: cells.first + Count(place) * cells.step)
        return cell.flatMap { (0..<input).contains($0) ? $0 : nil }
      }
    }
  }
}
