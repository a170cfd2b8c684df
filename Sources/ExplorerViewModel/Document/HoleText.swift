extension AxisNetwork {
  /// Which cells between the first and the last that an output sees it does not read, and why; `nil`
  /// where that is not known.
  var holeText: (String, Style)? {
    let counted = unreadOfSpan
    guard counted != nil || gridding != nil else { return nil }
    let unread = counted ?? gridding?.gap.map { _ in "cells are left out" } ?? ""
    guard !unread.isEmpty else {
      return ("none: each cell from the first to the last is read" + publishedRule, .good)
    }
    return (unread + holeReason + publishedRule, .notice)
  }

  /// Of the output that misses most; empty for none, `nil` where they are not counted.
  private var unreadOfSpan: String? {
    guard let reach = try? reaches.last?.get(),
      let read = try? readCounts(in: nodes.count, effort: 1 << 16).get(),
      read.count == reach.period
    else { return nil }
    let missing = zip(reach.sizes, read).map { (unread: $0 - $1, span: $0) }
    guard let most = missing.max(by: { $0.unread < $1.unread }), !most.unread.isOverflow else {
      return nil
    }
    return most.unread <= 0
      ? "" : "\(most.unread.grouped) of the \(most.span.counted("cell")) spanned are never read"
  }

  private var holeReason: String {
    guard let gridding, let gap = gridding.gap else { return "" }
    guard gridding.divisor > 1 else {
      return ": taps \(gap.grouped) cells apart step over what the others span"
    }
    // The rule is for layers without strides.
    return hybridDilation != nil
      ? ", because all dilations share the factor \(gridding.divisor.grouped)"
      : ", because all taps are multiples of \(gridding.divisor.grouped) cells apart"
  }

  /// What the rule of hybrid dilated convolution (HDC) says about the same.
  private var publishedRule: String {
    guard let rule = hybridDilation else { return "" }
    let isMet = rule.distance <= Count(rule.kernelSize)
    return "; the HDC rule finds \(isMet ? "nothing wrong" : "holes")"
      + " (M₂ = \(rule.distance.grouped) for a kernel of \(rule.kernelSize.grouped))"
  }
}
