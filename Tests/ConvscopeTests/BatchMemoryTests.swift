import PseudoTerminal
import Testing

@Suite struct BatchMemoryTests {
  private static let megabyte = 1 << 20
  private static let good =
    #"{"op":"conv2d","input":[1,8,64,64],"in_channels":8,"out_channels":8,"kernel_size":3}"#

  /// The most memory that a batch takes; one line of twenty is a case, as a case takes a while.
  private func peak(lines count: Int) throws -> Int {
    let broken = String(repeating: "x", count: 100) + "\n"
    let twenty = Self.good + "\n" + String(repeating: broken, count: 19)
    let program = try PipedProgram(of: convscope, ["batch"], discardsOutput: true)
    for _ in 0..<count / 20 { try program.send(twenty) }
    // What is still in the pipe is a few lines.
    let peak = try program.peakMemory()
    program.endInput()
    #expect(program.waitForEnding() == .exited(0))
    return peak
  }

  @Test func `a hundred times the lines take no more memory`() throws {
    // 2,000 lines fill a fifth of a block. 200,000 are twenty megabytes of input, and their answers
    // as many again, so that a bound of half of it tells whether either piles up.
    let few = try peak(lines: 2_000)
    let many = try peak(lines: 200_000)
    #expect(many < few + 20 * Self.megabyte, "\(few / Self.megabyte), \(many / Self.megabyte) MB")
  }
}
