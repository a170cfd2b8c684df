import ConvArithmetic
import ExplorerViewModel
import Testing

/// The solver as it is seen.
///
/// 16 = (8 − 1)·s − 2p + d(k − 1) + output_padding + 1 in each row.
@Suite struct SolverPictureTests {
  @Test func `what makes the output of the present layer stands beside its hyperparameters`() throws
  {
    let state = try ExplorerState.on(80, 24, keys: "D<Enter>")
    expectPicture(
      state.text,
      "SolverPictureTests/what-makes-the-output-of-the-present-layer-stands-beside-its")
  }

  @Test func `a goal for every input has the present layer marked, and its round trip below`()
    throws
  {
    let state = try ExplorerState.on(80, 24, keys: "D<Enter><Right><Right>jj")
    expectPicture(
      state.text,
      "SolverPictureTests/a-goal-for-every-input-has-the-present-layer-marked-and-its")
  }

  @Test func `a goal that no layer of the kind reaches says why`() throws {
    let state = try ExplorerState.on(80, 24, keys: "tD<Enter><Right><Right>")
    expectPicture(
      state.text, "SolverPictureTests/a-goal-that-no-layer-of-the-kind-reaches-says-why")
  }

  @Test func `on a narrow screen the solver has all of it`() throws {
    let state = try ExplorerState.on(49, 14, keys: "D<Enter>")
    expectPicture(
      state.text, "SolverPictureTests/on-a-narrow-screen-the-solver-has-all-of-it")
  }

  @Test func `a wide screen has costs in numbers, too`() throws {
    let state = try ExplorerState.on(130, 24, keys: "D")
    expectPicture(state.text, "SolverPictureTests/a-wide-screen-has-costs-in-numbers-too")
  }

  @Test func `a layer that is refused says what the solver misses`() throws {
    let refused = LayerCase.square(5) { $0.kernelSize = Spatial(square: 7) }
    let state = try ExplorerState.on(80, 24, keys: "D<Enter>", refused)
    expectPicture(
      state.text, "SolverPictureTests/a-layer-that-is-refused-says-what-the-solver-misses")
  }
}
