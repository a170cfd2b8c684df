import ConvArithmetic
import ExplorerViewModel
import Testing

/// Time: who plays goes on by itself, who pauses has nothing to wait for.
@Suite struct StepClockTests {
  /// Watch before the first step.
  private static let view = "W<Enter>.,"

  @Test(arguments: [
    "", view, view + "<Space><Space>", view + "<Space>?", view + "<Space>p",
    view + "<Space><Tab>", view + "<Space><Tab><S-Tab>", view + "<Space>:groups=5<Enter>",
    view + "<Space><End>", view + "<Space>.", view + "<Space>l",
  ])
  func `nothing is due while nothing plays in sight`(keys: String) throws {
    var state = try ExplorerState.after(keys)
    #expect(state.timeToNextStep == nil)
    let before = state
    state.tick()
    #expect(state == before)
    var clock = StepClock()
    for second in 0..<9 {
      clock.advance(&state, at: .seconds(second))
      #expect(clock.patience(at: .seconds(second)) == nil)
    }
    #expect(state == before)
  }

  @Test func `each tick is a step, and it pauses at the end`() throws {
    var state = try ExplorerState.after(Self.view + "<Space>")
    for step in 1...64 {
      #expect(state.timeToNextStep == .milliseconds(250))
      state.tick()
      #expect(state.stepProgress?.steps == Count(step))
    }
    #expect(!state.player.isPlaying)
    #expect(state.timeToNextStep == nil)
    #expect(
      render(state).lines[23]
        == " all is done; Space plays it again, Esc shows the whole picture")
    // At the end, playing starts again.
    try state.press("<Space>")
    #expect(state.stepProgress?.steps == 0)
    #expect(state.player.isPlaying)
  }

  @Test func `in a loop it stays at the end for a while and starts again`() throws {
    var state = try ExplorerState.after(Self.view + "w<Space>")
    for _ in 0..<64 { state.tick() }
    #expect(state.stepProgress?.steps == 64)
    #expect(state.timeToNextStep == .seconds(1))
    state.tick()
    #expect(state.stepProgress?.steps == 0)
    #expect(state.timeToNextStep == .milliseconds(250))
  }

  @Test func `typing a value does not stop it`() throws {
    var state = try ExplorerState.after(Self.view + "<Esc><Esc><Space>5")
    #expect(state.timeToNextStep != nil)
    state.tick()
    #expect(state.stepProgress?.steps == 1)
  }

  @Test func `speeds rise and fall between their ends`() throws {
    func interval(_ keys: String) throws -> Duration? {
      try ExplorerState.after(Self.view + "<Space>" + keys).timeToNextStep
    }
    #expect(try interval("-") == .milliseconds(500))
    #expect(try interval("-----------") == .seconds(1))
    #expect(try interval("+") == .milliseconds(125))
    // No more than 32 pictures a second, each of more steps.
    #expect(try interval("++++++++++++") == .seconds(1) / 32)
    var fast = try ExplorerState.after(Self.view + "++++<Space>")
    fast.tick()
    #expect(fast.stepProgress?.steps == 4, "128 a second")
  }

  @Test func `a clock lets pass the time of a step, whatever wakes it`() throws {
    var state = try ExplorerState.after(Self.view + "<Space>")
    var clock = StepClock()
    clock.advance(&state, at: .milliseconds(1000))
    #expect(clock.patience(at: .milliseconds(1000)) == 251)
    // Keys come all the time; they put nothing off.
    for time in stride(from: 1000, through: 1499, by: 3) {
      clock.advance(&state, at: .milliseconds(time))
    }
    #expect(state.stepProgress?.steps == 1)
    clock.advance(&state, at: .milliseconds(1500))
    #expect(state.stepProgress?.steps == 2, "in time with the first one")
  }

  @Test func `steps that were missed are not made up for`() throws {
    var state = try ExplorerState.after(Self.view + "<Space>")
    var clock = StepClock()
    clock.advance(&state, at: .seconds(0))
    clock.advance(&state, at: .seconds(10))
    #expect(state.stepProgress?.steps == 1)
    clock.advance(&state, at: .milliseconds(10_100))
    #expect(state.stepProgress?.steps == 1)
    #expect(clock.patience(at: .milliseconds(10_100)) == 151)
    clock.advance(&state, at: .milliseconds(10_250))
    #expect(state.stepProgress?.steps == 2)
    #expect(clock.patience(at: .seconds(99)) == 0, "late, but never negative")
  }

  @Test func `a faster speed is felt at once, and a pause forgets the time`() throws {
    var state = try ExplorerState.after(Self.view + "--<Space>")
    var clock = StepClock()
    clock.advance(&state, at: .seconds(0))
    try state.press("++++")
    clock.advance(&state, at: .milliseconds(10))
    #expect(clock.patience(at: .milliseconds(10)) == 63)
    try state.press("<Space>")
    clock.advance(&state, at: .milliseconds(20))
    #expect(clock.patience(at: .milliseconds(20)) == nil)
    try state.press("<Space>")
    clock.advance(&state, at: .seconds(5))
    #expect(state.stepProgress?.steps == 0)
  }
}
