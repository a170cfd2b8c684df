import ConvArithmetic
import LayerNotation
import Testing

/// The sentences that stand in a file of their own.
@Suite struct SentenceTests {
  @Test(arguments: Sentence.allCases) func `every name has its sentence`(sentence: Sentence) {
    let text = sentence()
    #expect(!text.isEmpty && !text.contains("{"), "\(sentence)")
  }

  @Test func `parts stand where their numbers are, however often`() {
    #expect(
      Sentence.sharedDivisor(4, 6, 2)
        == "s = 4 and d = 6 share the divisor 2: 1 cell in 2 gets all products")
  }

  @Test func `a part between single quotes is shown as a text from outside`() {
    #expect(Sentence.unexpected("\u{1B}[2J") == "'?[2J' does not belong here")
    let long = String(repeating: "a", count: 41)
    #expect(Sentence.unexpected(long) == "'\(long.dropLast())…' does not belong here")
  }

  @Test func `what a part says is never taken for the place of another one`() {
    #expect(Sentence.wrongValue("{2}", "{3}", "{1}") == "{2}: '{3}' is not {1}")
  }
}
