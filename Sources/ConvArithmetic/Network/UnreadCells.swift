extension AxisMap {
  /// What a convolution or pool leaves of its padded input after the last window, from 0 up to s − 1;
  /// 0 for another module.
  ///
  /// Where it is not 0, more of the padding before the input is used than of that after it. Source:
  /// Alsallakh et al., "Mind the Pad – CNNs Can Develop Blind Spots" (2020).
  package func remainder(_ input: Int) -> Count { window?.remainder(Count(input)) ?? 0 }

  /// The cells of the padding after the input that are not used, while it is used before it.
  package func unusedPaddingAfter(_ input: Int) -> Count {
    window.map { max(0, min($0.after, $0.remainder(Count(input)))) } ?? 0
  }

  private var window: AxisTaps? {
    switch self {
    case .convolution(let taps, _): taps.isUp ? nil : taps
    case .pool(let window): window.taps
    default: nil
    }
  }

  /// The cells at the end of an input that no window of a convolution or pool reads, with zeros
  /// around it; 0 for another module, `nil` where it cannot be counted.
  package func unread(_ input: Int) -> Int? {
    guard let cells = window?.unread(input), cells > 0 else { return 0 }
    return copiesCells ? nil : cells
  }

  /// Whether cells that no window comes to may be read as copies in the padding.
  private var copiesCells: Bool {
    guard case .convolution(let taps, let mode) = self else { return false }
    return mode != .zeros && max(taps.before, taps.after) > 0
  }
}

extension AxisMap {
  /// The cells at both ends of an input that no output reads: no window comes so far, or a crop drops
  /// them, or a transposed layer writes them where its padding crops; `nil` where that is not known.
  package func unreadEnds(_ input: Int) -> Ends<Int>? {
    switch self {
    case .unchanged, .mixed, .shuffle, .unshuffle, .recorded(_, _, .all): return Ends(0, 0)
    case .pad(let before, let after, _):
      guard output(input) != nil else { return nil }
      func cut(_ end: Int) -> Int { end <= -input ? input : max(0, -end) }
      return Ends(cut(before), cut(after))
    case .convolution(let taps, _):
      let ends = output(input).flatMap { taps.unreadEnds(input, $0) }
      return copiesCells && ends != Ends(0, 0) ? nil : ends
    case .pool(let window):
      return output(input).flatMap { output in window.taps?.unreadEnds(input, output) ?? nil }
    case .scale: return taps == nil ? nil : Ends(0, 0)
    case .resize(_, let coversInput): return coversInput ? Ends(0, 0) : nil
    case .recorded, .unknown: return nil
    }
  }
}

extension AxisTaps {
  /// The cells before the first one and after the last one that so many outputs read.
  ///
  /// Tap by tap: the pairs of an input i and an output o are those with coarse·s + t·d − before =
  /// fine, where downward the outputs are coarse, and upward the inputs.
  fileprivate func unreadEnds(_ input: Int, _ outputs: Int) -> Ends<Int>? {
    guard kernelSize <= 4096 else { return nil }
    let (coarse, fine) = isUp ? (Count(input), Count(outputs)) : (Count(outputs), Count(input))
    var ends: (first: Count, last: Count)?
    for tap in 0..<kernelSize {
      let offset = Count(tap) * Count(dilation) - before
      let first = max(0, (0 - offset).ceilingDivided(by: Count(stride)))
      let last = min(coarse - 1, (fine - 1 - offset).floorDivided(by: Count(stride)))
      guard first <= last else { continue }
      let reads = [first, last].map { isUp ? $0 : $0 * Count(stride) + offset }
      ends = (min(ends?.first ?? reads[0], reads[0]), max(ends?.last ?? reads[1], reads[1]))
    }
    guard let ends else { return Ends(input, input) }
    let after = Int(exactly: Count(input) - 1 - ends.last)
    return Int(exactly: ends.first).flatMap { first in after.map { Ends(first, $0) } }
  }

  /// The cells after the last one that is read; all of them where none is.
  ///
  ///     rem = (i + before + after − e) mod s,   max(0, rem − after)    for d = 1 and s ≤ k
  ///
  /// Otherwise the last cell is the largest o·s + t·d − before below i.
  fileprivate func unread(_ input: Int) -> Int? {
    if dilation == 1, stride <= kernelSize {
      return isCeiling ? 0 : Int(exactly: max(0, remainder(Count(input)) - after))
    }
    guard let outputs = Int(exactly: output(Count(input))) else { return nil }
    guard kernelSize <= 4096 else { return unread(input, outputs) }
    let end = Count(input) - 1 + before
    var last: Count = -1
    for tap in 0..<kernelSize {
      let offset = Count(tap) * Count(dilation)
      guard offset <= end, last < end else { break }
      let window = min(Count(outputs) - 1, (end - offset).floorDivided(by: Count(stride)))
      last = max(last, window * Count(stride) + offset)
    }
    return Int(exactly: min(Count(input), end - last))
  }

  /// The same for long kernels: the longest end that is all holes.
  private func unread(_ input: Int, _ outputs: Int) -> Int? {
    guard let offset = Int(exactly: before) else { return nil }
    let coverage = Coverage(
      positions: outputs, taps: kernelSize, stride: stride, dilation: dilation, offset: offset,
      size: input)
    if coverage.holes == Count(input) { return input }
    var (unread, read) = (0, input)
    while read - unread > 1 {
      let middle = unread + (read - unread) / 2
      let isHole = coverage.window(input - middle..<input)?.holes == Count(middle)
      if isHole { unread = middle } else { read = middle }
    }
    return unread
  }
}
