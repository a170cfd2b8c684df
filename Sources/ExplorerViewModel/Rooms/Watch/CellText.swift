/// The arithmetic of the cell under the cursor, what the cell is, and what the marks mean.
struct CellText {
  let scene: WatchScene
  private let marks: [CellMark]

  init(_ scene: WatchScene, _ marks: [CellMark] = []) {
    (self.scene, self.marks) = (scene, marks)
  }

  /// At most so many products are written out; nobody reads more.
  private static let mostProducts = 16
  private static let mostNumbers = 25
  /// In so few rows, what the cell is and its arithmetic are enough.
  private static let rowsOfASummary = 4

  private var spelling: Spelling { scene.spelling }
  private var grid: LayerGrid { scene.cursor.grid }
  private var arithmetic: CellArithmetic { scene.arithmetic }

  /// The lines that fit, most important first, the legend last; the end says where there are more.
  func lines(_ size: ScreenSize) -> [[Span]] {
    guard size.rows > 0 else { return [] }
    let rest = size.rows > 1 ? self.rest(size) : []
    let legend = legend(size.columns)
    let room = size.rows - max(1, min(4, rest.count)) - (legend == nil ? 0 : 1)
    var all = equation(ScreenSize(columns: size.columns, rows: max(1, room))) + rest
    if hasRelations(size), all.count + (legend == nil ? 0 : 1) < size.rows {
      let copies = arithmetic.hasCopies ? "; → copies" : ""
      all.append([Span(Self.letters + copies, .faint)])
    }
    guard let legend else { return Array(all.prefix(size.rows)) }
    guard all.count >= size.rows else {
      return all + Array(repeating: [], count: size.rows - all.count - 1) + [legend]
    }
    guard all.count > size.rows else { return all }
    let more = Span("  … \((all.count - size.rows).counted("more line"))", .notice)
    return all.prefix(size.rows - 1) + [all[size.rows - 1] + [more]]
  }

  private func rest(_ size: ScreenSize) -> [[Span]] {
    let words =
      if scene.isStretched, scene.stretched != nil {
        [comparison(width: size.columns), stretching].compactMap { $0 }
      } else if scene.values == nil || arithmetic.role == .copy {
        wordLines(size)
      } else {
        [[Span]]()
      }
    return words + numberLines + (hasRelations(size) ? relations(size) : [])
      + [heat, total].compactMap { $0 }
  }

  private func hasRelations(_ size: ScreenSize) -> Bool {
    scene.values == nil && !scene.isStretched && scene.hasFormulas
      && size.rows > Self.rowsOfASummary
  }

  /// What the letters of the relations mean, where there is room for it.
  private static let letters = "i input cell, o output cell, t tap; s stride, d dilation, p padding"

  /// What the cell is, and what is summed besides, where both fit.
  private func wordLines(_ size: ScreenSize) -> [[Span]] {
    let words = arithmetic.words.capitalizedFirst
    let channels = scene.values == nil ? arithmetic.channels : nil
    let texts = [channels.map { "\(words); \($0)." }, "\(words)."].compactMap { $0 }
    let room = size.rows > 6 ? 2 : 1
    return fitting(texts, ScreenSize(columns: size.columns, rows: room)).map { [Span($0)] }
  }

  /// The lines of the first text that fits; if none does, of the last one, with its rest on one
  /// line, which is visibly cut.
  private func fitting(_ texts: [String], _ size: ScreenSize) -> [String] {
    let wrapped = texts.map { wrap($0, width: size.columns, spelling) }
    if let whole = wrapped.first(where: { $0.count <= size.rows }) { return whole }
    guard let last = wrapped.last, size.rows > 0 else { return [] }
    return last.prefix(size.rows - 1) + [last[(size.rows - 1)...].joined(separator: " ")]
  }

