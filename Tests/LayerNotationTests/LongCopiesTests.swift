import ConvArithmetic
import LayerNotation
import Testing

/// A padding of more copies than are counted: nothing is said that would need them.
@Suite struct LongCopiesTests {
  private func pass() throws -> ForwardPass {
    let words = "op=conv2d input=1,1,9000,4 padding=8000,1 padding_mode=reflect"
    return try LayerCase(Assignment.read(words)).forward()
  }

  @Test func `the report has sizes and operations, and says what it does not count`() throws {
    let text = FactSheet(try pass()).sections.flatMap { section in
      section.facts.map { "\($0.name) \($0.value)" } + section.notes
    }.joined(separator: "\n")
    #expect(text.contains("H_out 24,998"))
    #expect(try pass()[.usefulMultiplications] == 899_928)
    for name in ["most", "least", "holes"] {
      #expect(text.contains("\(name) not counted for more than 4,096 copied cells"), "\(name)")
    }
    #expect(try pass().verdict == nil)
    #expect(try pass().verdictRefusal == "not counted for more than 4,096 copied cells")
    #expect(!text.contains("its cells have from"))
  }

  @Test func `no map is written`() throws {
    let pass = try pass()
    #expect(
      throws: Remark(.copiesNotWritten, "not counted for more than 4,096 copied cells")
    ) { try MapExport(pass, .text) }
  }
}
