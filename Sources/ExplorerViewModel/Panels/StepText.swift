import ConvArithmetic
import LayerNotation

/// What the last step did, in symbols and words.
struct StepText {
  private let scene: StepScene
  private let spelling: Spelling

  init(_ scene: StepScene) {
    self.scene = scene
    spelling = scene.spelling
  }

  /// The products that are written out at most.
  private static let mostProducts = 16

  /// The lines that fit, the most important first; the last one says that there are more.
  func lines(_ size: ScreenSize) -> [[Span]] {
    guard size.rows > 0 else { return [] }
    let all = allLines(size)
    guard all.count > size.rows else { return all }
    let more = Span("  … +\(all.count - size.rows)", .notice)
    return all.prefix(size.rows - 1) + [all[size.rows - 1] + [more]]
  }

  private func allLines(_ size: ScreenSize) -> [[Span]] {
    let rest = rest(width: size.columns)
    guard !equations.isEmpty else { return start + rest }
    // The first line may be long: what the others leave free is for it.
    let room = max(1, size.rows - rest.count)
    let wrapped = equations.map { wrap($0, width: size.columns, spelling) }
    let equation = wrapped.first { $0.count <= room } ?? wrapped.last ?? []
    let cut = equation.count > room ? [equation.joined(separator: " ")] : equation
    return cut.map { [Span($0, .value)] } + rest
  }

  /// The lines below the first one, the most important first.
  private func rest(width: Int) -> [[Span]] {
    let both = comparison(width: width)
    let lines = [legend, stretching, heat, total]
    guard let values = scene.values else {
      let notice = [Span(ExplorerState.tooLargeForNumbers, .notice)]
      return ((scene.numbers.areShown ? [notice] : []) + [both] + lines).compactMap { $0 }
    }
    let text = StepValueText(scene, values)
    let numbers =
      [text.comparison ?? both, text.source] + text.formulas.map { Optional($0) }
      + [text.scope]
    return (numbers + [legend, stretching]).compactMap { $0 }
  }

  /// The last step, written out or in short; nothing before the first one.
  private var equations: [String] {
    if let values = scene.values { return StepValueText(scene, values).equations }
    return [Self.mostProducts, 0].compactMap { arithmetic?.equation(most: $0) }
  }

  private var arithmetic: CellArithmetic? {
    scene.current.map { CellArithmetic(scene.pass, scene.trace, scene.stepped, $0) }
  }

  /// What is going to be done.
  private var start: [[Span]] {
    let text =
      scene.order == .gather
      ? "Output by output: each collects all that it is made of."
      : "Input by input: each cell times the kernel is added where it lands."
    return [
      [Span(text)], [Span("Space", .key), Span(" plays, "), Span("→", .key), Span(" goes on")],
    ]
  }

  /// The same cell on both ways of a transposed layer; of a Conv2d, what its taps read.
  private func comparison(width: Int) -> [Span]? {
    guard let cell = scene.current else { return nil }
    guard let stretched = scene.stretched else {
      return arithmetic.map { [Span($0.words.capitalizedFirst + ".")] }
    }
    let links = scene.trace.usefulLinks(of: scene.stepped, at: cell)
    guard let products = links.products.fitting else { return nil }
    let scattered = number(products, "product")
    let texts: [(String, String)]
    let other: Count?
    if scene.order == .gather {
      other = stretched.canBeRead ? Count(stretched.readings(ofOutput: cell).count) : nil
      let read = read(other)
      texts = [
        ("\(scattered) \(products == 1 ? "lands" : "land") here", "reads \(read)"),
        (scattered, read),
      ]
    } else {
      other = stretched.windows(readingInput: cell).flatMap { $0.map { Count($0) }.product.fitting }
      let windows = number(other ?? 0, "window")
      let (land, read) = products == 1 ? ("lands", "reads") : ("land", "read")
      texts = [
        ("\(scattered) \(land) in y", "\(windows) \(read) this input"), (scattered, windows),
      ]
    }
    guard let other else { return [Span("scatter", .heading), Span(": \(texts[0].0)")] }
    let lines = texts.map { Self.equation($0, other == products, $1) }
    return lines.first { $0.reduce(0) { $0 + spelling.width($1.text) } <= width } ?? lines.last
  }

