import ConvArithmetic
import LayerNotation
import Testing

@Suite struct JSONWriterTests {
  private func line(_ body: (inout JSONWriter) -> Void) -> [UInt8] {
    var writer = JSONWriter()
    writer.object(body)
    writer.endLine()
    return writer.bytes
  }

  private func text(_ body: (inout JSONWriter) -> Void) -> String {
    String(decoding: line(body), as: UTF8.self)
  }

  @Test func `commas stand between fields and nowhere else`() {
    let written = text { json in
      json.field("a", 1)
      json.object("b") { _ in }
      json.field("c", [])
      json.field("d", [1, -2, 3])
      json.object("e") { json in
        json.field("f", true)
        json.field("g", "x")
      }
      json.list("h", [1, 2]) { $0.field("i", $1) }
      json.list("j", [Int]()) { $0.field("k", $1) }
      json.field("l", nil)
      json.field("m", 5)
      json.field("n", false)
    }
    #expect(
      written == #"{"a":1,"b":{},"c":[],"d":[1,-2,3],"e":{"f":true,"g":"x"},"#
        + #""h":[{"i":1},{"i":2}],"j":[],"l":null,"m":5,"n":false}"# + "\n")
  }

  @Test func `lines follow each other without commas, also where one was taken back`() {
    var writer = JSONWriter()
    writer.object { $0.field("a", 1) }
    writer.endLine()
    let length = writer.bytes.count
    writer.object { $0.field("b", "half") }
    writer.truncate(to: length)
    writer.object { $0.field("c", 3) }
    writer.endLine()
    #expect(String(decoding: writer.bytes, as: UTF8.self) == "{\"a\":1}\n{\"c\":3}\n")
  }

  @Test(arguments: [
    0, 9, 10, -1, Int128(UInt64.max), Int128(UInt64.max) + 1, Int128(Int64.min), Int128.max,
    -Int128.max,
  ])
  func `a number has all its digits`(number: Int128) throws {
    let written = line { $0.field("n", Count(number)) }
    #expect(String(decoding: written, as: UTF8.self) == "{\"n\":\(number)}\n")
    #expect(try JSONValue.read(written)["n"] == .number(number))
  }

  @Test func `any text comes back as it was`() throws {
    let scalars =
      (0..<0x300).compactMap { Unicode.Scalar(UInt32($0)) }
      + ["\u{2028}", "\u{2029}", "\u{202E}", "\u{FEFF}", "\u{FFFD}", "\u{1F9EE}", "\u{10FFFF}"]
    for scalar in scalars {
      let text = "a\(scalar)b\\\"\(scalar)"
      #expect(try JSONValue.read(line { $0.field("t", text) })["t"] == .text(text), "\(scalar)")
    }
  }

  @Test func `no code that a terminal could obey is written`() {
    let controls = (0..<0x20).map { UInt32($0) } + (0x7F..<0xA0).map { UInt32($0) }
    let text = String(String.UnicodeScalarView(controls.compactMap { Unicode.Scalar($0) }))
    let written = line { $0.field("t", text) }.dropLast()
    #expect(written.allSatisfy { $0 >= 0x20 && $0 < 0x7F })
  }
}
