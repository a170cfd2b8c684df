import ConvArithmetic
import LayerNotation

/// How evenly a layer's products meet: the verdict, the pattern of each axis, the numbers, what the
/// weights make of them, and what would be better.
struct VerdictText {
  private(set) var page = PageView.Page()
  private let state: ExplorerState
  private let pass: ForwardPass
  private let width: Int
  private let spelling: Spelling

  init(_ state: ExplorerState, _ pass: ForwardPass, width: Int) {
    self.state = state
    self.pass = pass
    self.width = width
    spelling = state.capabilities.spelling
    guard let verdict = pass.verdict else {
      page.lines = [[Span(" The numbers exceed 127 bits.", .notice)]]
      return
    }
    add([[Span(" "), Span(verdict.line, verdict.isEven ? .good : .notice)]])
    axes(verdict)
    for note in verdict.notes { paragraph(note, .notice) }
    numbers(verdict)
    if verdict.direction == .transposed { advice(verdict) }
  }

  private mutating func add(_ lines: [[Span]]) { page.lines += lines }

  /// Bars as high as the screen can spare.
  private var barRows: Int {
    let rows = state.inside.size.rows
    return rows >= 40 ? 4 : rows >= 30 ? 3 : rows >= 20 ? 2 : 1
  }

  private mutating func axes(_ verdict: Verdict) {
    let axes = verdict.axes
    let distinct =
      axes.height == axes.width
      ? [("H, W", axes.height)]
      : Axis.allCases.map {
        ($0.letter, axes[$0])
      }
    // Two patterns are lower, so that the advice is not far.
    let rows = distinct.count == 1 ? barRows : barRows < 3 ? 0 : barRows - 1
    for (names, axis) in distinct {
      let reason = "\(axis.because): phases \(axis.phases.text())"
      let indent = blanks(names.count + 3)
      for (index, line) in wrap(reason, width: width - indent.count - 1, spelling).enumerated() {
        add([[Span(index == 0 ? " \(names)  " : indent, .heading), Span(line)]])
      }
      add(AxisPattern(axis, barRows: rows, width: width - 1, spelling).lines)
      paragraph("border cells: \(axis.borderText)", .faint)
    }
  }

  private mutating func numbers(_ verdict: Verdict) {
    add([[]])
    row("holes", verdict.holesText)
    row("variation", verdict.variationText)
    guard verdict.direction == .transposed else { return }
    for (name, weights) in weights {
      guard let weighted = WeightedOverlap(weights, pass.overlap) else { continue }
      row(name, weighted.text, weighted.isFlat ? .good : .plain)
    }
  }

  /// The kernels whose weights are summed: ones, bilinear, and that of the steps if it is shown.
  private var weights: [(String, OverlapWeights)] {
    let numbers = state.player.numbers
    let known: [(String, OverlapWeights)] = [("ones", .ones), ("bilinear", .bilinear)]
    guard numbers.areShown || numbers.isEdited, let kernel = numbers.kernel(pass.layer.kernelSize)
    else { return known }
    let denominator = numbers.startingValues.denominator(pass.layer.kernelSize)
    let name = numbers.isEdited ? "edited" : numbers.startingValues.name
    guard numbers.isEdited || !known.contains(where: { $0.0 == name }) else { return known }
    return known + [(name, .kernel(kernel, denominator: denominator))]
  }

  private mutating func row(
    _ name: String, _ text: String, _ style: Style = .plain, nameWidth: Int = 13
  ) {
    let start = "   " + name + blanks(max(1, nameWidth - name.count))
    for (index, line) in wrap(text, width: width - start.count - 1, spelling).enumerated() {
      let indent = blanks(start.count)
      add([[Span(index == 0 ? start : indent, .faint), Span(line, style)]])
    }
  }
}

extension VerdictText {
  private mutating func advice(_ verdict: Verdict) {
    add([[]])
    let advice = Advice.nearest(to: pass)
    heading(verdict, hasAdvice: !advice.isEmpty)
    if !advice.isEmpty { table(advice) }
    paragraph("Even overlap does not rule artefacts out.", .faint)
    equivalents()
  }

  private mutating func heading(_ verdict: Verdict, hasAdvice: Bool) {
    var spans = [Span(" "), Span("Advice", .heading)]
    if verdict.isEven {
      spans.append(Span("  nothing is to be done", .good))
    } else if !hasAdvice {
      add([spans])
      return paragraph(Advice.noneText, .notice)
    } else if state.isListFocused {
      spans += [Span("  Enter", .key), Span(" takes it", .faint)]
    } else {
      spans += [
        Span("  \(KeyPress.enter.name)", .key), Span(" chooses", .faint),
        Span("  \(Command.fix.keyNames)", .key), Span(" takes it", .faint),
      ]
    }
    add([spans])
  }

  private mutating func table(_ advice: [Advice]) {
    let table = AdviceTable(pass, advice, width: width, spelling)
    add(table.head)
    let (choice, hasFocus) = (state.choice, state.isListFocused)
    for (index, one) in advice.enumerated() {
      let isChosen = index == choice
      let start = page.lines.count
      add([table.row(index, isChosen: isChosen, hasFocus: hasFocus)])
      guard isChosen else { continue }
      // Unfolded only for who asks, so that all changes are in sight at first.
      if hasFocus {
        paragraph(one.subject.layer.pytorchLine, .value, indent: 7)
        paragraph(Self.numbers(one.pass), .faint, indent: 7)
      }
      page.chosenLines = start..<page.lines.count
    }
    paragraph("products: useful ones. " + pass.sizeText, .faint)
  }

  private static func numbers(_ pass: ForwardPass) -> String {
    let products = pass[.usefulMultiplications].grouped
    return "\(products) useful products, \(pass[.parameters].grouped) parameters"
  }

  /// The two layers that compute the same as one transposed layer.
  private mutating func equivalents() {
    let equivalents = Equivalent.all(of: pass)
    guard !equivalents.isEmpty else { return }
    add([[], [Span(" "), Span("Two layers instead", .heading), Span("  even by design", .faint)]])
    for equivalent in equivalents {
      let cost = equivalent.convolution.cost(relativeTo: pass)
      row(equivalent.name, cost, nameWidth: 18)
      paragraph(equivalent.steps, .value, indent: 5)
      paragraph(equivalent.identity, .faint, indent: 5)
    }
  }

  private mutating func paragraph(_ text: String, _ style: Style, indent: Int = 3) {
    add(
      wrap(text, width: width - indent - 1, spelling).map {
        [Span(blanks(indent)), Span($0, style)]
      })
  }
}

extension PageView {
  /// How evenly the products meet, and what to do about it.
  static func verdict(_ state: ExplorerState) -> PageView {
    PageView(state) { pass, width in VerdictText(state, pass, width: width).page }
  }
}
