import SeededNumbers
import ConvArithmetic
import Testing

@Suite struct ExecutedCountTests {
  @Test func `products are those of loops over samples, channels, cells and taps`() throws {
    for (subject, pass) in LayerCase.validSamples(400, seed: 30) {
      let naive = NaiveLayer(subject: subject, output: pass.output.size)
      let (all, useful) = naive.products
      let filters = Count((subject.input.batch ?? 1) * naive.channelPairs)
      #expect(pass[.multiplications] == filters * Count(all), "\(subject)")
      #expect(pass[.usefulMultiplications] == filters * Count(useful), "\(subject)")
    }
  }

  @Test func `each line of the ledger is what loops over channels, cells and taps count`() throws {
    for (subject, pass) in LayerCase.validSamples(4_000, seed: 31) {
      let naive = NaiveLedger(NaiveLayer(subject: subject, output: pass.output.size))
      #expect(try NaiveLedger(pass.countsOfOneSample) == naive, "\(subject)")
      let samples = subject.input.batch ?? 1
      #expect(try NaiveLedger(pass.counts) == naive.times(samples), "\(subject)")
      #expect(pass[.executed] == Count(samples * naive.total), "\(subject)")
      #expect(pass[.useful] == Count(samples * naive.usefulTotal), "\(subject)")
      let share = Ratio(Count(naive.usefulTotal), Count(naive.total))
      #expect(Figure.usefulShare.ratio(pass) == share, "\(subject)")
    }
  }

  @Test func `positions reach the kept cells that a loop sees them reach`() throws {
    var random = SeededGenerator(seed: 32)
    for _ in 0..<4_000 {
      // Kept cells both fewer and more than the dilation, so that taps step over them.
      let axis = LayerCase.square(
        .convolution, input: random.number(in: 1...7), kernel: random.number(in: 1...4),
        stride: random.number(in: 1...5), padding: random.number(in: 0...12),
        dilation: random.number(in: 1...9))
      guard let coverage = try? axis.forward().axes.height.coverage else { continue }
      let cells = coverage.offset..<coverage.offset + coverage.size
      let reaching = (0..<coverage.positions).count { position in
        (0..<coverage.taps).contains { tap in
          cells.contains(position * coverage.stride + tap * coverage.dilation)
        }
      }
      #expect(coverage.reachingPositions == Count(reaching), "\(coverage)")
    }
  }

  @Test func `the hand counts of the transposed document's layers come out`() throws {
    // 2×2 input, k2: 16 products on 9 cells. Stride 3: 16 cells reached, 9 holes, all biased.
    let example = try LayerCase.square(.transposed, input: 2, kernel: 2).forward()
    #expect(example[.multiplications] == 16)
    #expect(example[.additions] == 7)
    #expect(example[.executed] == 23)
    let gaps = LayerCase.square(.transposed, input: 2, kernel: 2, stride: 3).bias(true)
    let executed = try gaps.forward()
    #expect(executed[.additions] == 0)
    #expect(executed[.biasAdditions] == 25)
    #expect(executed[.usefulBiasAdditions] == 16)
    #expect(Figure.usefulShare.ratio(executed) == Ratio(32, 41))
  }

  @Test func `padding zeros are multiplied, and useless`() throws {
    let pass = try LayerCase.square(.convolution, input: 1, kernel: 3, padding: 1).forward()
    #expect(pass[.multiplications] == 9)
    #expect(pass[.usefulMultiplications] == 1)
    #expect(pass[.documented] == 17)
  }

  @Test func `a transposed layer multiplies each input cell by its kernel and drops the crop`()
    throws
  {
    // pix2pix's first decoder layer: 2×2 of 4×4 products remain.
    let pass = try LayerCase.square(.transposed, input: 1, kernel: 4, stride: 2, padding: 1)
      .forward()
    #expect(pass[.multiplications] == 16)
    #expect(pass[.usefulMultiplications] == 4)
  }

  @Test func `without padding every product of a transposed layer is useful`() throws {
    for (kernel, stride) in [(1, 1), (2, 3), (4, 2), (5, 2)] {
      let executed = try LayerCase.square(
        .transposed, input: 6, kernel: kernel, stride: stride
      ).forward()
      #expect(executed[.multiplications] == executed[.usefulMultiplications])
    }
  }

  @Test func `an empty batch executes nothing`() throws {
    let pass = try LayerCase.square(.convolution, input: 8, kernel: 3).batch(0).forward()
    #expect(pass.output.dimensions == [0, 1, 6, 6])
    #expect(pass[.multiplications] == 0)
    #expect(pass[.executed] == 0)
    #expect(Figure.usefulShare.ratio(pass) == Ratio(1, 1))
    #expect(pass[.documented] == 0)
    #expect(pass[.operationsPerFilter] == Count(36 * 17))
  }

  @Test func `a count that does not fit throws`() throws {
    let pass = try LayerCase.square(.convolution, input: .max, kernel: 1).channels(.max, .max)
      .forward()
    #expect(pass[.multiplications].isOverflow)
    #expect(pass[.useful].isOverflow)
    #expect(Figure.usefulShare.ratio(pass)?.isOverflow == true)
    #expect(pass[.documented].isOverflow)
    #expect(pass[.printedSummary].isOverflow)
  }
}
