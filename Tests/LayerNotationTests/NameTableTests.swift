import Testing

@testable import LayerNotation

@Suite struct NameTableTests {
  @Test func `a name has one number wherever it stands`() {
    var table = NameTable()
    let text = Array("x, conv, x".utf8)
    #expect(table.number(of: text[0..<1]) == 0)
    #expect(table.number(of: text[3..<7]) == 1)
    #expect(table.number(of: text[9..<10]) == 0)
    #expect(table.number(of: "conv") == 1)
    #expect(table.number(of: "") == 2)
    #expect((0..<3).map { table[$0] } == ["x", "conv", ""])
  }

  @Test func `numbers count up and stay while the table grows`() {
    var table = NameTable()
    let names = (0..<1000).map { "layer\($0).weight" }
    #expect(names.map { table.number(of: $0) } == Array(0..<1000))
    #expect(names.map { table.number(of: $0) } == Array(0..<1000))
    #expect(names.indices.map { table[$0] } == names)
    #expect(table.count == 1000)
  }

  @Test func `a name that is not UTF-8 is a name, too`() {
    var table = NameTable()
    let names: [[UInt8]] = [[0x66, 0xFF], [0x66, 0xFE]]
    #expect(names.map { table.number(of: $0[...]) } == [0, 1])
    #expect(table[1] == "f\u{FFFD}")
  }
}
