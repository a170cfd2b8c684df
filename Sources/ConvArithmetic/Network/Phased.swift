/// Something of what each cell of a tensor reads of the network's input.
///
/// The cells that a sum over several cells reads are all of theirs.
protocol PathSum: Equatable, Sendable {
  /// The same, so many input cells further on.
  func shifted(by cells: Count) -> Self
  /// All of it and of as many copies, each so many input cells further on than the one before.
  func repeated(_ count: Int, every cells: Count) -> Self
  /// Both together.
  func merged(with other: Self) -> Self
  /// Whether a number of it does not fit.
  var isOverflow: Bool { get }
  /// How much work it is to go through it once.
  var weight: Int { get }
  /// Whether of neighbouring cells the first and the last say all, where both only rise.
  static var isInterval: Bool { get }
  /// Whether it is not before the other.
  func isRising(from other: Self) -> Bool
}

/// Something of the cells of a tensor away from all borders, which comes again after a period.
///
/// The cells that are a period T apart read the same, T·jump input cells further on. Behind a stride
/// of s going down the period is T/gcd(T, s), going up it is T·s; so it divides the product of the
/// strides going up, and the reads of all cells follow from those of T.
struct Phased<Value: PathSum>: Equatable, Sendable {
  /// Of the cells 0 ..< T; `nil` for one that reads nothing.
  let values: [Value?]
  /// T·jump, in input cells.
  let shift: Count
  /// Whether each value but the first is not before the one that precedes it.
  private let isRising: Bool

  init(values: [Value?], shift: Count) {
    (self.values, self.shift) = (values, shift)
    var rises = Value.isInterval
    var before = values.last.flatMap { $0 }?.shifted(by: 0 - shift)
    for value in values where rises {
      guard let value, let last = before else {
        rises = false
        break
      }
      rises = value.isRising(from: last)
      before = value
    }
    isRising = rises
  }

  /// The input itself, each of whose cells is such a value of its own.
  init(input: Value) { self.init(values: [input], shift: 1) }

  var period: Int { values.count }

  var jump: Ratio { Ratio(shift, Count(period)) }
}

/// Why something of the outputs of a tensor is not told.
package enum Unreached: Error, Equatable, Sendable {
  /// A module before it sees all of the input, however large.
  case everything
  /// Its period, or a list in it, is too long to be gone through, or a number does not fit.
  case tooLong
  /// Branches meet whose cells are not equally far apart in the input, so that nothing comes again.
  case jumpsDiffer
  /// Branches meet whose sizes are not the same.
  case sizesDiffer
  /// Which cells a module before it reads is not known.
  case unknown
  /// The same, but all cells of the input are among those that its cells see together.
  case uncounted
}

/// How much work is done for a figure before it is called too long.
struct Effort {
  /// The most cells of a period.
  var phases = 4096
  /// The readings that are left.
  var readings = 1 << 20

  mutating func spend(_ count: Int) throws(Unreached) {
    guard count <= readings else { throw .tooLong }
    readings -= count
  }
}

extension Phased {
  /// The value of any cell.
  func value(at cell: Count) -> Value? {
    let (periods, phase) = cell.split(by: Count(period))
    guard let phase = Int(exactly: phase) else { return nil }
    return periods == 0 ? values[phase] : values[phase]?.shifted(by: periods * shift)
  }

  /// What the outputs of a step read, whose input this is.
  func passed(
    through taps: AxisTaps, _ effort: inout Effort
  ) throws(Unreached) -> Phased {
    let divisor = taps.isUp ? 1 : greatestCommonDivisor(period, taps.stride)
    let (product, overflow) = period.multipliedReportingOverflow(by: taps.isUp ? taps.stride : 1)
    guard !overflow, product <= effort.phases else { throw .tooLong }
    // Cells that are a whole number of periods apart read copies of the same.
    let apart = period / greatestCommonDivisor(period, taps.step % period)
    let cycle = Cycle(
      apart: apart,
      shift: (Count(taps.step) * Count(apart)).floorDivided(by: Count(period)) * shift)
    var values: [Value?] = []
    values.reserveCapacity(product / divisor)
    for cell in 0..<product / divisor {
      guard let reads = taps.reads(Count(cell)) else {
        values.append(nil)
        continue
      }
      values.append(try value(of: reads, cycle, &effort))
    }
    let shift = taps.isUp ? shift : shift * Count(taps.stride / divisor)
    guard !shift.isOverflow, !values.contains(where: { $0?.isOverflow == true }) else {
      throw .tooLong
    }
    return Phased(values: values, shift: shift)
  }

