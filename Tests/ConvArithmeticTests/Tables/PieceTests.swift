import ConvArithmetic
import Testing

@Suite struct PieceTests {
  @Test(arguments: ["", "\n", "a", "a\nb", "ab\n", "\n\na\n\n\nbc\nd\n\n"])
  func `pieces are what the library's split gives`(text: String) {
    let bytes = Array(text.utf8)[...]
    let separator = UInt8(ascii: "\n")
    #expect(bytes.pieces(between: separator) == bytes.split(separator: separator))
  }
}
