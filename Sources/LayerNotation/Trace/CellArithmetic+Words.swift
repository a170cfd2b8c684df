import ConvArithmetic

extension CellArithmetic {
  package var words: String {
    switch trace.role(of: grid, at: cell) {
    case nil: "outside of the layer"
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
    let (trace, index) = (trace.axes[axis], cell[axis])
    let links = trace.links(of: grid, at: index)
    let geometry = trace.geometry
    let symbols = trace.stand == .input ? "i·s + t·d − p = o:" : "o·s + t·d − p = i:"
    let shown = links.prefix(max(0, most))
    let rest = links.count > most ? ", …" : ""
    if isShort, grid != trace.plane, links.count > 1 {
      let varies: LayerGrid = grid == .kernel ? trace.stand : .kernel
      let position = grid == .kernel ? trace.stand.indexSymbol : "\(index.plain)"
      let tap = grid == .kernel ? "\(index)" : "t"
      return "\(symbols) \(position)·\(geometry.stride) + \(tap)·\(geometry.dilation)"
        + " − \(geometry.paddingBefore) = \(listed(shown, trace.plane))\(rest)"
        + " for \(varies.indexSymbol) = \(listed(shown, varies))\(rest)"
    }
    let solutions = shown.map { link in
      "\(link[trace.stand])·\(geometry.stride) + \(link.tap)·\(geometry.dilation)"
        + " − \(geometry.paddingBefore) = \(link[trace.plane].plain)"
    }
    guard !solutions.isEmpty else { return "\(symbols) never \(index.plain)" }
    return "\(symbols) \(solutions.joined(separator: ", "))\(rest)"
  }

  private func listed(_ links: some Sequence<Link>, _ grid: LayerGrid) -> String {
    links.map { $0[grid].plain }.joined(separator: ", ")
  }

  private var ordinary: String {
    let (all, useful) = (all.grouped, useful.grouped)
    switch (grid, trace.direction) {
    case (.output, .transposed): return reached
    case (.output, .convolution):
      return inFull("its tap reads a real cell", "all of its \(all) taps read real cells")
        ?? "\(useful) of its \(all) taps read real cells, the others zeros of the padding"
    case (.input, .convolution): return "read by \(self.all.counted("output"))"
    case (.input, .transposed):
      return inFull("its product is kept", "all of its \(all) products are kept")
        ?? "\(useful) of its \(all) products are kept, the others cropped"
    case (.kernel, let kind):
      let what = "a tap of \(self.all.counted("product"))"
      return inFull(what, what)
        ?? "\(what), \(useful) of them \(kind == .convolution ? "with real cells" : "kept")"
    }
  }

  /// What is said where all products count, of a single one and of more; `nil` where some do not.
  private func inFull(_ single: String, _ several: String) -> String? {
    guard useful == all else { return nil }
    return all == 1 ? single : several
  }

  private var reached: String {
    let links = trace.usefulLinks(of: grid, at: cell)
    let factors = links.count > 1 ? "\(links.map(\.count.grouped).joined(separator: " × ")) = " : ""
    return factors + useful.counted("product") + (useful == 1 ? " reaches it" : " reach it")
  }

  private var cropped: String {
    all == 0 ? "nothing here" : all == 1 ? "its product" : "its \(all.grouped) products"
  }

  private var biasAlone: String { pass.layer.bias ? ", only the bias" : "" }

  private var all: Count { trace.links(of: grid, at: cell).products }

  private var useful: Count { trace.usefulLinks(of: grid, at: cell).products }
}

extension LayerGrid {
  /// The letter of an index in it: input i, tap t, output o.
  fileprivate var indexSymbol: String {
    switch self {
    case .input: "i"
    case .kernel: "t"
    case .output: "o"
    }
  }
}
