import ConvArithmetic
import LayerNotation
import Testing

/// The solver's goals as they are read, and its answers and refusals in words.
@Suite struct SolverWordsTests {
  @Test(arguments: [
    ("16", SolverWish.goal(.size(Spatial(square: 16)))),
    (" 16 , 24 ", .goal(.size(Spatial(height: 16, width: 24)))),
    ("(1, 64, 23, 24)", .goal(.size(Spatial(height: 23, width: 24)))),
    ("64,23,24", .goal(.size(Spatial(height: 23, width: 24)))),
    ("same", .goal(.times(1, for: .everyInput))), ("Double", .goal(.times(2, for: .everyInput))),
    ("triple", .goal(.times(3, for: .everyInput))), ("half", .goal(.part(2, for: .everyInput))),
    ("x4", .goal(.times(4, for: .everyInput))), ("×4", .goal(.times(4, for: .everyInput))),
    ("4x", .goal(.times(4, for: .everyInput))), ("/ 3", .goal(.part(3, for: .everyInput))),
    ("÷3", .goal(.part(3, for: .everyInput))),
    ("undo", .undo),
  ])
  func `a goal is read as a person writes it`(text: String, wish: SolverWish) {
    #expect(SolverWish(text, axes: 2) == wish)
  }

  @Test(arguments: [
    "", " ", "0", "-1", "16,0", "x0", "0x", "-2x", "x", "/", "x-1", "twice", "1,2,3,4,5", "16x16",
    "x99999999999999999999",
    "9223372036854775808", "same,same", "\u{1B}[31m",
  ])
  func `what is no goal is none`(text: String) {
    #expect(SolverWish(text, axes: 2) == nil)
  }

  @Test func `a goal says what it wants, and of whom`() {
    let goals: [(SolverGoal, String)] = [
      (.size(Spatial(height: 16, width: 24)), "16×24 of this input"),
      (.times(2, for: .everyInput), "×2 of every input"),
      (.times(2, for: .thisInput), "×2 of this input"),
      (.part(2, for: .everyInput), "÷2 of every multiple of 2"),
      (.same(for: .everyInput), "the same size of every input"),
    ]
    for (goal, text) in goals { #expect("\(goal.text) \(goal.audienceText)" == text) }
  }

  @Test func `what shall grow takes a transposed layer`() {
    let input = Spatial(height: 8, width: 9)
    #expect(
      SolverGoal.size(Spatial(height: 8, width: 10)).usualKind(input: input) == .transposed)
    #expect(SolverGoal.size(input).usualKind(input: input) == .convolution)
    #expect(SolverGoal.times(2, for: .everyInput).usualKind(input: input) == .transposed)
    #expect(SolverGoal.same(for: .everyInput).usualKind(input: input) == .convolution)
    #expect(SolverGoal.part(2, for: .thisInput).usualKind(input: input) == .convolution)
  }

  private func question(
    _ kind: ConvLayer.Direction, _ goal: SolverGoal, input: Int = 8, limits: AxisLimits? = nil
  ) -> SolverQuestion {
    SolverQuestion(
      subject(layer(kind, 64, 32, Spatial(square: 3)), input: input), goal: goal,
      limits: limits.map(Spatial.init(square:)))
  }

