import SeededNumbers
import ConvArithmetic
import LayerNotation
import Testing

@Suite struct CaseAnswerTests {
  private static let good =
    #""op":"conv2d","input":[1,2,3,3],"in_channels":2,"out_channels":2,"kernel_size":1"#

  @Test(arguments: [
    (#""a""#, JSONValue.text("a")), (#""""#, .text("")), ("7", .number(7)), ("-7", .number(-7)),
    ("123456789012345678901234567890", .number(123_456_789_012_345_678_901_234_567_890)),
    (#""\u001b[2J\n\"\\ é 🧮""#, .text("\u{1B}[2J\n\"\\ é 🧮")),
  ])
  func `an id comes back as it was`(id: String, value: JSONValue) throws {
    let good = try answer("{\"id\":\(id),\(Self.good)}")
    #expect(good["id"] == value)
    #expect(good["ok"] == .flag(true))
    // Of a layer that is refused, and of one that is not understood, as well.
    #expect(try answer("{\(Self.good),\"groups\":3,\"id\":\(id)}")["id"] == value)
    #expect(try answer("{\"id\":\(id),\"strid\":3}")["id"] == value)
  }

  @Test func `without an id there is none in the answer`() throws {
    #expect(try answer("{\(Self.good)}")["id"] == nil)
  }

  @Test(arguments: [
    ("", "line"), ("x", "line"), ("[1]", "line"), ("3", "line"), ("null", "line"),
    (#"{"op":"conv2d""#, "line"), (#"{"id":[1]}"#, "id"), (#"{"id":1.5}"#, "id"),
    ("{\(good),\"strides\":1}", "strides"), ("{\(good),\"stride\":1.5}", "stride"),
    ("{\(good),\"stride\":[1,1,1]}", "stride"), ("{\(good),\"stride\":null}", "stride"),
    ("{\(good),\"stride\":99999999999999999999}", "stride"), ("{\(good),\"bias\":1}", "bias"),
    ("{\(good),\"padding\":\"full\"}", "padding"), ("{\(good),\"groups\":[1,1]}", "groups"),
    ("{\(good),\"batch\":1}", "batch"), ("{\(good),\"dilation\":{}}", "dilation"),
  ])
  func `a line that is no case says so with its number`(line: String, parameter: String) throws {
    let answer = try answer(line, number: 12)
    #expect(answer["ok"] == .flag(false))
    #expect(answer["line"] == .number(12))
    let errors = try #require(answer["errors"]?.list)
    #expect(errors.contains { $0["parameter"] == .text(parameter) })
  }

  @Test func `an unknown key says which one is near`() throws {
    func message(_ key: String) throws -> JSONValue? {
      try answer("{\(Self.good),\"\(key)\":1}", number: 1)["errors"]?.list?.first?["message"]
    }
    #expect(try message("kernel_sise") == .text("unknown key; did you mean kernel_size?"))
    #expect(try message("zoom") == .text("unknown key"))
  }

  @Test func `all that is wrong is said, in one order, and nothing of it twice`() throws {
    let line = #"{"id":"x","zoom":1,"op":2.5,"bias":0,"alpha":[],"input":[1],"kernel_size":3}"#
    for _ in 0..<20 {
      let errors = try #require(try answer(line)["errors"]?.list)
      #expect(
        errors.compactMap { $0["parameter"]?.text } == [
          "alpha", "op", "zoom", "in_channels", "out_channels", "input", "bias",
        ])
    }
  }

  @Test func `bytes that are no UTF-8 are said to be none`() throws {
    let answer = try JSONValue.read(answer([0x7B, 0x22, 0xFF, 0x22, 0x3A, 0x31, 0x7D], number: 3))
    #expect(answer["line"] == .number(3))
    #expect(answer["errors"]?.list?.first?["message"] == .text("line 3 is not valid UTF-8"))
  }

  @Test func `an input with other channels than in_channels is refused`() throws {
    let line =
      #"{"op":"conv2d","in_channels":5,"input":[1,4,8,8],"out_channels":2,"kernel_size":1}"#
    let errors = try #require(try answer(line)["errors"]?.list)
    #expect(errors.map { $0["parameter"] } == [.text("input")])
  }

  @Test func `a layer whose count does not fit in 127 bits is an error`() throws {
    let large = Int.max
    let line = """
      {"id":1,"op":"conv2d","input":[\(large),\(large),3,3],"in_channels":\(large),\
      "out_channels":\(large),"kernel_size":3}
      """
    let answer = try answer(line)
    #expect(answer["id"] == .number(1))
    #expect(answer["ok"] == .flag(false))
    #expect(
      answer["errors"]?.list?.first?["message"]
        == .text("a count of this layer does not fit in 127 bits"))
  }

  @Test func `counts beyond 64 bits are written in full`() throws {
    // 2^40 · 2^40 products, twice as many operations less one addition for each of 2^40 outputs.
    let channels = 1 << 40
    let line = """
      {"op":"conv2d","input":[1,\(channels),1,1],"in_channels":\(channels),\
      "out_channels":\(channels),"kernel_size":1,"bias":false}
      """
    let answer = try answer(line)
    #expect(
      answer["executed"]?["multiplications"] == .number(1_208_925_819_614_629_174_706_176))
    #expect(answer["documented"]?["total"] == .number(2_417_851_639_228_158_837_784_576))
  }

  @Test func `lists of coverage follow the wish`() throws {
    let line =
      #"{"op":"conv2d","input":[1,5000,4],"in_channels":1,"out_channels":1,"kernel_size":1}"#
    func keys(_ longestList: Int) throws -> [String: Int]? {
      let answer = try JSONValue.read(answer(line.utf8, listing: longestList))
      return answer["coverage"]?.fields?.mapValues { $0.list?.count ?? 0 }
    }
    #expect(try keys(4096) == ["w": 4])
    #expect(try keys(.max) == ["h": 5000, "w": 4])
    #expect(try keys(0) == nil)
  }

  @Test(arguments: 1...4)
  func `every line, however hostile, is answered with one line of JSON`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let pieces = [
      "{", "}", "[", "]", ":", ",", "\"", "\\", "\\u", "d800", "\u{0}", "\u{1B}", "é", "1e999",
      "-", "99999999999999999999", "\"id\":", "\"op\":\"conv2d\",", Self.good, "\"stride\":",
      "true", "null", " ", "\"kernel_size\":[3,", "\u{2028}",
    ]
    for _ in 0..<1_000 {
      var line: [UInt8] = []
      for _ in 0..<Int.random(in: 0...12, using: &generator) {
        line += pieces.randomElement(using: &generator)?.utf8 ?? "".utf8
        if Int.random(in: 0..<20, using: &generator) == 0 {
          line.append(UInt8.random(in: 0...255, using: &generator))
        }
      }
      let written = answer(line)
      #expect(written.firstIndex(of: UInt8(ascii: "\n")) == written.count - 1)
      let answer = try JSONValue.read(written)
      #expect(answer["ok"] == .flag(true) || answer["errors"]?.list?.isEmpty == false)
    }
  }
}