  /// Why it is these cells: along each axis, or once where all are alike.
  private func relations(_ size: ScreenSize) -> [[Span]] {
    let texts = scene.trace.axes.along { axis in
      // As many solutions as the line holds.
      let counts = stride(from: Self.mostProducts, through: 1, by: -1)
      let texts =
        [arithmetic.relation(axis, most: Self.mostProducts)]
        + counts.map { arithmetic.relation(axis, most: $0, isShort: true) }
      return fitting(texts, ScreenSize(columns: size.columns - 6, rows: 1)).joined()
    }
    return texts.named.map { [Span("\($0.names)  ", .heading), Span($0.value, .faint)] }
  }

  /// What the marks on the screen mean, in the order of their table, as many as fit.
  private func legend(_ width: Int) -> [Span]? {
    // What is cropped after has the mark of what is cropped before.
    let roles = CellRole.allCases.dropLast().map(\.mark)
    let order = marks.filter { !roles.contains($0) } + roles.filter(marks.contains)
    var spans: [Span] = []
    var room = width
    for mark in order {
      let gap = spans.isEmpty ? "" : "  "
      room -= gap.count + 2 + spelling.width(mark.name)
      // The rest says that there is more.
      guard room >= 0 else { return spans + [Span(" …", .faint)] }
      spans += [Span(gap), Span(String(mark.character), mark.style), Span(" \(mark.name)", .faint)]
    }
    return spans.isEmpty ? nil : spans
  }

  /// What the characters of the counts mean, if the counts themselves are too long.
  private var heat: [Span]? {
    guard scene.values == nil, scene.showsLevels else { return nil }
    return [Span("counts", .faint)]
      + scene.scale.levels.flatMap { level in
        [Span("  \(level.counts.text) ", .faint), Span(String(level.character))]
      }
  }

  private var total: [Span]? {
    guard let progress = scene.progress, scene.values == nil,
      let done = progress.products.fitting, let all = scene.pass.overlap.sum.fitting
    else { return nil }
    let last = all.grouped
    return [
      Span("products so far "),
      Span(blanks(last.count - done.grouped.count) + done.grouped, .value),
      Span(" of \(last)", .faint),
    ]
  }

  // MARK: The arithmetic, each tap in its colour and with its letter

  /// All products where they fit, otherwise one term for all of them.
  private func equation(_ size: ScreenSize) -> [[Span]] {
    if let values = scene.values, grid != .kernel, scene.isInside {
      let arithmetic = ValueArithmetic(values, grid, scene.cell)
      let texts = [Self.mostNumbers, 0].map { arithmetic.equation(most: $0) }
      return fitting(texts, size).map { [Span($0, .value)] }
    }
    let all = arithmetic.equation(most: Self.mostProducts)
    let texts = [
      lettered(all), lettered(all, hasNames: false), lettered(arithmetic.equation(most: 0)),
    ]
    return fitting(texts, size).map(colored)
  }

  /// The letter of each tap before its name or in its place, marked by a blank that does not break.
  private func lettered(_ text: String, hasNames: Bool = true) -> String {
    let parts = text.split(separator: "w[", omittingEmptySubsequences: false)
    return parts.dropFirst().reduce(String(parts.first ?? "")) { text, part in
      guard let tap = tap(part) else { return text + "w[" + part }
      let rest = hasNames ? "w[" + part : part.drop { $0 != "]" }.dropFirst()
      return text + scene.letters[tap] + "\u{A0}" + rest
    }
  }

  /// The tap whose name goes on with a text: `0,2]·x[1,1]`.
  private func tap(_ text: Substring) -> Spatial<Int>? {
    let indices = text.prefix { $0 != "]" }.split(separator: ",").compactMap { Int($0) }
    guard scene.letters.areEnough, indices.count == scene.trace.axes.count else { return nil }
    return Spatial(indices)
  }

