import SeededNumbers
import Foundation
import LayerNotation
import Testing

/// The quick reader against the library.
@Suite struct CaseReaderTests {
  private let lines: [[UInt8]]

  init() throws { lines = try RecordedLine.recorded.get().map(\.line) }

  @Test func `every recorded layer is read quickly, as the library reads it`() {
    for line in lines { #expect(expectAgreement(line), "\(text(line))") }
  }

  @Test(arguments: 1...8)
  func `what is read quickly of a mutilated line is what the library reads`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var read = 0
    for _ in 0..<2_500 {
      guard var line = lines.randomElement(using: &generator) else { return }
      for _ in 0..<Int.random(in: 1...2, using: &generator) { mutilate(&line, &generator) }
      if expectAgreement(line) { read += 1 }
    }
    // Enough of them must be read for the comparison to mean something, and not nearly all.
    #expect((200..<2_250).contains(read), "\(read)")
  }

  @Test(arguments: [
    #"{"op":"conv2d","op":"conv2d"}"#, #"{"id":1,"id":2}"#, #"{"groups":1,"groups":2}"#,
    #"{"id":"a\u0041"}"#, #"{"o\u0070":"conv2d"}"#, #"{"stride":1.0}"#, #"{"stride":1e2}"#,
    #"{"stride":01}"#, #"{"stride":-}"#, #"{"stride":+1}"#, #"{"stride":[1,]}"#,
    #"{"stride":[]}"#, #"{"stride":[[1]]}"#, #"{"stride":{}}"#, #"{"stride":null}"#,
    #"{"stride":1234567890123456789}"#, #"{"stride":12345678901234567890}"#, "{}", "", " ", "[]",
    #"{"bias":True}"#, #"{"bias":tru}"#, #"{"bias":"true"}"#, #"{,"bias":true}"#,
    #"{"bias":true,}"#, #"{"bias" true}"#, #"{"bias":true"#, #"{"bias":true}}"#,
    #"{"bias":true} x"#, #"{"unknown":1}"#, #"{'bias':true}"#, #"{"id":"é"}"#, #"{"id":""}"#,
    "{\"id\":\"\u{7F}\"}", "{\"id\":\"\u{1}\"}", "\u{FEFF}{\"id\":1}", "{\"id\":1}\r",
    "\t{ \"id\" :\t1 }\r", "{\"id\":1}\u{0}", "{\"id\":1\u{B}}", "{\"id\":-0}", "{\"id\":1.5}",
    #"{"id":1 2}"#, #"{"stride":truefalse}"#, #"{"stride":"a"b}"#, #"{"stride":1"groups":2}"#,
  ])
  func `the two agree on every odd form`(line: String) { expectAgreement(Array(line.utf8)) }

  @Test(arguments: [
    #"{"stride":-3}"#, #"{"stride":0}"#, #"{"stride":[1,-2,3]}"#, #"{"id":-7,"bias":false}"#,
    #"{"stride":999999999999999999}"#, " { \"padding\" : \"same\" } \r",
  ])
  func `usual forms are read quickly`(line: String) {
    #expect(expectAgreement(Array(line.utf8)))
  }

  /// Expects that the library reads what the quick reader reads; whether that reads it.
  @discardableResult
  private func expectAgreement(_ line: [UInt8]) -> Bool {
    guard let quick = line.withUnsafeBytes({ CaseReader.fields($0) }) else { return false }
    let whole = try? JSONDecoder().decode(CaseFields.self, from: Data(line))
    #expect(quick == whole, "\(text(line))")
    return true
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
