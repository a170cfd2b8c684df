import Foundation
import Glibc
import PseudoTerminal
import Testing

@Suite struct BatchTests {
  /// A case whose output has as many channels as its id says.
  private func line(_ number: Int) -> String {
    #"{"id":\#(number),"op":"conv2d","input":[1,1,4,4],"in_channels":1,"#
      + #""out_channels":\#(number),"kernel_size":3}"#
  }

  private func batch(
    _ lines: [UInt8], _ arguments: [String] = [],
    output: ProgramOutput.Destination = .captured
  ) throws -> ProgramOutput {
    try ProgramOutput(of: convscope, ["batch"] + arguments, input: lines, output: output)
  }

  private struct Answer: Decodable {
    let id: Int?
    let line: Int?
    let ok: Bool
    let output: [Int]?
    let coverage: [String: [Int]]?
  }

  private func answers(_ output: ProgramOutput) throws -> [Answer] {
    try output.lines.map { try JSONDecoder().decode(Answer.self, from: Data($0.utf8)) }
  }

  @Test(arguments: ["input", "output"])
  func `a schema is one JSON document, and no case is answered`(name: String) throws {
    let output = try batch(Array(line(1).utf8), ["--schema", name])
    output.expectResult()
    let schema = try JSONSerialization.jsonObject(with: Data(output.standardOutput.utf8))
    let dialect = (schema as? [String: Any])?["$schema"] as? String
    #expect(dialect == "https://json-schema.org/draft/2020-12/schema")
  }

  @Test func `an answer comes before the input ends`() throws {
    let program = try PipedProgram(of: convscope, ["batch"])
    for number in 1...3 {
      try program.send(line(number) + "\n")
      let answer = try #require(program.nextLine())
      #expect(answer.hasPrefix(#"{"id":\#(number),"ok":true,"output":[1,\#(number),2,2],"#))
    }
    // Half a line is no line yet.
    let last = line(4)
    try program.send(String(last.prefix(20)))
    #expect(program.nextLine(timeout: 200) == nil)
    try program.send(String(last.dropFirst(20)))
    program.endInput()
    #expect(program.nextLine()?.hasPrefix(#"{"id":4,"#) == true)
    #expect(program.nextLine() == nil)
    #expect(program.waitForEnding() == .exited(0))
  }

  @Test func `twenty thousand answers come in the order of their lines`() throws {
    let count = 20_000
    let output = try batch(Array((1...count).map { line($0) + "\n" }.joined().utf8))
    output.expectResult()
    let answers = try answers(output)
    #expect(answers.map(\.id) == Array(1...count))
    #expect(answers.map { $0.output?[1] } == Array(1...count))
  }

