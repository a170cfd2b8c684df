extension Verdict {
  package var line: String {
    if overlap.sum == 0 { return "computes nothing on this input" }
    let noun = direction == .transposed ? "overlap" : "reuse"
    return (isEven ? "even \(noun) " : "uneven \(noun), \(overlap.ratioText) ")
      + (overlap.showsInside ? "inside" : "(in larger inputs; this one has no whole period inside)")
  }

  package var holesText: String { "\(holesInside.words) inside, \(overlap.holes.words) in all" }

  /// The coefficient of variation: `≈0.484 inside, ≈0.502 in all`.
  package var variationText: String {
    let inside = interiorVariation.text
    guard let all = variation else { return "\(inside) inside" }
    return "\(inside) inside, \(all.text) in all"
  }

  package var notes: [String] {
    [overlap.emptyNote, popularRuleNote, interiorNote, trailingNote].compactMap(\.self)
  }

  private var popularRuleNote: String? { isPopularRuleWrong ? Sentence.popularRule() : nil }

  private var interiorNote: String? {
    guard !overlap.showsInside else { return nil }
    let axes = axes.axes.filter {
      overlap.coverage[$0].interior.count < overlap.coverage[$0].period
    }
    let isEmpty = axes.allSatisfy { overlap.coverage[$0].interior.isEmpty }
    let names = axes.map(\.letter).joined(separator: " and ")
    return (isEmpty ? Sentence.noCellInside : .noPeriodInside)(names)
  }

  private var trailingNote: String? {
    let parts = axes.axes.filter { axes[$0].trailing > 0 }.map { axis in
      let count = axes[axis].trailing
      return count == 1 ? "the last \(axis.slice)" : "the last \(count.grouped) \(axis.slice)s"
    }
    guard !parts.isEmpty else { return nil }
    let sentence = direction == .transposed ? Sentence.unreachedEnd : .unreadEnd
    return sentence(parts.joined(separator: " and "))
  }
}

extension Axis {
  /// What has one place along the axis and all places along the others.
  package var slice: String {
    switch self {
    case .length: "cell"
    case .depth: "plane"
    case .height: "row"
    case .width: "column"
    }
  }
}

extension AxisVerdict {
  /// Why it is even or not: `gcd(1, 2) = 1, 3 mod 2 = 1`.
  package var reason: String {
    let (stride, taps, divisor) = (coverage.stride, coverage.taps, coverage.commonDivisor)
    return "gcd(\(coverage.dilation.grouped), \(stride.grouped)) = \(divisor.grouped),"
      + " \(taps.grouped) mod \(stride.grouped) = \((taps % stride).grouped)"
  }

  /// Why it is even or not, in words: `s = 2 does not divide k = 3`.
  package var because: String {
    let (stride, taps) = (coverage.stride, coverage.taps)
    if coverage.commonDivisor > 1 {
      return Sentence.sharedDivisor(
        stride.grouped, coverage.dilation.grouped, coverage.commonDivisor.grouped)
    }
    if stride == 1 { return "s = 1: every tap meets every cell" }
    if taps < stride { return "k = \(taps.grouped) is less than s = \(stride.grouped): holes" }
    return "s = \(stride.grouped) \(isEven ? "divides" : "does not divide") k = \(taps.grouped)"
      + (isEven && coverage.dilation > 1 ? ", gcd(d, s) = 1" : "")
  }

  /// The most and the least away from the borders: `2:1`.
  package var ratioText: String {
    "\(coverage.interiorRange.upperBound.grouped):\(coverage.interiorRange.lowerBound.grouped)"
  }

  package var holesText: String { "\(holesInside.grouped) inside, \(holes.grouped) in all" }

  /// The cells before the interior and after it: `first cell: 1, last 4 cells: 1 to 2`.
  package var borderText: String {
    guard interior != nil else { return before.map { $0.text("all") } ?? "none" }
    let sides = [before.map { $0.text("first") }, after.map { $0.text("last") }]
    let named = sides.compactMap(\.self)
    return named.isEmpty ? "none" : named.joined(separator: ", ")
  }

  package var interiorText: String {
    guard let interior else { return "none: the input is too small" }
    let (first, last) = (interior.cells.lowerBound, interior.cells.upperBound - 1)
    return "cells \(first.grouped) to \(last.grouped): \(interior.rangeText)"
      + (coverage.period == 1 ? " each" : ", again every \(coverage.period.grouped) cells")
  }
}

extension AxisVerdict.Part {
  /// `1 to 2`, or `2`.
  package var rangeText: String {
    least == most ? least.grouped : "\(least.grouped) to \(most.grouped)"
  }

  /// `last 3 cells: 1 to 2`: how many cells where, and what they receive.
  fileprivate func text(_ place: String) -> String {
    (cells.count == 1 ? "\(place) cell" : "\(place) \(cells.count.grouped) cells")
      + ": \(rangeText)"
  }
}

extension Phases {
  /// The taps of each phase, `2, 1`, or of each kind of more than `most`: `3 taps in 8 phases`.
  package func text(listing most: Int = 12) -> String {
    guard stride > most else {
      return (0..<stride).map { self[$0].grouped }.joined(separator: ", ")
    }
    return levels.enumerated().map { index, level in
      index == 0
        ? "\(level.taps.counted("tap")) in \(level.phases.counted("phase"))"
        : "\(level.taps.grouped) in \(level.phases.grouped)"
    }.joined(separator: ", ")
  }
}

extension Variation {
  /// What it is a root of: `√(19/81)`.
  package var formula: String { square.fitting.map { "√(\($0.grouped))" } ?? "–" }

  /// Three digits after the point: `0.5`, `≈0.484`.
  package var text: String {
    guard let root = square.squareRoot(decimals: 3), !root.scaled.isOverflow else {
      return Count.overflowWords
    }
    let digits = root.scaled.description
    let padded = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    var fraction = padded.suffix(3)
    if root.isExact { while fraction.last == "0" { fraction.removeLast() } }
    let whole = (root.isExact ? "" : "≈") + padded.dropLast(3)
    return fraction.isEmpty ? whole : "\(whole).\(fraction)"
  }
}

extension WeightedOverlap {
  /// Whether the weighted sums are the same everywhere inside: `flat, 1 each`, `1/4 to 1`.
  package var text: String {
    let extremes = extremes
    guard !extremes.least.isOverflow, !extremes.most.isOverflow else { return Count.overflowWords }
    return isFlat
      ? "flat, \(extremes.least.grouped) each"
      : "not flat, \(extremes.least.grouped) to \(extremes.most.grouped)"
  }

  /// The sums of the phases, of all axes alike or one after the other; `nil` where the kernel is
  /// no product along its axes, or has many phases.
  package var phaseText: String? {
    guard let axes, axes.allSatisfy({ $0.stride <= 12 }) else { return nil }
    return axes.map { sums in
      (0..<sums.stride).map { Ratio(sums[$0], Count(sums.denominator)).words }
        .joined(separator: ", ")
    }.text("; ") { $1 }
  }
}
