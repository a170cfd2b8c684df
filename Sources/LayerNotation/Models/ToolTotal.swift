import ConvArithmetic

/// What one public counter prints for the convolutions of a model.
package struct ToolTotal: Sendable {
  package let convention: OperationConvention
  private var sum: Count = 0
  /// The convolutions that it counts, those on which it fails, and those of which it is not known
  /// what it counts.
  package private(set) var covered: Count = 0
  package private(set) var failing: Count = 0
  package private(set) var unknown: Count = 0

  /// The sum; `nil` where it counts none of the convolutions.
  package var count: Count? { covered == 0 && missing > 0 ? nil : sum }
  package var missing: Count { failing + unknown }

  /// The sums over distinct layers, each of which is there so many times, rounded down each; and so
  /// many times of complex numbers.
  static func all(
    _ passes: [ForwardPass], _ times: [Count], _ complex: [Count] = []
  ) -> [ToolTotal] {
    OperationConvention.tools.map { convention in
      var total = ToolTotal(convention: convention)
      for (pass, times) in zip(passes, times) { total.add(pass, times: times) }
      for (pass, times) in zip(passes, complex) where times > 0 {
        total.add(complex: pass, times: times)
      }
      return total
    }
  }

  private init(convention: OperationConvention) { self.convention = convention }

  private mutating func add(_ pass: ForwardPass, times: Count) {
    if let one = pass.counts.count(convention) {
      sum = sum + one * times
      covered = covered + times
    } else if convention.failure(pass)?.isRecorded == true {
      failing = failing + times
    } else {
      unknown = unknown + times
    }
  }

  /// PyTorch's own counter sees the real convolutions; what others count of complex numbers is not
  /// recorded.
  private mutating func add(complex pass: ForwardPass, times: Count) {
    guard convention == .torchFlopCounter, let one = pass.counts.count(convention) else {
      return unknown = unknown + times
    }
    sum = sum + one * GraphCost.realsOfComplex * times
    covered = covered + times
  }

  /// The sums over layers on their inputs, each so many times.
  package static func all(_ layers: some Sequence<(subject: LayerCase, times: Int)>) -> [ToolTotal]
  {
    var applied = AppliedLayers()
    var times: [Count] = []
    for layer in layers {
      guard let place = try? applied.place(of: layer.subject) else { continue }
      if place == times.count { times.append(0) }
      times[place] = times[place] + Count(layer.times)
    }
    return all(applied.passes, times)
  }

  /// What stands above them: the counters have rules of their own for other modules.
  package static let heading = Sentence.countersOfConvolutions()

  /// A row for each counter, with what it covers of so many stages; `torchFlops` is what PyTorch's
  /// own counter counts of all operations.
  package static func table(
    _ totals: [ToolTotal], of stages: Count, torchFlops: Count? = nil
  ) -> Table {
    Table(
      [.init("counter"), .init("count", .trailing), .init("unit"), .init("covers")],
      texts: totals.map { total in
        [
          total.convention.name, total.count?.words ?? "–", total.convention.unit.rawValue,
          total.coverage(of: stages),
        ]
      }
        + (torchFlops.map {
          [[OperationConvention.torchFlopCounter.name, $0.words, "op", "the whole model"]]
        } ?? []))
  }

  /// `20 convolutions; 40 other stages not counted`, `18 of 20 convolutions, fails on 2`, or
  /// `not known for 42 of 42 convolutions`.
  private func coverage(of stages: Count) -> String {
    let all = covered + missing
    let others = stages - all
    let parts = [("", covered), ("fails on ", failing), ("not known for ", unknown)]
      .filter { $0.1 > 0 }.map { $0 + $1.grouped }
    let whole = missing == 0 ? "" : " of " + all.grouped
    let first = (parts.first ?? "0") + whole + (all == 1 ? " convolution" : " convolutions")
    return ([first] + parts.dropFirst()).joined(separator: ", ")
      + (others > 0 ? "; \(others.counted("other stage")) not counted" : "")
  }
}
