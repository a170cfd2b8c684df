extension CellArithmetic {
  package var words: String {
    switch role {
    case nil: "outside the layer"
    case .cell: ordinary
    case .kept: "kept by output_padding; \(reached)"
    case .dead: "dead: output_padding keeps it, and no product reaches it\(biasAlone)"
    case .hole: "a hole: no product reaches it\(biasAlone)"
    case .blind:
      (all == 1 ? "its tap reads a zero" : "all of its taps read zeros")
        + " of the padding\(biasAlone)"
    case .lost:
      all == 1 ? "its product is cropped" : "all of its \(all.grouped) products are cropped"
    case .idle:
      trace.direction == .convolution
        ? "meets zeros of the padding alone" : "all of its products are cropped"
    case .steppedOver: "no output reads it: the kernel steps over it"
    case .leftOver: "no output reads it: it lies after the last position of the kernel"
    case .copy:
      "a copy of \(trace.source(of: cell).map(grid.name) ?? name), read by \(all.counted("output"))"
    case .padding: "a zero of the padding, read by \(all.counted("output")): it adds nothing"
    case .gap: "a gap between two taps"
    case .croppedBefore: "before the output: padding crops \(cropped)"
    case .croppedAfter: "after the output: padding crops \(cropped)"
    }
  }

  /// What is summed besides the products of the cell; `nil` where nothing is.
  package var channels: String? {
    guard !shown.contains(where: \.isEmpty) else { return nil }
    guard grid == .output else {
      let pairs = Count(channelsPerGroup) * Count(pass.layer.outChannels)
      return pairs == 1 ? nil : "so in each of the \(pairs.grouped) pairs of channels"
    }
    let group = pass.layer.groups > 1 ? " of the group" : ""
    return channelsPerGroup > 1
      ? "summed over \(channelsPerGroup.grouped) input channels\(group)" : nil
  }

  /// What ties position, tap and place along one axis, in symbols and with the present numbers:
  /// `i·s + t·d − p = o: 2·2 + 0·1 − 1 = 3, 1·2 + 2·1 − 1 = 3`.
  ///
  /// In short, what is the same in all of them is said once: `2·2 + t·1 − 1 = 3, 4 for t = 0, 1`.
  package func relation(_ axis: Axis, most: Int, isShort: Bool = false) -> String {
    let (links, index) = (self.links[axis], cell[axis])
    let trace = trace.axes[axis]
    let geometry = trace.geometry
    let symbols = trace.stand == .input ? "i·s + t·d − p = o:" : "o·s + t·d − p = i:"
    let shown = links.prefix(max(0, most))
    let rest = links.count > most ? ", …" : ""
    if isShort, grid != trace.plane, links.count > 1 {
      let varies: LayerGrid = grid == .kernel ? trace.stand : .kernel
      let position = grid == .kernel ? trace.stand.indexSymbol : "\(index.plain)"
      let tap = grid == .kernel ? "\(index)" : "t"
      let places = shown.map { place($0, trace) }.joined(separator: ", ")
      let numbers = shown.map { $0[varies].plain }.joined(separator: ", ")
      return "\(symbols) \(position)·\(geometry.stride) + \(tap)·\(geometry.dilation)"
        + " − \(geometry.paddingBefore) = \(places)\(rest)"
        + " for \(varies.indexSymbol) = \(numbers)\(rest)"
    }
    let solutions = shown.map { link in
      "\(link[trace.stand])·\(geometry.stride) + \(link.tap)·\(geometry.dilation)"
        + " − \(geometry.paddingBefore) = \(place(link, trace))"
    }
    guard !solutions.isEmpty else { return "\(symbols) never \(index.plain)" }
    return "\(symbols) \(solutions.joined(separator: ", "))\(rest)"
  }

  /// The place that a link meets, of a copy with the cell that it copies: `−1→1`.
  private func place(_ link: Link, _ trace: AxisTrace) -> String {
    let place = link[trace.plane]
    guard trace.plane == .input, let source = trace.source(of: place), source != place else {
      return place.plain
    }
    return "\(place.plain)→\(source.plain)"
  }

  private var ordinary: String {
    switch (grid, trace.direction) {
    case (.output, .transposed): return reached
    case (.output, .convolution):
      let others = hasCopies ? "copies" : "zeros of the padding"
      if direct == 0 { return all == 1 ? "its tap reads a copy" : "all of its taps read copies" }
      return inFull(
        direct, "its tap reads a real cell", "all of its \(all.grouped) taps read real cells")
        ?? "\(direct.grouped) of its \(all.grouped) taps read real cells, the others \(others)"
    case (.input, .convolution):
      let outputs = "read by \(all.counted("output"))"
      return inFull(direct, outputs, outputs)
        ?? "read \(all.counted("time")), "
        + (all - direct == 1 ? "1 through a copy" : "\((all - direct).grouped) through copies")
    case (.input, .transposed):
      return inFull(useful, "its product is kept", "all of its \(all.grouped) products are kept")
        ?? "\(useful.grouped) of its \(all.grouped) products are kept, the others cropped"
    case (.kernel, let kind):
      let what = "a tap of \(all.counted("product"))"
      let (some, how) = kind == .convolution ? (direct, "with real cells") : (useful, "kept")
      return inFull(some, what, what) ?? "\(what), \(some.grouped) of them \(how)"
        + (hasCopies ? ", the others with copies" : "")
    }
  }

  /// What is said where some products are all, of one and of more; `nil` where they are not.
  private func inFull(_ some: Count, _ single: String, _ several: String) -> String? {
    guard some == all else { return nil }
    return all == 1 ? single : several
  }

  private var reached: String {
    let links = usefulLinks
    let factors = links.count > 1 ? "\(links.map(\.count.grouped).joined(separator: " × ")) = " : ""
    return factors + useful.counted("product") + (useful == 1 ? " reaches it" : " reach it")
  }

  private var cropped: String {
    all == 0 ? "nothing here" : all == 1 ? "its product" : "its \(all.grouped) products"
  }

  private var biasAlone: String { pass.layer.bias ? ", only the bias" : "" }

  private var all: Count { links.products }

  private var useful: Count { usefulLinks.products }

  private var usefulLinks: Spatial<Links> { trace.axes.with(links) { $0.useful($1) } }
}