  private func colored(_ line: String) -> [Span] {
    let parts = line.split(separator: "\u{A0}", omittingEmptySubsequences: false)
    return parts.enumerated().flatMap { index, part -> [Span] in
      let name = index > 0 && part.hasPrefix("w[") ? part.prefix { $0 != "]" } + "]" : ""
      let letter = index > 0 ? String(parts[index - 1].suffix(1)) : ""
      let rest = part.dropFirst(name.count).dropLast(index < parts.count - 1 ? 1 : 0)
      let tap = Span(letter + (name.isEmpty ? "" : " \(name)"), scene.letters.style(letter))
      return (letter.isEmpty ? [] : [tap]) + [Span(String(rest), .value)]
    }
  }

  // MARK: Both ways of a transposed layer

  /// The same cell in both ways.
  private func comparison(width: Int) -> [Span]? {
    guard let stretched = scene.stretched, scene.isInside else { return nil }
    if let values = scene.values {
      guard grid == .output, let scattered = values.output(at: scene.cell).fitting,
        let other = values.output(at: scene.cell, of: stretched).fitting
      else { return nil }
      return equation(scattered.plain, scattered == other, "\(other.plain), window times flipped w")
    }
    let links = scene.trace.usefulLinks(of: grid, at: scene.cell)
    guard grid != .kernel, let products = links.products.fitting else { return nil }
    let scattered = products.counted("product")
    let (texts, other) =
      grid == .output
      ? gathered(stretched, scattered, isOne: products == 1)
      : read(stretched, scattered, isOne: products == 1)
    guard let other else { return [Span("scatter", .heading), Span(": \(texts[0].0)")] }
    let lines = texts.map { equation($0, other == products, $1) }
    return lines.first { spelling.width($0) <= width } ?? lines.last
  }

  private func gathered(
    _ stretched: StretchedLayer, _ scattered: String, isOne: Bool
  ) -> ([(String, String)], Count?) {
    let inputs = stretched.canBeRead ? Count(stretched.readings(ofOutput: scene.cell).count) : nil
    let zeros = inputs.flatMap { (scene.pass.kernelElements - $0).fitting } ?? 0
    let read = (inputs ?? 0).counted("input") + (zeros > 0 ? ", \(zeros.counted("zero"))" : "")
    return (
      [("\(scattered) \(isOne ? "lands" : "land") here", "reads \(read)"), (scattered, read)],
      inputs
    )
  }

  private func read(
    _ stretched: StretchedLayer, _ scattered: String, isOne: Bool
  ) -> ([(String, String)], Count?) {
    let other = stretched.windows(readingInput: scene.cell)
      .flatMap { $0.map { Count($0) }.product.fitting }
    let windows = (other ?? 0).counted("window")
    let (land, read) = isOne ? ("lands", "reads") : ("land", "read")
    return (
      [("\(scattered) \(land) in y", "\(windows) \(read) this input"), (scattered, windows)], other
    )
  }

  private func equation(_ left: String, _ isEqual: Bool, _ right: String) -> [Span] {
    [
      Span("scatter", .heading), Span(": \(left)  "),
      Span(isEqual ? "=" : "not", isEqual ? .good : .bad), Span("  "),
      Span("stretched", .heading), Span(": \(right)"),
    ]
  }

  /// How the input of a transposed layer is stretched, with the present numbers.
  private var stretching: [Span]? {
    guard let stretched = scene.stretched, scene.hasFormulas else { return nil }
    let texts = scene.trace.axes.along { axis in
      let geometry = scene.trace.axes[axis].geometry
      let around = stretched.axes[axis].paddingBefore
      return "s − 1 = \(geometry.stride - 1) between, d(k − 1) − p ="
        + " \(around < 0 ? "−" : "")\(around.magnitude) around, \(geometry.outputPadding) after"
    }
    let all = texts.isUniform ? texts[0] : texts.named.map { "\($0) \($1)" }.joined(separator: "; ")
    return [Span("z", .heading), Span(": zeros \(all), then stride 1")]
  }
}