  @Test func `broken lines get error lines with their numbers, and the rest goes on`() throws {
    let broken: [[UInt8]] = [
      Array("nonsense".utf8), Array(#"{"op":"conv2d","stride":true}"#.utf8),
      Array(#"{"op":"conv2d","strides":1}"#.utf8), [0x22, 0xC3, 0x28, 0x22], [],
      [UInt8](repeating: UInt8(ascii: "x"), count: 3_000_000), Array("[1]".utf8), [0],
      Array(String(repeating: "[", count: 100_000).utf8),
    ]
    var input: [UInt8] = []
    for (index, bytes) in broken.enumerated() {
      input += bytes + Array("\n\(line(index + 1))\n".utf8)
    }
    let output = try batch(input)
    output.expectResult()
    let answers = try answers(output)
    try #require(answers.count == 2 * broken.count)
    for index in broken.indices {
      #expect(!answers[2 * index].ok)
      #expect(answers[2 * index].line == 2 * index + 1)
      #expect(answers[2 * index + 1].ok)
      #expect(answers[2 * index + 1].id == index + 1)
    }
  }

  @Test(arguments: [1_048_576, 1_048_577, 1_500_000, 2_097_152, 2_100_000])
  func `whether a line is too long does not depend on what stands around it`(length: Int) throws {
    let space = [UInt8](repeating: UInt8(ascii: " "), count: length - line(1).utf8.count)
    let long = Array(line(1).utf8) + space
    let isTaken = length <= 1_048_576
    let nonsense = String(repeating: "x", count: 300)
    for before in ["", "\n", String(repeating: "\(nonsense)\n", count: 3_000)] {
      for after in ["", "\n", "\n" + line(3)] {
        let output = try batch(Array(before.utf8) + long + Array(after.utf8))
        output.expectResult()
        let answers = try answers(output)
        let place = before.count { $0 == "\n" }
        try #require(answers.count == place + 1 + (after.count > 1 ? 1 : 0))
        #expect(answers[place].ok == isTaken)
        #expect(answers[place].line == (isTaken ? nil : place + 1))
        if after.count > 1 { #expect(answers[place + 1].id == 3) }
      }
    }
  }

  @Test func `a line of a hundred megabytes is one error, and the rest goes on`() throws {
    let script = """
      { echo '\(line(1))'; head -c 100000000 /dev/zero; echo; echo '\(line(2))'; } \
      | exec '\(convscope)' batch
      """
    let output = try ProgramOutput(of: "/bin/sh", ["-c", script])
    output.expectResult()
    let answers = try answers(output)
    #expect(answers.map(\.ok) == [true, false, true])
    #expect(answers.map(\.line) == [nil, 2, nil])
  }

  @Test(arguments: ["\n", "\r\n"])
  func `lines end with a line feed, also after a carriage return, and the last as it likes`(
    end: String
  ) throws {
    let lines = [line(1), line(2)].joined(separator: end)
    let expected = try batch(Array("\(line(1))\n\(line(2))\n".utf8))
    expected.expectResult()
    #expect(try batch(Array(lines.utf8)).standardOutput == expected.standardOutput)
    #expect(try batch(Array((lines + end).utf8)).standardOutput == expected.standardOutput)
  }

  @Test func `no lines give no lines`() throws {
    let output = try batch([])
    #expect(output.ending == .exited(0))
    #expect(output.standardOutput == "")
    #expect(output.standardError == "")
  }

  @Test func `a file is read in place of the input`() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try Data(line(7).utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let output = try batch([], [file.path])
    output.expectResult()
    #expect(try answers(output).map(\.id) == [7])
    #expect(try answers(batch(Array(line(8).utf8), ["-"])).map(\.id) == [8])
  }

  @Test(arguments: ["/nowhere/at/all", "/", "", "\u{1B}[2J"])
  func `a file that cannot be read is said in one line`(file: String) throws {
    let output = try batch([], [file])
    output.expectRefusal(74)
    #expect(output.errorLines.count == 1)
    #expect(output.standardError.hasPrefix("convscope: cannot "))
    #expect(!output.standardError.contains("\u{1B}"))
  }

  @Test func `lists of coverage are written as wished`() throws {
    let line = Array(
      #"{"op":"conv2d","input":[1,5000,4],"in_channels":1,"out_channels":1,"kernel_size":1}"#.utf8)
    let keys = { (arguments: [String]) in
      try answers(batch(line, arguments)).map { $0.coverage?.mapValues(\.count) }
    }
    #expect(try keys([]) == [["w": 4]])
    #expect(try keys(["--coverage"]) == [["h": 5000, "w": 4]])
    #expect(try keys(["--no-coverage"]) == [nil])
  }

  @Test func `a full disk is said in one line`() throws {
    let output = try batch(Array(line(1).utf8), output: .file("/dev/full"))
    #expect(output.ending == .exited(74))
    #expect(output.errorLines == ["convscope: cannot write the result: No space left on device"])
  }

  @Test func `a reader that has gone away ends the batch quietly`() throws {
    let output = try batch(Array(line(1).utf8), output: .closedPipe)
    #expect(output.ending == .signalled(SIGPIPE))
    #expect(output.standardError == "")
    let ignoring = try ProgramOutput(
      of: "/bin/sh", ["-c", "trap '' PIPE; exec '\(convscope)' batch"],
      input: Array(line(1).utf8), output: .closedPipe)
    #expect(ignoring.ending == .exited(74))
    #expect(ignoring.standardError == "")
  }
}
