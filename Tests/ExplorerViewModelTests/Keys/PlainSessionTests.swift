import SeededNumbers
import ConvArithmetic
import ExplorerViewModel
import Testing

/// The explorer as a conversation in lines.
@Suite struct PlainSessionTests {
  private func session(_ lines: String...) throws -> PlainSession {
    var session = PlainSession(try .on(80, 24))
    for line in lines { _ = session.answer(line) }
    return session
  }

  @Test func `it begins with the layer, its shapes, its counts and its pattern in words`() throws {
    let summary = try session().opening
    #expect(
      summary == [
        "nn.ConvTranspose2d(64, 32, 3, stride=2, padding=1, output_padding=1)",
        "input (1, 64, 8, 8)",
        "output (1, 32, 16, 16)",
        "weight (64, 32, 3, 3), parameters 18,464",
        "operations as documented 5,801,984: filters 2,048, operations per filter 2,577,"
          + " aggregation 524,288",
        "products really formed 1,179,648, useful 1,083,392",
        "rows: 1 2 from row 0 on, repeating",
        "columns: 1 2 from column 0 on, repeating",
        "least 1, most 4 products in a cell, 0 cells with none",
        "uneven away from the borders",
      ])
  }

  @Test func `an assignment is answered with what it changed and what follows`() throws {
    var session = try session()
    let answer = session.answer("kernel_size=4 output_padding=0")
    #expect(
      answer.prefix(3) == ["kernel_size 3 → 4", "output_padding 1 → 0", "output (1, 32, 16, 16)"])
    #expect(answer.contains("rows: 2 everywhere inside"))
    #expect(answer.last == "even away from the borders")
  }

  @Test func `an error loses nothing`() throws {
    var session = try session("k=5")
    let before = session.state.subject
    for line in ["k=0", "nonsense", "undo twice", "presets 0", "presets 999", "k=", "=", "😀=3"] {
      let answer = session.answer(line)
      #expect(!answer.isEmpty)
      #expect(session.state.subject == before, "\(line)")
    }
  }

  @Test func `a refused layer is explained and fixed`() throws {
    var session = try session("groups=3")
    #expect(session.opening.contains { $0.contains("in_channels 64 is not divisible by groups 3") })
    #expect(session.answer("fix") == ["now groups 2"])
    #expect(session.state.layer.groups == 2)
    _ = session.answer("undo")
    #expect(session.state.layer.groups == 3)
  }

  @Test func `the arithmetic of a cell is said, of the output or of another grid`() throws {
    var session = try session()
    #expect(
      session.answer("cell 3 4") == [
        "y[3,4] = Σ (w[0,1]·x[2,2] + w[2,1]·x[1,2]) + bias", "2 × 1 = 2 products reach it",
        "summed over 64 input channels",
        "H  i·s + t·d − p = o: 2·2 + 0·1 − 1 = 3, 1·2 + 2·1 − 1 = 3",
        "W  i·s + t·d − p = o: 2·2 + 1·1 − 1 = 4",
      ])
    #expect(session.answer("cell") == session.answer("cell y 3 4"))
    #expect(session.answer("cell x 0 0")[1] == "4 of its 9 products are kept, the others cropped")
    #expect(session.answer("cell w 1 1")[1] == "a tap of 64 products")
    #expect(session.answer("cell 16 0") == ["there is no y[16,0]"])
    for line in ["cell 3", "cell 1 2 3", "cell z 1 2", "cell x y", "cell x 1 99999999999999999999"]
    {
      #expect(session.answer(line).first?.contains("is not a cell") == true)
    }
    _ = session.answer("groups=3")
    #expect(session.answer("cell 3 4").contains("fix applies the nearest valid values"))
  }

  @Test func `a question hides the result until what is typed next answers it`() throws {
    var session = try session("k=4 output_padding=0")
    #expect(
      session.answer("predict") == [
        " Predict",
        " nn.ConvTranspose2d(64, 32, 4, stride=2, padding=1) on an input of (1, 64, 8, 8)",
        " What is the shape of the output, (N, C_out, H_out, W_out)?",
        "answer with four numbers, or H,W alone; ? shows the answer, leave ends",
      ])
    for line in ["show", "report", "map", "k=3", "undo", "1,2,3"] {
      #expect(
        session.answer(line) == ["that is not four numbers, or H,W alone; ? shows the answer"])
    }
    #expect(
      session.answer("20,20") == [
        " Not (1, 32, 20, 20): it is (1, 32, 16, 16).",
        " Misconception: padding added",
        " That adds the padding; in a ConvTranspose2d padding crops the output, so 2p is subtracted.",
        "   H_out, W_out           (i − 1)s + 2p + d(k − 1) + output_padding + 1",
        "                          = (8 − 1)·2 + 2·1 + 1·(4 − 1) + 0 + 1 = 20",
        " How it comes about",
        "   H_out, W_out           (i − 1)s − 2p + d(k − 1) + output_padding + 1",
        "                          = (8 − 1)·2 − 2·1 + 1·(4 − 1) + 0 + 1 = 16",
        "   Dumoulin & Visin: R13 (a = 0).",
      ])
    #expect(session.answer("predict").first == " Predict; 0 of 1 right")
    #expect(session.answer("?").first == " It is (64, 32, 4, 4).")
    #expect(session.answer("show").first == "nn.ConvTranspose2d(64, 32, 4, stride=2, padding=1)")
  }

  @Test func `exercises have levels, and leave the layer as it is`() throws {
    var session = try session("k=5")
    let before = session.state.subject
    #expect(session.answer("quiz").first == " Exercise 1, level 1, seed 1")
    #expect(session.answer("quiz 3").first == " Exercise 2, level 3, seed 1")
    #expect(session.answer("quiz 4") == ["the levels are 1, 2 and 3"])
    #expect(session.answer("quiz").first == " Exercise 3, level 3, seed 1")
    #expect(session.answer("leave") == ["no more questions"])
    #expect(session.answer("leave") == ["there is no question to leave"])
    #expect(session.state.subject == before)
    #expect(
      session.answer("show").first
        == "nn.ConvTranspose2d(64, 32, 5, stride=2, padding=1, output_padding=1)")
  }

  @Test(arguments: 1...6) func `the change that is taken is the one that is listed`(
    number: Int
  ) throws {
    var session = try session()
    let list = session.answer("advice").joined(separator: " ").split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    // even, COST: CHANGES, in the list CHANGES: COST.
    let taken = try #require(session.answer("advice \(number)").first)
    let parts = taken.replacing("even, ", with: "").split(separator: ": ", maxSplits: 1)
    #expect(parts.count == 2)
    #expect(list.contains("change \(number) \(parts[1]): \(parts[0])"), "\(taken)")
  }

  @Test func `every command answers, and only quit ends`() throws {
    for word in Command.all.flatMap({ [$0.name] + $0.words }).filter({ !$0.isEmpty }) {
      var session = try session("k=5")
      let answer = session.answer(word)
      let ends = ["quit", "q", "exit"].contains(word)
      #expect(session.isFinished == ends)
      #expect(answer.isEmpty == ends, "\(word)")
    }
  }

  @Test func `help names every command by its group`() throws {
    var session = try session()
    let help = session.answer("help").joined(separator: "\n")
    let words = [
      "show", "report", "map", "cell", "channels", "verdict", "advice", "code", "transposed",
      "bias", "fix", "undo", "redo", "reset", "solve", "take", "pytorch", "share", "layer",
      "keep", "snapshots", "open", "presets", "predict", "quiz", "lessons", "lesson", "next",
      "back", "leave", "help", "quit", "budget", "baseline", "compare", "sweep",
    ]
    for word in words { #expect(help.contains("  \(word): ")) }
    #expect(help.contains("The layer") && help.contains("Learn"))
  }

  @Test func `no line whatever ends it or breaks it`() throws {
    var generator = SeededGenerator(seed: 4)
    var session = try session()
    for command in Command.all where command.argument != nil {
      for number in [Int.min, -1, 0, .max] {
        _ = session.answer("\(command.name) \(number)")
        _ = session.answer("\(command.name) \(number) \(number)")
      }
    }
    for _ in 0..<2000 {
      let line = String(
        String.UnicodeScalarView(
          (0..<Int.random(in: 0...12, using: &generator)).compactMap { _ in
            Unicode.Scalar(UInt32.random(in: 0...0x2FFF, using: &generator))
          }))
      _ = session.answer(line)
    }
    #expect(!session.isFinished)
  }
}