  /// 64·32·2·2 + 32 parameters; 8·8·2·2·64·32 products; those of k3 s2 p1 op1 are 18,464 and
  /// 23·23·64·32 = 1,083,392: 1,843,200/1,083,392 is 1.70.
  @Test func `a row says its numbers, its costs and its reason`() throws {
    let question = question(.transposed, .times(2, for: .everyInput))
    let checkerboard = layer(.transposed, 64, 32, Spatial(square: 3)) {
      $0.stride = Spatial(square: 2)
      $0.padding = .explicit(Spatial(square: 1))
      $0.outputPadding = Spatial(square: 1)
    }
    let present = try subject(checkerboard).forward()
    let rows = try question.answer().solutions.map {
      SolutionRow($0, of: question.subject, present: present)
    }
    #expect(
      SolutionColumn.allCases.map { rows[0].text($0) } == [
        "2", "2", "0", "1", "0", "even", "×2", "2", "8,224", "0.45×", "524,288", "0.48×", "usual",
        "nn.ConvTranspose2d(64, 32, 2, stride=2)",
      ])
    #expect(rows[0].reason == "even · usual · 0.48× products")
    #expect(rows[1].reason == "even · usual · 1.70× products")
    let same = try #require(rows.first { $0.subject.layer == checkerboard })
    #expect(same.reason == "uneven 4:1 · rare op · 1.00× products")
    let gaps = try #require(rows.first { $0.solution.evenness == .gaps })
    #expect(gaps.reason.hasPrefix("holes 1:0 · rare k, op · "))
  }

  @Test func `a factor is written in three digits`() {
    let ratios: [(Int, Int, String?)] = [
      (0, 7, "0.00×"), (1, 300, "<0.01×"), (4, 9, "0.44×"), (16, 9, "1.78×"), (999, 100, "9.99×"),
      (9996, 1000, "10×"), (49, 1, "49×"), (123_456, 1, "123,456×"), (1, 0, nil),
    ]
    for (part, whole, text) in ratios {
      #expect(Count(part).timesText(of: Count(whole)) == text)
    }
    #expect(Count(Int128.max).timesText(of: 1) == nil)
  }

  @Test func `channels that do not fit their groups have no costs`() throws {
    var question = question(.transposed, .times(2, for: .everyInput))
    question.subject.layer.groups = 3
    let row = SolutionRow(try #require(try question.answer().solutions.first), of: question.subject)
    #expect(row.text(.parameters) == "–")
    #expect(row.text(.relativeProducts) == "–")
    #expect(row.reason == "even · usual")
  }

  @Test func `a question says what is searched`() {
    #expect(
      question(.convolution, .size(Spatial(square: 14)), input: 224).limitsText
        == "kernel_size 1–11, 16, 31–33, stride 1–4, 16, dilation 1–2, padding up to d(k − 1)")
    let limits = AxisLimits(
      kernelSizes: [4], strides: [2], dilations: [1], padding: .exactly(1), outputPadding: 0)
    let fixed = question(.transposed, .times(2, for: .everyInput), limits: limits)
    #expect(fixed.limitsText == "kernel_size 4, stride 2, dilation 1, padding 1, output_padding 0")
    #expect(fixed.text == "ConvTranspose2d that makes ×2 of every input")
  }

  @Test func `what cannot be done says why, and what can`() {
    func lines(_ question: SolverQuestion) -> [String] {
      do throws(SolverFailure) {
        _ = try question.answer()
        return []
      } catch {
        return error.lines
      }
    }
    let narrow = AxisLimits(kernelSizes: [3], strides: [1, 2], dilations: [1])
    #expect(
      lines(question(.convolution, .size(Spatial(square: 64)), input: 10, limits: narrow))
        == ["no Conv2d within the limits makes 64 from 10; the largest size is 12"])
    // 2·7 + 3 − 2p + output_padding: 13 … 18, and 6 … 10 at stride 1.
    #expect(
      lines(
        question(
          .transposed, .size(Spatial(height: 11, width: 5)), input: 8, limits: narrow))
        == [
          "along H: no ConvTranspose2d within the limits makes 11 from 8; the nearest sizes are 10 and 13",
          "along W: no ConvTranspose2d within the limits makes 5 from 8; the smallest size is 6",
        ])
    #expect(
      lines(question(.convolution, .times(2, for: .everyInput)))
        == [
          "no Conv2d makes ×2 of every input: it has one output for each stride at most; a"
            + " ConvTranspose2d does"
        ])
    #expect(
      lines(question(.transposed, .times(3, for: .everyInput), limits: narrow))
        == ["a factor for every input needs stride 3, which the limits exclude"])
    #expect(
      lines(question(.convolution, .part(2, for: .thisInput), input: 9)) == [
        "9 is not a multiple of 2"
      ])
  }

  @Test func `the round trip lists the inputs of an output with their index`() throws {
    let pass = try subject(
      layer(.convolution, 3, 3, Spatial(square: 4)) { $0.stride = Spatial(square: 3) }, input: 14
    ).forward()
    let section = try #require(FactSection.roundTrip(pass, most: 8))
    #expect(section.facts.map(\.name) == [13, 14, 15].map { "H, W \($0) → 4 → \($0)" })
    #expect(
      section.facts.map(\.value) == [
        "output_padding 0", "output_padding 1, now", "output_padding 2",
      ])
    let short = try #require(FactSection.roundTrip(pass, most: 1))
    #expect(short.facts.map(\.value) == ["output_padding 0", "up to 15"])
  }
}
