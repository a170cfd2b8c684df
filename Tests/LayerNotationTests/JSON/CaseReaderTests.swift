import ConvArithmetic
import Foundation
import LayerNotation
import SeededNumbers
import Testing

/// The reader of cases against Foundation's reader of JSON.
@Suite struct CaseReaderTests {
  private let lines: [[UInt8]]

  init() throws { lines = try RecordedLine.recorded.get().map(\.line) }

  @Test func `every recorded layer is read as the library reads it`() {
    for line in lines { #expect(expectAgreement(line), "\(text(line))") }
  }

  @Test(arguments: 1...8)
  func `a mutilated line is read as the library reads it, or refused as it refuses`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var read = 0
    for _ in 0..<1_000 {
      guard var line = lines.randomElement(using: &generator) else { return }
      for _ in 0..<Int.random(in: 1...2, using: &generator) { mutilate(&line, &generator) }
      if expectAgreement(line) { read += 1 }
    }
    // Enough of them must be read for the comparison to mean something, and not nearly all.
    #expect((80..<900).contains(read), "\(read)")
  }

  @Test(arguments: [
    "{}", "[]", "0", "-0", "1e2", "1E+2", "0e1", "1.5", "\"\"", "true", "false", "null", " [] ",
    "\t{\r}", #"{"a":{"b":[{"c":[]}]}}"#, #"["\u0041\/\b\f\n\r\t\"\\"]"#, #"["\ud83e\uddee"]"#,
    "[\"\u{7F}\u{2028}\u{10FFFF}é\"]", #"["\u0000"]"#, "[1,2.5,\"a\",null,true]", "[-1e-9]",
    #"{"":0}"#, "[123456789012345678901234567890123456789012]", #"["\uFFFF"]"#, "[[[[[[]]]]]]",
    "[0.1e+01]", "[1e999999999999999999999]", #"["/* */"]"#,
  ])
  func `JSON that is no object is told from what is not JSON`(line: String) throws {
    #expect(
      (try? JSONSerialization.jsonObject(with: Data(line.utf8), options: .fragmentsAllowed))
        != nil || line.contains("99999"))
    let isObject = line.contains("{") && !line.contains("[{") || line.contains("{\"a")
    let message = isObject ? nil : "is JSON, but not an object"
    #expect(complaint(Array(line.utf8)) == message)
  }

  @Test(arguments: [
    "", " ", "{", "}", "[", "]", "[1", "[1,", "[,1]", "[1,]", "[1,,2]", "[1 2]", "[1}", "{]",
    #"{"a"}"#, #"{"a":}"#, #"{"a" 1}"#, #"{"a":1,}"#, #"{,"a":1}"#, #"{"a":1 "b":2}"#, "{1:1}",
    "{a:1}", "{'a':1}", #"{"a"::1}"#, #"{"a":1}}"#, #"{"a":1} {"a":1}"#, #"{"a":1}x"#, "[1]]",
    "01", "-01", "007", "+1", ".5", "-.5", "1.", "-", "--1", "1e", "1e+", "1.e1", "1.5.5", "0x10",
    "1_000", "NaN", "-NaN", "Infinity", "-Infinity", "- 1", "\u{661}", "[1e1.5]", "tru", "True",
    "truefalse", "nul", "nulll", #"["a"#, #"["\"]"#, #"["\x41"]"#, #"["\a"]"#, #"["\u12"]"#,
    #"["\u12G4"]"#, #"["\U0041"]"#, #"["\ud800"]"#, #"["\udc00"]"#, #"["\ud800\ud800"]"#,
    #"["\ud800\n"]"#, #"["\ud800x"]"#, #"{"\ud800":1}"#, #"["\udc00\ud800"]"#, "[\"\t\"]",
    "[\"\n\"]", "[\"\u{0}\"]", "[\"\u{1F}\"]", "{\"\u{1}\":1}", "\u{FEFF}{}", "{}\u{0}", "{}\u{B}",
    "{}\u{A0}", "\u{2060}{}", "{}//", "{}/**/", "/**/{}", "#{}", "{\"a\":/**/1}", "<null>", "\\",
    "\"\"\"", "[\"a\",\n", "\u{0}",
  ])
  func `what the grammar of JSON does not have is not JSON`(line: String) {
    #expect(complaint(Array(line.utf8)) == "is not JSON")
  }

  @Test(arguments: [
    [0x22, 0xFF, 0x22], [0x22, 0xC3, 0x28, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22], [0xFE, 0xFF],
    [0x22, 0xC0, 0xAF, 0x22], [0x22, 0xF4, 0x90, 0x80, 0x80, 0x22], [0x5B, 0xE9, 0x5D],
    [0x7B, 0x22, 0xE9, 0x22, 0x3A, 0x31, 0x7D], [0xFF, 0xFE, 0x7B, 0x00, 0x7D, 0x00],
  ])
  func `bytes that are not UTF-8 are told from what is not JSON`(bytes: [UInt8]) {
    #expect(complaint(bytes) == "is not valid UTF-8")
  }

  @Test func `lists are read 512 levels deep, and no text is deep enough to harm`() {
    func nested(_ depth: Int, _ open: String, _ close: String) -> [UInt8] {
      Array(
        (String(repeating: open, count: depth) + "1" + String(repeating: close, count: depth))
          .utf8)
    }
    #expect(complaint(nested(512, "[", "]")) == "is JSON, but not an object")
    #expect(complaint(nested(513, "[", "]")) == "is not JSON")
    #expect(complaint(nested(512, "{\"a\":", "}")) == nil)
    #expect(complaint(nested(100_000, "[", "]")) == "is not JSON")
    #expect(complaint(nested(100_000, "{\"a\":", "}")) == "is not JSON")
  }

  @Test(arguments: [
    ("2", 2), ("2.0", 2), ("2.00e0", 2), ("2e0", 2), ("20e-1", 2), ("0.2E+1", 2), ("2e00", 2),
    ("0.0000002e7", 2), ("300", 300), ("3e2", 300), ("-0", 0), ("0e999999", 0), ("-0.0", 0),
    ("9223372036854775807", Int.max), ("9223372036854775807.0", Int.max),
    ("92233720368547758070e-1", Int.max), ("-9223372036854775808", Int.min),
    ("1000000000000000000e-18", 1),
  ])
  func `a whole number is one however it is written`(text: String, number: Int) throws {
    let line = #"{"op":"conv2d","input":[1,1,1],"in_channels":1,"out_channels":1,"kernel_size":"#
    let fields = try Array((line + text + "}").utf8).withUnsafeBytes { try CaseFields.read($0) }
    #expect(try fields.subject().layer.kernelSize == Spatial(square: number))
  }

  @Test(arguments: [
    ("2.5", "has a value of a type"), ("25e-1", "has a value of a type"),
    ("1e-400", "has a value of a type"), ("1e19", "has a value of a type"),
    ("1e400", "has a value of a type"), ("9223372036854775808", "has a value of a type"),
    ("1.0000000000000000000000001", "has a value of a type"), ("{}", "has a value of a type"),
    ("[1,null]", "has a value of a type"), ("[[1]]", "has a value of a type"),
    ("null", "is null, which is not a value"), ("[]", "must be a whole number or two of them"),
    ("true", "must be a whole number or two of them"),
    ("\"3\"", "must be a whole number or two of them"),
    ("1,\"stride\":1", "is given more than once"), ("1,\"stride\":null", "is given more than once"),
    ("1,\"str\\u0069de\":2,\"stride\":3", "is given more than once"),
  ])
  func `a value that no stride has is refused once, with the key's name`(
    value: String, message: String
  ) throws {
    let line = #"{"op":"conv2d","input":[1,1,1],"in_channels":1,"out_channels":1,"kernel_size":1,"#
    let errors = try #require(try answer(line + "\"stride\":\(value)}")["errors"]?.list)
    #expect(errors.map { $0["parameter"] } == [.text("stride")])
    #expect(errors.first?["message"]?.text?.hasPrefix(message) == true)
  }

  @Test(arguments: [#"{"id":1,"id":2}"#, #"{"i\u0064":1,"id":1}"#, #"{"id":1,"id":null}"#])
  func `a case with two names is refused under its first`(line: String) throws {
    let answer = try answer(line)
    #expect(answer["id"] == .number(1))
    #expect(
      answer["errors"]?.list?.first
        == .object([
          "parameter": .text("id"), "message": .text("is given more than once"),
        ]))
  }

  @Test func `an escaped key is the key`() throws {
    let line =
      #"{"\u006fp":"conv\u0032d","in\u0070ut":[1,1,1],"in_channels":1,"out_channels":1,"#
      + #""kernel\u005Fsize":1,"i\u0064":"\ud83e\uddee"}"#
    let answer = try answer(line)
    #expect(answer["ok"] == .flag(true))
    #expect(answer["id"] == .text("🧮"))
  }

  @Test func `a megabyte of unknown keys is refused at once, each key once`() throws {
    let keys = (0..<50_000).map { "\"k\($0 % 40_000)\":\($0)" }.joined(separator: ",")
    let errors = try #require(try answer("{\(keys)}")["errors"]?.list)
    // Those that PyTorch has no default for are missing as well.
    #expect(errors.count == 40_000 + 5)
  }

  /// What is wrong with the whole of a line.
  private func complaint(_ line: [UInt8]) -> String? {
    line.withUnsafeBytes { bytes in
      do throws(NotationError) {
        _ = try CaseFields.read(bytes)
        return nil
      } catch {
        return error.message
      }
    }
  }

  /// Expects that a line is refused where the library refuses it or is known to be too lenient, and
  /// is else read as the same layer; whether it is read.
  @discardableResult
  private func expectAgreement(_ line: [UInt8]) -> Bool {
    // The library takes a number beyond its range for an error of the grammar.
    let inRange = line.replacing("e400".utf8, with: "e40".utf8)
    let parsed = try? JSONSerialization.jsonObject(with: Data(inRange), options: .fragmentsAllowed)
    guard complaint(line) == nil else {
      #expect(parsed as? [String: Any] == nil || isLenient(line), "\(text(line))")
      return false
    }
    #expect(parsed is [String: Any], "\(text(line))")
    guard let subject = try? subject(line), let layer = try? JSONValue.read(line) else {
      return true
    }
    expect(subject, is: layer, "\(text(line))")
    return true
  }

  private func subject(_ line: [UInt8]) throws -> LayerCase {
    try line.withUnsafeBytes { try CaseFields.read($0) }.subject()
  }

  /// Expects the numbers of a layer, PyTorch's defaults where none stands.
  private func expect(_ subject: LayerCase, is value: JSONValue, _ line: String) {
    for key in Hyperparameter.allCases where key != .batch && key != .input {
      guard let expected = value[key.rawValue] else { continue }
      switch expected {
      case .number(let number):
        #expect(subject.number(key, .height) == Int(number), "\(line)")
        #expect(subject.number(key, .width) == Int(number), "\(line)")
      case .list(let pair):
        #expect(subject.number(key, .height).map { Int128($0) } == pair.first?.number, "\(line)")
        #expect(subject.number(key, .width).map { Int128($0) } == pair.last?.number, "\(line)")
      case .flag(let flag): #expect(subject.layer.bias == flag, "\(line)")
      case .text(let word):
        #expect(
          [subject.layer.op.functionName, subject.layer.padding.text].contains(word), "\(line)")
      case .null, .fraction, .object: Issue.record("\(line)")
      }
    }
    #expect(
      value["input"]?.list?.compactMap(\.number) == subject.input.dimensions.map { Int128($0) },
      "\(line)")
  }

  /// Whether a line has what the library takes for JSON and the standard does not.
  private func isLenient(_ line: [UInt8]) -> Bool {
    let text = text(line)
    return line.contains { $0 < 0x20 } || text.hasPrefix("\u{FEFF}")
      || text.contains(/,\s*[}\]]/) || text.contains(/[:\[,]\s*(-?0\d|\+|\.|-?\d+\.(\D|$))/)
  }

  private func text(_ line: [UInt8]) -> String { String(decoding: line, as: UTF8.self) }

  private func mutilate(_ line: inout [UInt8], _ generator: inout SeededGenerator) {
    let place = Int.random(in: 0...line.count, using: &generator)
    switch Int.random(in: 0..<8, using: &generator) {
    case 0 where place < line.count:
      line[place] ^= 1 << UInt8.random(in: 0...7, using: &generator)
    case 1:
      line.removeSubrange(place..<min(line.count, place + Int.random(in: 1...4, using: &generator)))
    case 2: line.insert(UInt8.random(in: 0...255, using: &generator), at: place)
    case 3: repeatField(&line, &generator)
    case 4: line.append(contentsOf: Self.ends.randomElement(using: &generator)?.utf8 ?? "".utf8)
    default: replaceNumber(&line, &generator)
    }
  }

  private static let ends = [" ", "\t", "\r", "\n", "\u{0}", "}", ",", "\u{A0}", "{}"]

  /// Writes a field of the line once more.
  private func repeatField(_ line: inout [UInt8], _ generator: inout SeededGenerator) {
    let fields = line.dropFirst().dropLast().split(separator: UInt8(ascii: ","))
    guard let field = fields.randomElement(using: &generator), let end = line.indices.last else {
      return
    }
    line.insert(contentsOf: [UInt8(ascii: ",")] + field, at: end)
  }

  /// Puts something else in place of some digits.
  private func replaceNumber(_ line: inout [UInt8], _ generator: inout SeededGenerator) {
    let isDigit = { (byte: UInt8) in (0x30...0x39).contains(byte) }
    guard let place = line.indices.filter({ isDigit(line[$0]) }).randomElement(using: &generator)
    else { return }
    let end = line[place...].firstIndex { !isDigit($0) } ?? line.count
    let value = Self.values.randomElement(using: &generator) ?? ""
    line.replaceSubrange(place..<end, with: value.utf8)
  }

  private static let values = [
    "1.0", "1.5", "1e2", "1E+2", "2e-1", "007", "-0", "-5", "--5", "+5", " 5", "5 ", "null",
    "true", "\"5\"", "[5]", "[]", "{\"a\":1}", "999999999999999999", "1000000000000000000",
    "9223372036854775807", "9223372036854775808", "99999999999999999999999999999999999999999", "",
    "0x10", "1_000", "NaN", "Infinity", "\u{661}", "/*1*/1", "1e400",
  ]
}
