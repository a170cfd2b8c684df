import ConvArithmetic
import SeededNumbers
import Testing

/// Every number of the verdict on an axis against loops over its cells and taps.
@Suite struct AxisVerdictTests {
  /// Valid axes at random, with their counts by loops.
  private func samples(
    _ count: Int, seed: UInt64
  ) throws -> [(verdict: AxisVerdict, naive: NaiveAxis, subject: LayerCase)] {
    var random = SeededGenerator(seed: seed)
    var samples: [(verdict: AxisVerdict, naive: NaiveAxis, subject: LayerCase)] = []
    while samples.count < count {
      let isTransposed = Bool.random(using: &random)
      let subject = LayerCase.square(
        isTransposed ? .transposed : .convolution, input: random.number(in: 1...24),
        kernel: random.number(in: 1...9), stride: random.number(in: 1...6),
        padding: random.number(in: 0...8), dilation: random.number(in: 1...5),
        outputPadding: isTransposed ? random.number(in: 0...5) : 0)
      guard let pass = try? subject.forward() else { continue }
      let axis = pass.axes.height
      let naive = NaiveAxis(
        positions: isTransposed ? axis.input : axis.output, taps: axis.kernelSize,
        stride: axis.stride, dilation: axis.dilation, offset: axis.paddingBefore,
        size: isTransposed ? axis.output : axis.input)
      samples.append((try #require(pass.verdict).axes.height, naive, subject))
    }
    return samples
  }

  /// The taps of each phase, by a loop over the taps.
  private func phases(_ naive: NaiveAxis) -> [Int] {
    var phases = Array(repeating: 0, count: naive.stride)
    for tap in 0..<naive.taps { phases[tap * naive.dilation % naive.stride] += 1 }
    return phases
  }

  @Test func `phases, their levels and the evenness are those of a loop over the taps`() throws {
    for (verdict, naive, subject) in try samples(3_000, seed: 21) {
      let phases = phases(naive)
      #expect((0..<naive.stride).map { verdict.phases[$0] } == phases, "\(subject)")
      let levels = verdict.phases.levels
      #expect(levels.map(\.taps) == Set(phases).sorted(by: >), "\(subject)")
      for level in levels {
        #expect(level.phases == phases.count { $0 == level.taps }, "\(subject)")
      }
      #expect(verdict.isEven == (Set(phases).count == 1), "\(subject)")
      #expect(verdict.coverage.interiorRange.lowerBound == phases.min(), "\(subject)")
      #expect(verdict.coverage.interiorRange.upperBound == phases.max(), "\(subject)")
      let period = (1...naive.stride).first { period in
        naive.stride % period == 0
          && phases.indices.allSatisfy { phases[$0] == phases[$0 % period] }
      }
      #expect(verdict.coverage.period == period, "\(subject)")
    }
  }

  @Test func `cells inside receive their phase, and the parts are as their cells`() throws {
    var (withInterior, without) = (0, 0)
    for (verdict, naive, subject) in try samples(3_000, seed: 22) {
      let (counts, phases) = (naive.counts, phases(naive))
      let parts = [verdict.before, verdict.interior, verdict.after].compactMap(\.self)
      #expect(parts.flatMap { Array($0.cells) } == Array(counts.indices), "\(subject)")
      for part in parts {
        #expect(part.least == counts[part.cells].min().map { Count($0) }, "\(subject)")
        #expect(part.most == counts[part.cells].max().map { Count($0) }, "\(subject)")
      }
      if let interior = verdict.interior {
        withInterior += 1
        for cell in interior.cells {
          #expect(counts[cell] == phases[(cell + naive.offset) % naive.stride], "\(subject)")
        }
        #expect(verdict.holesInside == Count(counts[interior.cells].count { $0 == 0 }))
      } else {
        without += 1
        #expect(verdict.holesInside == 0)
      }
      #expect(verdict.holes == Count(counts.count { $0 == 0 }), "\(subject)")
    }
    #expect(withInterior > 1_000 && without > 100)
  }

  @Test func `trailing cells lie after every tap, and are output_padding less padding`() throws {
    for (verdict, naive, subject) in try samples(3_000, seed: 23) {
      let last = (naive.positions - 1) * naive.stride + (naive.taps - 1) * naive.dilation
      let behind = (0..<naive.size).count { $0 + naive.offset > last }
      #expect(verdict.trailing == Count(behind), "\(subject)")
      guard subject.layer.direction == .transposed,
        let padding = subject.layer.padding.equal
      else { continue }
      let kept = max(0, subject.layer.outputPadding.height - padding.height)
      #expect(behind == min(kept, naive.size), "\(subject)")
    }
  }

  @Test func `the variation is that of the counts, inside that of the phases`() throws {
    /// n·Σc² / (Σc)².
    func meanSquare(_ counts: [Int]) throws -> Ratio? {
      let (sum, squares) = (counts.reduce(0, +), counts.map { $0 * $0 }.reduce(0, +))
      return sum == 0 ? nil : Ratio(Count(counts.count * squares), Count(sum * sum))
    }
    for (verdict, naive, subject) in try samples(3_000, seed: 24) {
      let (whole, inside) = (try meanSquare(naive.counts), try meanSquare(phases(naive)))
      #expect(verdict.variation?.meanSquare == whole, "\(subject)")
      #expect(verdict.interiorVariation.meanSquare == inside, "\(subject)")
    }
  }

  @Test func `the popular rule is wrong just where stride and dilation share a divisor`() throws {
    var wrong = 0
    for (verdict, naive, subject) in try samples(3_000, seed: 25) {
      #expect(verdict.isEvenByPopularRule == (naive.taps % naive.stride == 0))
      if verdict.isEvenByPopularRule != verdict.isEven {
        wrong += 1
        #expect(!verdict.isEven && verdict.coverage.interiorRange.lowerBound == 0, "\(subject)")
        #expect((2...6).contains { naive.stride % $0 == 0 && naive.dilation % $0 == 0 })
      }
    }
    #expect(wrong > 100)
  }
}
