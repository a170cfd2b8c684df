extension PlainWords {
  /// The layer and all that a listener needs to know about it, in short lines.
  var summary: [String] {
    let subject = state.subject
    let mark = state.hasAssumedInput ? ", assumed" : ""
    return [subject.layer.pytorchLine, "input \(subject.input.text)\(mark)"] + outcome
  }

  /// What follows from the layer: shapes, counts and pattern, or why there is no output.
  var outcome: [String] {
    switch state.outcome {
    case .success(let pass):
      return [
        "output \(pass.output.text)",
        "weight \(tupleText(pass.weight)), parameters \(pass[.parameters].words)",
        "operations as documented \(pass[.documented].words): filters"
          + " \(pass[.filters].words), operations per filter"
          + " \(pass[.operationsPerFilter].words), aggregation \(pass[.aggregation].words)",
        "products really formed \(pass[.multiplications].words), useful"
          + " \(pass[.usefulMultiplications].words)",
      ] + pattern(pass.overlap)
        + (state.sampleTimes.map { [$0.texts[0]] } ?? [])
        + state.budget.exceeded(by: pass).map { "\($0.limit.name) \($0.verdict)" }
    case .failure(let refusal):
      return ["no output: PyTorch refuses this layer"] + refusal.lines
        + ["fix applies the nearest valid values"]
    }
  }

  var report: [String] { ifValid { FactSheet($0).sections.flatMap(lines) } }

  /// As much of the map as a page holds, in characters, with its legend.
  var map: [String] {
    ifValid { pass in
      // Without spare room: a line for each row of the map, as it is read out.
      let size = ScreenSize(columns: 78, rows: min(40, max(1, pass.overlap.planar.size.height) + 1))
      let frame = MapPanel(state, pass).draw(size)
      return frame.text.split(separator: "\n").map(String.init)
    }
  }

  /// What the groups are called, what they connect, and what they save.
  var channels: [String] {
    ifValid { pass in
      let writer = LineWriter(width: 78, spelling: state.spelling)
      let page = PageWriter(state: state, pass: pass, writer: writer, rows: 0)
      return [page.groupTitle, page.groupMeaning]
        + (page.weightShapes + page.groupCounts).map(Self.text)
    }
  }

  /// The layer in one library, or in each, all but the code in comments.
  func code(_ name: String) -> [String] {
    ifValid { pass in
      DialectFact.all(pass).filter { name.isEmpty || $0.dialect.rawValue == name.lowercased() }
        .flatMap { $0.lines(state.spelling, width: 88) }
    }
  }

  var verdict: [String] {
    ifValid { pass in [pass.verdict?.line].compactMap(\.self) + lines(FactSheet(pass)[.verdict]) }
  }

  /// What makes the overlap even, or what came of a change that was taken.
  func advice(_ number: String) -> [String] {
    guard number.isEmpty else { return changes }
    return ifValid { pass in
      guard pass.layer.direction == .transposed else {
        return ["advice is for the overlap of transposed layers"]
      }
      let isNeeded = !pass.overlap.isEvenInside
      return lines(FactSheet(pass)[.advice]) + (isNeeded ? ["advice 1 takes the first change"] : [])
    }
  }

  var cell: [String] {
    ifValid { pass in
      guard let trace = state.trace else { return [pass.traceRefusal] }
      let grid = state.cellCursor.grid
      let arithmetic = CellArithmetic(pass, trace, grid, state.cellCursor.cell(of: grid, in: trace))
      return [arithmetic.equation(most: 16), arithmetic.words]
        + [arithmetic.channels].compactMap { $0 }
        + pass.layer.axes.map { "\($0.letter)  \(arithmetic.relation($0, most: 4))" }
    }
  }

  /// The map in words: each axis by itself, then both together.
  private func pattern(_ map: OverlapMap) -> [String] {
    let isTransposed = state.subject.layer.direction == .transposed
    let what = isTransposed ? "products" : "reads"
    let extremes = [
      "least \(map.minimum.words), most \(map.maximum.words) \(what) in a cell,"
        + " \(map.holes.words) cells with none"
    ]
    let verdict = map.isEvenInside ? "even away from the borders" : "uneven away from the borders"
    let axes = zip(map.coverage.axes, map.coverage).map { axisWords($0.place, $1) }
    return axes + extremes + [verdict]
  }

  private func axisWords(_ name: String, _ coverage: Coverage) -> String {
    let period = coverage.period
    let start = coverage.interior.lowerBound
    guard coverage.interior.count >= period, period <= 16 else {
      let range = coverage.interiorRange
      return "\(name)s: inside from \(range.lowerBound) to \(range.upperBound)"
    }
    let counter = CellCounter(coverage)
    let counts = (start..<start + period).map { String(counter.count(at: $0)) }
    return period == 1
      ? "\(name)s: \(counts[0]) everywhere inside"
      : "\(name)s: \(counts.joined(separator: " ")) from \(name) \(start)"
        + " on, repeating"
  }
}
