import ConvArithmetic

/// What one public counter prints for the convolutions of a model.
package struct ToolTotal: Sendable {
  package let convention: OperationConvention
  package private(set) var count: Count = 0
  /// The convolutions that it counts, and those on which it fails.
  package private(set) var covered: Count = 0
  package private(set) var missing: Count = 0

  /// The sums over distinct layers, each of which is there so many times, rounded down each.
  static func all(_ passes: [ForwardPass], _ times: [Count]) -> [ToolTotal] {
    OperationConvention.tools.map { convention in
      zip(passes, times).reduce(into: ToolTotal(convention: convention)) { total, layer in
        if let count = layer.0.counts.count(convention) {
          total.count = total.count + count * layer.1
          total.covered = total.covered + layer.1
        } else {
          total.missing = total.missing + layer.1
        }
      }
    }
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
          total.convention.name, total.count.words, total.convention.unit.rawValue,
          total.coverage(of: stages),
        ]
      }
        + (torchFlops.map {
          [[OperationConvention.torchFlopCounter.name, $0.words, "op", "the whole model"]]
        } ?? []))
  }

  /// `20 convolutions, fails on 1; 40 other stages not counted`.
  private func coverage(of stages: Count) -> String {
    let others = stages - covered - missing
    return covered.counted("convolution")
      + (missing == 0 ? "" : ", fails on \(missing.grouped)")
      + (others > 0 ? "; \(others.counted("other stage")) not counted" : "")
  }
}