  /// How many of equally distant cells it is until they read copies of the same, and how far those
  /// are shifted.
  private struct Cycle {
    let apart: Int
    let shift: Count
  }

  /// What some cells read together.
  private func value(
    of cells: CellProgression, _ cycle: Cycle, _ effort: inout Effort
  ) throws(Unreached) -> Value? {
    if isRising {
      try effort.spend(1)
      guard let first = value(at: cells.first), cells.count > 1 else {
        return value(at: cells.first)
      }
      return value(at: cells.last).map(first.merged)
    }
    let distinct = min(cells.count, cycle.apart)
    try effort.spend(distinct)
    var result: Value?
    for place in 0..<distinct {
      guard let value = value(at: cells.first + Count(place) * cells.step) else { continue }
      let count = (cells.count - 1 - place) / cycle.apart + 1
      let copies = count > 1 ? value.repeated(count, every: cycle.shift) : value
      try effort.spend(copies.weight + (result?.weight ?? 0))
      result = result?.merged(with: copies) ?? copies
    }
    return result
  }

  /// What both tensors read together, cell by cell.
  func merged(with other: Phased, _ effort: inout Effort) throws(Unreached) -> Phased {
    guard shift * Count(other.period) == other.shift * Count(period) else { throw .jumpsDiffer }
    let times = other.period / greatestCommonDivisor(period, other.period)
    let (common, overflow) = period.multipliedReportingOverflow(by: times)
    guard !overflow, common <= effort.phases else { throw .tooLong }
    try effort.spend(common)
    let values = (0..<common).map { cell -> Value? in
      guard let value = value(at: Count(cell)) else { return other.value(at: Count(cell)) }
      return other.value(at: Count(cell)).map(value.merged) ?? value
    }
    return Phased(values: values, shift: shift * Count(times))
  }
}

extension AxisNetwork {
  typealias Told<Value: PathSum> = Result<Phased<Value>, Unreached>

  /// What each tensor reads of the input, in one pass from the input on.
  func told<Value>(_ input: Value, effort: Effort = Effort()) -> [Told<Value>] {
    var effort = effort
    return forward(
      from: .success(Phased(input: input)), { Self.joined($0, $1, &effort) },
      { Self.passed($0, $1, &effort) })
  }

  private static func joined<Value>(
    _ first: Told<Value>, _ second: Told<Value>, _ effort: inout Effort
  ) -> Told<Value> {
    switch (first, second) {
    case (.success(let value), .success(let other)):
      Result { () throws(Unreached) in try value.merged(with: other, &effort) }
    case (.failure(.everything), _), (_, .failure(.everything)): .failure(.everything)
    case (.failure(.unknown), .failure(.unknown)): first
    case (.failure(.unknown), _), (_, .failure(.unknown)): .failure(.uncounted)
    case (.failure, _): first
    case (_, .failure): second
    }
  }

  private static func passed<Value>(
    _ told: Told<Value>, _ map: AxisMap, _ effort: inout Effort
  ) -> Told<Value> {
    guard let taps = map.taps else {
      guard map.seesInput, told != .failure(.unknown) else { return .failure(.unknown) }
      let isAll = map.seesEverything || told == .failure(.everything)
      return .failure(isAll ? .everything : .uncounted)
    }
    return told.flatMap { input in
      Result { () throws(Unreached) in
        var value = input
        for step in taps { value = try value.passed(through: step, &effort) }
        return value
      }
    }
  }
}
