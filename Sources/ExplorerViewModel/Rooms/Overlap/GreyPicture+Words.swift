extension GreyPicture {
  /// Whether each row counts, so that only what could be shown is said.
  func isLow(_ size: ScreenSize) -> Bool { size.rows < 16 }

  /// The rows below the pictures.
  func rowsOfWords(_ shown: ArraySlice<GreyPath>, _ size: ScreenSize) -> Int {
    shown.count + remarks(shown, size).count
  }

  /// What becomes of flat grey on each path and what it costs, and what is not shown.
  func words(
    _ shown: ArraySlice<GreyPath>, on input: Spatial<Int>, _ size: ScreenSize
  ) -> [[Span]] {
    let names = (shown.map(\.name.rawValue.count).max() ?? 0) + 2
    let room = size.columns - 1 - names
    return shown.map { path in
      let (texts, style) = texts(path, on: input)
      let text = texts.first { capabilities.spelling.width($0) <= room } ?? texts.last ?? ""
      let name = path.name.rawValue
      return [Span(name, .heading), Span(blanks(names - name.count)), Span(text, style)]
    } + remarks(shown, size).map { [Span($0, .faint)] }
  }

  /// What becomes of flat grey, and the price; the longest text first.
  private func texts(_ path: GreyPath, on input: Spatial<Int>) -> ([String], Style) {
    let isNow = path.name == .now
    let (long, short) = (path.pass.cost(relativeTo: pass), path.pass.shortCost(relativeTo: pass))
    let costs = isNow ? [""] : [long, short]
    let lines = { (starts: [String]) in
      let parts =
        path.texts.flatMap { text in costs.map { [starts[0], $0, text] } }
        + costs.map { [starts[0], $0] } + starts.map { [$0, costs.last ?? ""] }
        + [[starts.last ?? ""]]
      return parts.map { $0.filter { !$0.isEmpty }.joined(separator: "; ") }
    }
    guard let greys = path.flatInside(input) else {
      return (lines(["all border on this plane", "all border"]), .faint)
    }
    let flat = isNow ? "flat \(GreyPlane.flatGrey) " : ""
    let (least, most) = (greys.lowerBound, greys.upperBound)
    guard least == most else {
      let range = "\(flat)becomes \(least) to \(most)"
      return (lines(["\(range) inside: \(path.pattern)", range]), .notice)
    }
    return (
      lines([
        "\(flat)stays \(most) inside\(path.ifOnly)", "\(most) inside\(path.ifOnly)",
        "\(flat)stays \(most) inside", "\(flat)stays \(most)", "\(most)",
      ]), .good
    )
  }

  /// Which paths have no picture, and why; what the pictures leave out.
  private func remarks(_ shown: ArraySlice<GreyPath>, _ size: ScreenSize) -> [String] {
    let left = names.filter { name in !shown.contains { $0.name == name } }.map(\.rawValue)
    let room = left.isEmpty ? [] : [Sentence.noRoom(left.joined(separator: ", "))]
    guard !isLow(size) else { return room }
    let axes = pass.layer.axes.count
    let shuffles = axes != 2 && shown.contains { $0.name == .subPixel }
    let all =
      room + missing + (shuffles ? [Sentence.shufflesPlanes()] : [])
      + (axes > 2 ? [Sentence.oneSlice()] : [])
    guard !all.isEmpty else { return [] }
    return wrap(all.joined(separator: " "), width: size.columns - 2, capabilities.spelling)
  }
}

extension GreyPath {
  /// For which weights flat grey stays flat.
  fileprivate var ifOnly: String {
    switch name {
    case .now, .fixed: " with weights alike"
    case .resize: ", flat with any weights"
    case .subPixel: " with kernels alike (ICNR)"
    }
  }
}