  /// Both ways in one line.
  static func equation(_ left: String, _ isEqual: Bool, _ right: String) -> [Span] {
    [
      Span("scatter", .heading), Span(": \(left)  "),
      Span(isEqual ? "=" : "not", isEqual ? .good : .bad), Span("  "),
      Span("stretched", .heading), Span(": \(right)"),
    ]
  }

  /// What a window reads: `4 inputs, 5 zeros`.
  private func read(_ inputs: Count?) -> String {
    let text = number(inputs ?? 0, "input")
    guard let inputs, let taps = scene.pass.kernelElements.fitting,
      let zeros = (taps - inputs).fitting,
      zeros > 0
    else { return text }
    return "\(text), \(number(zeros, "zero"))"
  }

  private func number(_ count: Count, _ word: String) -> String {
    "\(count.grouped) \(word)\(count == 1 ? "" : "s")"
  }

  /// The running sum of the map.
  private var total: [Span]? {
    guard let done = scene.progress.products.fitting, let all = scene.pass.overlap.sum.fitting
    else {
      return nil
    }
    let last = all.grouped
    let pad = blanks(last.count - done.grouped.count)
    return [
      Span("products so far "), Span(pad + done.grouped, .value), Span(" of \(last)", .faint),
    ]
  }

  /// How the input of a transposed layer is stretched, with the present numbers.
  private var stretching: [Span]? {
    guard let stretched = scene.stretched else { return nil }
    let texts = Axis.allCases.map { axis in
      let geometry = scene.trace.axes[axis].geometry
      let around = stretched.axes[axis].paddingBefore
      return "s − 1 = \(geometry.stride - 1) between, d(k − 1) − p ="
        + " \(around < 0 ? "−" : "")\(around.magnitude) around, \(geometry.outputPadding) after"
    }
    let isSame = texts[0] == texts[1]
    return [
      Span("z", .heading),
      Span(": zeros \(isSame ? texts[0] : "H \(texts[0]); W \(texts[1])"), then stride 1"),
    ]
  }

  /// What the letters and the signs of the zeros mean, as far as there are such.
  private var legend: [Span]? {
    let letter = (scene.heated == .output ? LayerGrid.input : .output).symbol
    // Numbers need no letters.
    var texts =
      scene.values == nil
      ? ["\(letter) to come", "\(StepScene.begun) begun", "\(letter.uppercased()) done"] : []
    for (sign, name, occurs) in signs where Axis.allCases.contains(where: occurs) {
      texts.append("\(sign) \(name)")
    }
    return texts.isEmpty ? nil : [Span(texts.joined(separator: "  "), .faint)]
  }

  private typealias Sign = (character: String, name: String, occurs: (Axis) -> Bool)

  private var signs: [Sign] {
    let axes = scene.trace.axes.map { $0.geometry }
    guard let stretched = scene.stretched?.axes else {
      return [("o", "padding", { axes[$0].paddingBefore > 0 || axes[$0].paddingAfter > 0 })]
    }
    return [
      (".", "zero between", { axes[$0].stride > 1 && axes[$0].input > 1 }),
      ("o", "zero around", { stretched[$0].paddingBefore > 0 }),
      ("+", "by output_padding", { axes[$0].outputPadding > 0 }),
      ("/", "taken away", { stretched[$0].paddingBefore < 0 }),
    ]
  }

  /// What the characters of the counts mean, where the counts themselves are not shown.
  private var heat: [Span]? {
    guard !scene.heatStyle.showsNumbers else { return nil }
    return [Span("counts", .faint)]
      + scene.scale.levels.flatMap { [Span("  \($0.name) ", .faint), Span(String($0.character))] }
  }
}
