import ConvArithmetic
import LayerNotation
import Testing

/// The verdict and the advice as report and screen show them.
@Suite struct VerdictFactTests {
  private func sheet(
    _ kind: ConvLayer.Direction = .transposed, kernel: Spatial<Int>, stride: Int = 2,
    padding: Int = 0, dilation: Int = 1, outputPadding: Int = 0, input: Int = 8
  ) throws -> FactSheet {
    let subject = subject(
      layer(kind, 64, 32, kernel) {
        $0.stride = Spatial(square: stride)
        $0.padding = .explicit(Spatial(square: padding))
        $0.dilation = Spatial(square: dilation)
        $0.outputPadding = Spatial(square: outputPadding)
      }, input: input)
    return FactSheet(try subject.forward())
  }

  private func values(_ section: FactSection) -> [String] {
    section.facts.map { "\($0.name): \($0.value)" }
  }

  @Test func `the decoder of CycleGAN is judged as by hand`() throws {
    let section = try sheet(kernel: Spatial(square: 3), padding: 1, outputPadding: 1)[.verdict]
    #expect(section.title == "Verdict on the overlap")
    #expect(
      values(section) == [
        "H, W taps by phase: 2, 1", "H, W even: no, 2:1",
        "H, W inside: cells 0 to 14: 1 to 2, again every 2 cells",
        "H, W border cells: last cell: 1",
        "H, W holes: 0 inside, 0 in all", "most : least inside: 4:1", "period: 2, 2",
        "holes inside: 0",
        // Mean 3/2 and 5/2 of the squares: (10/9)² − 1 = 19/81.
        "variation inside: ≈0.484",
        // 16 cells, sum 23, squares 37: (592/529)² − 1 = 70,623/279,841.
        "variation of all: ≈0.502", "weight sums, ones: not flat, 1 to 4 (by phase 2, 1)",
        "weight sums, bilinear: flat, 1 each (by phase 1, 1)",
      ])
    #expect(section.facts[1].substituted == "gcd(1, 2) = 1, 3 mod 2 = 1")
    #expect(section.facts[9].substituted == "√(70,623/279,841)")
    #expect(section.notes.count == 1 && section.notes[0].hasPrefix("The counts are uneven, yet"))
  }

  @Test func `holes, the popular rule and dead cells are named`() throws {
    let section = try sheet(kernel: Spatial(square: 4), dilation: 2, outputPadding: 1, input: 4)[
      .verdict]
    #expect(values(section).contains("H, W even: no, 4:0"))
    #expect(values(section).contains("most : least inside: 16:0"))
    #expect(values(section).contains("H, W holes: 2 inside, 7 in all"))
    #expect(section.notes.contains { $0.contains("popular rule, k mod s = 0") })
    let dead = "No product reaches the last row and the last column: "
    #expect(section.notes.contains { $0.hasPrefix(dead) })
  }

  @Test func `axes that differ are judged apart, and a small input has no interior`() throws {
    let section = try sheet(kernel: Spatial(height: 4, width: 3), stride: 1, input: 1)[.verdict]
    #expect(values(section).prefix(5).map { $0.prefix(2) } == Array(repeating: "H ", count: 5))
    #expect(values(section).contains("W inside: none: the input is too small"))
    #expect(values(section).contains("W border cells: all 3 cells: 1"))
    #expect(section.notes.contains { $0.hasPrefix("Along H and W no cell is free") })
  }

  @Test func `of a convolution it is the reuse of its input`() throws {
    let section = try sheet(.convolution, kernel: Spatial(square: 3), input: 8)[.verdict]
    #expect(section.title == "Verdict on the reuse of the input")
    let unread = "No output reads the last row and the last column: "
    #expect(section.notes.contains { $0.hasPrefix(unread) })
    #expect(try sheet(.convolution, kernel: Spatial(square: 3))[.advice].facts.isEmpty)
  }

  @Test func `many phases are told by their kinds`() throws {
    let values = values(try sheet(kernel: Spatial(square: 33), stride: 16)[.verdict])
    #expect(values.first == "H, W taps by phase: 3 taps in 1 phase, 2 in 15")
    let one = self.values(try sheet(kernel: Spatial(square: 3), stride: 14)[.verdict])
    #expect(one.first == "H, W taps by phase: 1 tap in 3 phases, 0 in 11")
  }

  @Test func `advice names what changes, what it costs and what computes the same`() throws {
    let section = try sheet(kernel: Spatial(square: 3), padding: 1, outputPadding: 1)[.advice]
    let values = values(section)
    // 30²/23² = 900/529 useful products; (64·32·16 + 32)/(64·32·9 + 32) parameters.
    #expect(
      values.first
        == "change 1: kernel_size 3 → 4, output_padding 1 → 0: useful products ×1.70,"
        + " parameters ×1.78")
    #expect(
      values.contains(
        "resize, convolve: nn.Upsample(scale_factor=2), nn.Conv2d(64, 32, 3, padding=1), "
          + "useful products ×4.00, parameters ×1.00"))
    #expect(
      values.contains {
        $0.hasPrefix("sub-pixel: nn.Conv2d(64, 128, 3, padding=1), nn.PixelShuffle(2), ")
      })
    #expect(section.notes.first?.contains("every input, s times its own") == true)
    #expect(
      section.notes.contains { $0.contains("nn.ConvTranspose2d(64, 32, 4, stride=2, padding=1)") })
  }

  @Test(arguments: [
    // s channels of each output channel on every axis: 8·2·2·2, and 64·2.
    ("MONAI UNet up", "nn.Conv3d(48, 64, 3, padding=1), then 8 channels become 2×2×2 cells"),
    ("HiFi-GAN up 3", "nn.Conv1d(128, 128, 3, padding=1), then 2 channels become 2 cells"),
  ])
  func `of one and three axes PyTorch has no pixel shuffle`(name: String, steps: String) throws {
    let pass = try Preset.named(name).subject.forward()
    #expect(Equivalent.all(of: pass).map(\.steps).contains(steps))
  }

  @Test func `an even layer has nothing to be done`() throws {
    let section = try sheet(kernel: Spatial(square: 4), padding: 1)[.advice]
    #expect(section.notes.first == "Even inside: nothing to fix.")
    #expect(section.facts.map(\.name) == ["resize, convolve", "sub-pixel"])
  }

  @Test func `the report has verdict and advice after the overlap`() throws {
    let titles = try sheet(kernel: Spatial(square: 3)).reportSections.map(\.title)
    let place = try #require(titles.firstIndex { $0.hasPrefix("Overlap") })
    #expect(titles[place + 1] == "Verdict on the overlap")
    #expect(titles[place + 2].hasPrefix("Advice"))
    let convolution = try sheet(.convolution, kernel: Spatial(square: 3)).reportSections.map(
      \.title)
    #expect(!convolution.contains { $0.hasPrefix("Advice") })
  }
}
