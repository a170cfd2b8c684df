import ConvArithmetic
import ExplorerViewModel
import LayerNotation
import Testing

/// Predict, then reveal: the keys of a question, and what they leave as it was.
@Suite struct PredictionTests {
  /// A subject whose numbers stand nowhere in its hyperparameters.
  private static let subject = LayerCase.square(9) {
    $0.direction = .transposed
    ($0.inChannels, $0.outChannels) = (48, 24)
    $0.kernelSize = Spatial(square: 5)
    $0.stride = Spatial(square: 3)
    $0.padding = .explicit(Spatial(square: 2))
  }

  @Test(arguments: [(80, 24), (200, 60), (60, 20), (30, 10)], ["", "C", "Om<Enter>", "m"])
  func `nothing that follows from the layer is seen before it is answered`(
    size: (Int, Int), view: String
  ) throws {
    // 8·3 − 4 + 4 + 1 = 25; 48·24·25 + 24 = 28,824 parameters; 1,152 filters.
    var state = try ExplorerState.on(size.0, size.1, keys: view, Self.subject)
    let numbers = ["25, 25", "28,824", "1,152"]
    try state.press("g")
    for _ in 0..<8 {
      let text = state.text
      for number in numbers { #expect(!text.contains(number), "\(number)") }
      #expect(state.text.contains("→ ?"))
      try state.press("g")
    }
  }

  @Test func `Esc gives the explorer back as it was, from every stage`() throws {
    for before in ["", "k>", "C", "Om<Enter>jj", "m", "ttb"] {
      let state = try ExplorerState.after(before + "<Esc>")
      for keys in ["g", "g16<Enter>", "gggg1<Enter>g", "G", "G<Up>3<Enter><Enter>G", "gG", "Gg"] {
        var after = state
        try after.press(keys + "<Esc>")
        #expect(after.subject == state.subject)
        // What is said of the way back to the exercises goes with the next keys.
        try after.press("?<Esc>")
        #expect(after.text == state.text, "\(before), \(keys)")
        #expect(after.prediction == nil)
      }
    }
  }

  @Test func `undo knows nothing of exercises`() throws {
    var state = try ExplorerState.after("k>G<Up>5<Enter><Enter>q")
    let subject = state.subject
    try state.press("u<C-r>")
    #expect(state.subject == subject)
  }

  @Test(arguments: [
    ("16", true), ("16,16", true), ("1,32,16,16", true), ("(1,32,16,16)", true), ("15", false),
    ("1,64,16,16", false), ("20", false),
  ])
  func `an answer is right or wrong, however it is written`(typed: String, isRight: Bool) throws {
    let prediction = try #require(ExplorerState.after("g\(typed)<Enter>").prediction)
    guard case .answered(let judgement) = prediction.stage else {
      Issue.record("not answered")
      return
    }
    #expect(judgement.isRight == isRight)
    #expect(prediction.score.asked == 1)
    #expect(prediction.score.right == (isRight ? 1 : 0))
  }

  @Test func `what is not an answer is said, and can be fixed`() throws {
    var state = try ExplorerState.after("g1,2<Enter>")
    #expect(state.prediction?.isAsking == false)
    state = try .after("g1,2,3<Enter>")
    #expect(state.message?.text == "that is not four numbers, or H,W alone")
    #expect(state.prediction?.isAsking == true)
    try state.press("<BS><BS><BS><BS><BS>16<Enter>")
    #expect(state.text.contains("Right: (1, 32, 16, 16)."))
    try state.press("g1,2<C-u>x<C-w><Enter>")
    #expect(state.prediction?.isAsking == true)
    try state.press("<Enter>")
    #expect(state.prediction?.stage == .shown)
  }

  @Test func `an empty line is no answer, and Enter once more shows it`() throws {
    var state = try ExplorerState.after("g<Enter>")
    #expect(state.prediction?.isAsking == true)
    #expect(state.prediction?.score.asked == 0)
    #expect(state.message?.text == "nothing is typed; Enter once more shows the answer")
    // What is typed in between is an answer, and its end is none again.
    try state.press("1<BS><Enter>")
    #expect(state.prediction?.isAsking == true)
    try state.press("<Enter>")
    #expect(state.text.contains("It is (1, 32, 16, 16)."))
    #expect(state.text.contains("0 of 1 right"))
  }

  @Test func `a paste is text, whatever the keys that it is made of`() throws {
    var state = try ExplorerState.after("g")
    _ = state.press(.pasted("qG1,32,16,16\n"))
    #expect(state.prediction?.entry.text == "qG1,32,16,16 ")
    try state.press("<C-u>")
    _ = state.press(.pasted(" 16 "))
    try state.press("<Enter>")
    #expect(state.text.contains("Right:"))
  }

  @Test func `one question follows the other until all were asked, and the score runs`() throws {
    var state = try ExplorerState.after("g")
    var kinds: [Question.Kind] = []
    for _ in 0..<7 {
      let question = try #require(state.prediction?.question)
      kinds.append(question.kind)
      try state.press(question.text(question.answer) + "<Enter>")
      #expect(state.prediction?.score.right == kinds.count)
      try state.press("<Enter>")
    }
    #expect(
      kinds == [
        .outputShape, .weightShape, .parameters, .filters, .multiplications, .additionsPerFilter,
        .maximumOverlap,
      ])
    #expect(state.prediction?.question.kind == .outputShape)
    #expect(state.text.contains("Predict; 7 of 7 right"))
  }

