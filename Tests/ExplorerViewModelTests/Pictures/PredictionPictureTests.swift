import ConvArithmetic
import ExplorerViewModel
import Testing

/// Predict, then reveal, at 80×24 and where there is less room.
@Suite struct PredictionPictureTests {
  @Test func `a question hides what follows from the layer`() throws {
    expectPicture(
      try ExplorerState.after("g1,32,").text,
      "PredictionPictureTests/a-question-hides-what-follows-from-the-layer")
  }

  @Test func `a wrong answer is shown with the misconception that leads to it`() throws {
    expectPicture(
      try ExplorerState.after("g20,20<Enter>").text,
      "PredictionPictureTests/a-wrong-answer-is-shown-with-the-misconception-that-leads-to")
  }

  @Test func `a right answer is shown with its formula and as much of the map as fits`() throws {
    expectPicture(
      try ExplorerState.after("g1,32,16,16<Enter>").text,
      "PredictionPictureTests/a-right-answer-is-shown-with-its-formula-and-as-much-of-the")
  }

  @Test func `an exercise says its number, its level and the seed`() throws {
    expectPicture(
      try ExplorerState.after("G<Up>").text, "PredictionPictureTests/exercise")
  }

  @Test func `a narrow screen has the layer in the question, and the verdict at once`() throws {
    expectPicture(
      try ExplorerState.on(50, 12, keys: "g").text,
      "PredictionPictureTests/a-narrow-screen-has-the-layer-in-the-question-and-the-verdic")
    expectPicture(
      try ExplorerState.on(50, 12, keys: "g20<Enter>").text,
      "PredictionPictureTests/a-narrow-screen-has-the-layer-in-the-question-and-the-verdic-2")
  }

  @Test func `without Unicode the question and its answer are the same in ASCII`() throws {
    let lines = render(try .on(80, 24, keys: "ggggggg4<Enter>", unicode: false)).lines
    #expect(lines[1].hasPrefix(" ConvTranspose2d   (1, 64, 8, 8) -> (1, 32, 16, 16)"))
    #expect(lines.contains { $0.hasSuffix("| Right: 4.") })
    #expect(lines.contains { $0.hasSuffix("|   ceil(k_h/s_h)*ceil(k_w/s_w)") })
  }
}
