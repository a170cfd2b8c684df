extension AxisNetwork {
  /// The cells of each tensor that a cell of one of them depends on, or that depend on it.
  ///
  /// `sizes` are the cells of each tensor, without padding.
  ///
  /// - Returns: Runs of neighbours, rising; none where no cell is linked, `nil` where they are too
  ///   many, would take too long to find, or are not known.
  package func links(
    of cell: Int, in tensor: Int, sizes: [Int]
  ) -> [[ClosedRange<Count>]?] {
    guard sizes.count == nodes.count + 1, sizes.indices.contains(tensor) else { return [] }
    var effort = Effort()
    var linked = Array(repeating: LinkedCells.none, count: sizes.count)
    let picked = ReadSpan(first: Count(cell), last: Count(cell))
    linked[tensor] = .some(ReadCells(runs: [picked]))
    for place in nodes[..<tensor].indices.reversed() {
      for source in nodes[place].sources {
        let found =
          isBroadcast(source, at: place)
          ? linked[place + 1].all(of: 1)
          : linked[place + 1].passed(
            through: nodes[place].map, back: true, sizes[source], &effort)
        linked[source] = linked[source].merged(with: found)
      }
    }
    for place in nodes.indices.dropFirst(tensor) {
      for source in nodes[place].sources where source >= tensor {
        let found =
          isBroadcast(source, at: place)
          ? linked[source].all(of: sizes[place + 1])
          : linked[source].passed(
            through: nodes[place].map, back: false, sizes[place + 1], &effort)
        linked[place + 1] = linked[place + 1].merged(with: found)
      }
    }
    return linked.map(\.runs)

    /// Whether the one cell of a source stands for all cells of the others.
    func isBroadcast(_ source: Int, at place: Int) -> Bool {
      nodes[place].broadcasts && sizes[source] == 1 && sizes[place + 1] > 1
    }
  }
}

/// The cells of a tensor that something is linked with.
private enum LinkedCells {
  case none
  case some(ReadCells)
  case unknown

  var runs: [ClosedRange<Count>]? {
    switch self {
    case .none: []
    case .unknown: nil
    case .some(let cells): cells.runs.map { $0.first...$0.last }
    }
  }

  func merged(with other: LinkedCells) -> LinkedCells {
    switch (self, other) {
    case (.none, _): other
    case (_, .none): self
    case (.some(let cells), .some(let more)): LinkedCells(cells.merged(with: more))
    case (.unknown, _), (_, .unknown): .unknown
    }
  }

  /// All cells of a tensor of so many, where there is anything.
  func all(of size: Int) -> LinkedCells {
    guard case .some(let cells) = self, !cells.runs.isEmpty else { return self }
    return .some(ReadCells(runs: [ReadSpan(first: 0, last: Count(size) - 1)]))
  }

  private init(_ cells: ReadCells) { self = cells.isOverflow ? .unknown : .some(cells) }

  /// The cells of a tensor of so many on the other side of a module.
  func passed(
    through map: AxisMap, back: Bool, _ size: Int, _ effort: inout Effort
  ) -> LinkedCells {
    guard size >= 1, case .some(var cells) = self else { return size < 1 ? .none : self }
    let all = ReadSpan(first: 0, last: Count(size) - 1)
    if map.seesEverything { return .some(ReadCells(runs: [all])) }
    guard let taps = map.taps else { return .unknown }
    for step in back ? taps.reversed() : taps {
      // Who reads a cell is what the step in the other direction reads.
      let read = try? cells.read(through: back ? step : step.reversed, &effort)
      guard let read else { return .unknown }
      guard !read.runs.isEmpty else { return .none }
      cells = read
    }
    let kept = cells.runs.compactMap { run -> ReadSpan? in
      let (first, last) = (max(run.first, all.first), min(run.last, all.last))
      return first <= last ? ReadSpan(first: first, last: last) : nil
    }
    return kept.isEmpty ? .none : LinkedCells(ReadCells(runs: kept))
  }
}

extension ReadCells {
  /// What outputs of a step read; without runs where they read nothing.
  fileprivate func read(
    through taps: AxisTaps, _ effort: inout Effort
  ) throws(Unreached) -> ReadCells {
    var all: ReadCells?
    for run in runs {
      let phases = taps.isUp ? min(Count(taps.stride), run.size) : 1
      guard let phases = Int(exactly: phases), phases <= effort.phases else { throw .tooLong }
      for phase in 0..<phases {
        guard let reads = taps.reads(run.first + Count(phase)) else { continue }
        let outputs = (run.size - 1 - Count(phase)).floorDivided(by: Count(phases)) + 1
        guard let outputs = Int(exactly: outputs) else { throw .tooLong }
        let first = ReadCells(runs: [ReadSpan(first: reads.first, last: reads.first)])
        let found = first.repeated(reads.count, every: reads.step)
          .repeated(outputs, every: taps.isUp ? 1 : Count(taps.stride))
        guard !found.isOverflow else { throw .tooLong }
        try effort.spend(found.weight + (all?.weight ?? 0))
        all = all?.merged(with: found) ?? found
        if all?.isOverflow == true { throw .tooLong }
      }
    }
    return all ?? ReadCells(runs: [])
  }
}

extension AxisTaps {
  /// The step of the other direction, which is its gradient: from inputs to the outputs that read
  /// them.
  fileprivate var reversed: AxisTaps {
    AxisTaps(
      isUp ? .convolution : .transposed, kernelSize: kernelSize, stride: stride,
      dilation: dilation, before: before, after: after) ?? self
  }
}