  @Test func `a refused layer has nothing to predict, but exercises go on`() throws {
    var state = try ExplorerState.after(":groups=3<Enter>g")
    #expect(state.prediction == nil)
    #expect(state.message?.text == "there is no output to predict; f fixes the layer")
    try state.press("G")
    #expect(state.prediction?.exercise?.number == 1)
    try state.press("<Esc>")
    #expect(state.text.contains("invalid: 2 reasons"))
  }

  @Test func `exercises are those of the seed, in their order, at the level that is set`() throws {
    var state = ExplorerState(
      LayerCase.decoder, size: ScreenSize(columns: 80, rows: 24),
      capabilities: Capabilities(unicode: true, colors: 0), seed: 77)
    try state.press("G")
    for (number, keys) in [(1, "G"), (2, "<Enter><Enter><Enter>"), (3, "<Up>")] {
      #expect(state.prediction?.exercise == Exercise(seed: 77, level: .one, number: number))
      try state.press(keys)
    }
    #expect(state.prediction?.exercise == Exercise(seed: 77, level: .two, number: 4))
    try state.press("<Up><Down>")
    #expect(state.prediction?.exercise == Exercise(seed: 77, level: .two, number: 6))
    // The number goes on from one time to the next.
    try state.press("<Esc>G")
    #expect(state.prediction?.exercise == Exercise(seed: 77, level: .two, number: 7))
    #expect(state.text.contains("Exercise 7, level 2, seed 77"))
  }

  @Test func `what was answered wrong is asked again until it is answered right once`() throws {
    var state = ExplorerState(
      LayerCase.decoder, size: ScreenSize(columns: 80, rows: 24),
      capabilities: Capabilities(unicode: true, colors: 0), seed: 77)
    try state.press("G")
    let first = try #require(state.prediction?.question)
    let mistake = try #require(first.mistakes.first)
    try state.press(first.text(mistake.answer) + "<Enter>")
    #expect(state.text.contains("Misconception: \(mistake.idea.name)"))
    for _ in 0..<2 {
      try state.press("<Enter>")
      let again = try #require(state.prediction)
      #expect(again.question.kind == first.kind && again.question != first)
      #expect(state.text.contains("Exercise 1 again, level 1, seed 77"))
      // An answer that nobody can explain is wrong, too.
      if again.exercise?.chase?.attempt == 1 { try state.press("999999<Enter>") }
    }
    let right = try #require(state.prediction?.question)
    try state.press(right.text(right.answer) + "<Enter><Enter>")
    #expect(state.prediction?.exercise == Exercise(seed: 77, level: .one, number: 2))
  }

  @Test func `there is no level beyond the three, and none of the own layer`() throws {
    #expect(try ExplorerState.after("G<Down>").message?.text == "the levels are 1, 2 and 3")
    #expect(try ExplorerState.after("G<Up><Up><Up>").message?.text == "the levels are 1, 2 and 3")
    #expect(
      try ExplorerState.after("g<Up>").message?.text == "exercises have levels; G begins them")
  }

  @Test func `help lies over a question and leads back to it`() throws {
    var state = try ExplorerState.after("g1")
    let text = state.text
    try state.press("?")
    #expect(state.text.contains("What is shown") && state.text.contains("→ ?"))
    try state.press("5jj")
    _ = state.press(.pasted("groups=2"))
    try state.press("q")
    #expect(state.text == text)
  }

  @Test(arguments: ["t", "b", "u", "r", "p", "C", "m", "a", "y", "z", "f"])
  func `a key for the layer says that there is a question`(key: String) throws {
    var state = try ExplorerState.after("g")
    let before = state.subject
    #expect(try state.press(key).isEmpty)
    #expect(state.subject == before)
    #expect(state.message?.text.hasSuffix("does nothing now; Esc leaves the question") == true)
  }

  @Test func `the palette opens over a question, and Esc leads back to it`() throws {
    var state = try ExplorerState.after("g12")
    let text = state.text
    try state.press(":")
    #expect(state.text.contains(" Command  :_"))
    try state.press("stride=x<Enter>")
    #expect(state.chooser != nil && state.prediction != nil)
    try state.press("<Esc>")
    #expect(state.text == text)
    #expect(try ExplorerState.after("?:").text.contains(" Command  :_"))
  }

  @Test(arguments: [":stride=3<Enter>", ":cost<Enter>", ":p<Enter>"])
  func `what is for the layer leaves the question`(keys: String) throws {
    #expect(try ExplorerState.after("g12" + keys).prediction == nil)
  }

  @Test(arguments: [":quiz<Enter>", ":predict<Enter>", ":help<Enter>"])
  func `what is for questions stays with them`(keys: String) throws {
    #expect(try ExplorerState.after("g12" + keys).prediction != nil)
  }

  @Test func `left, the exercises say how they go on`() throws {
    let state = try ExplorerState.after("G<Esc>")
    #expect(state.prediction == nil)
    #expect(state.message?.text == "your layer is back; G goes on asking")
  }

  @Test func `the program can be ended and suspended from a question`() throws {
    var state = try ExplorerState.after("g12")
    #expect(try state.press("<C-z><C-l><C-c>") == [.suspend, .repaint, .quit])
  }

  @Test(arguments: ["g", "g20<Enter>", "G<Up><Up>1<Enter>"])
  func `every size from 1×1 on shows a question as far as it goes`(keys: String) throws {
    for columns in [1, 2, 5, 12, 30, 71, 72, 80, 300] {
      for rows in [1, 2, 3, 5, 8, 24, 60] {
        let frame = render(try .on(columns, rows, keys: keys))
        #expect(frame.size == ScreenSize(columns: columns, rows: rows))
        guard keys == "g", columns >= 12, rows >= 3 else { continue }
        // What is typed is in sight on the smallest screen, too.
        #expect(frame.cursor != nil, "\(columns)×\(rows)")
      }
    }
  }

  @Test func `all of a long explanation can be scrolled to`() throws {
    var state = try ExplorerState.on(40, 8, keys: "g20<Enter>")
    var seen = state.text
    for _ in 0..<10 {
      try state.press("<PgDn>")
      seen += state.text
    }
    for words in ["That adds the padding", "How it comes about", "Dumoulin & Visin: R14"] {
      #expect(seen.contains(words))
    }
  }

  @Test func `every key of a question is in the footer of some question`() throws {
    let footers = try ["g", "g1", "g1<Enter>", "G"].map {
      render(try .on(120, 24, keys: $0)).lines[23]
    }
    for hint in [
      "Enter answer", "Enter show it", "Enter next", "g another", "g own layer", "G exercises",
      "G another", "↑/↓ level", "? help", "Esc leave",
    ] {
      #expect(footers.contains { $0.contains(hint) }, "\(hint)")
    }
  }

  @Test func `the layer of an exercise is called by no module of the open network`() throws {
    let state = try ExplorerState.on(80, 24, keys: ":network wavenet<Enter>MG")
    #expect(!state.text.contains("causal"))
    #expect(try ExplorerState.on(80, 24, keys: ":network wavenet<Enter>M").text.contains("causal"))
  }
}
