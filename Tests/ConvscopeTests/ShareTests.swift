import PseudoTerminal
import Testing

/// The share line as the command line that it is.
@Suite struct ShareTests {
  private static let layer =
    "--op conv_transpose2d --input 1,1,4,4 --out-channels 1 --kernel-size 3 --stride 2"

  @Test(arguments: [
    ("ja<Enter>z", "\(layer) --show row=stride,axes=h,zoom,pane"),
    ("W<Enter>h", "\(layer) --view watch --show pane,cell=output:4:3"),
    ("W..T", "\(layer) --view watch --theme light --show grid=input,cell=input:0:1,steps=2"),
    ("Cm<Enter>jj", "\(layer) --view tools --show pane,choice=3"),
  ])
  func `a share line opens what the keys opened`(keys: String, line: String) throws {
    let pressed = try run(["--print", "80x24", "--keys", keys])
    let words = line.split(separator: " ").map(String.init)
    let shared = try run(["--print", "80x24"] + words)
    shared.expectResult()
    let said = try ProgramOutput(of: convscope, ["--plain"] + words, input: Array("share\n".utf8))
    #expect(said.lines.last == "convscope \(line)")
    // The footer says what the last key did; the share line has no last key.
    #expect(shared.lines.dropLast() == pressed.lines.dropLast())
  }

  @Test(arguments: [
    (["--show", "row=colour"], "--show: 'row=colour' is not understood"),
    (["--show", "a\u{1B}b=1"], "--show: 'a?b' is not one of row, axes"),
    (["--view", "nowhere"], "The value 'nowhere' is invalid for '--view <view>'"),
    (["report", "--view", "map"], "Unknown option '--view'"),
    (["--view", "map", "report"], "Unknown option '--view'"),
  ])
  func `what makes no sense is wrong usage`(arguments: [String], words: String) throws {
    let output = try run(arguments)
    output.expectRefusal(64)
    #expect(output.standardError.contains(words), "\(output.standardError)")
  }

  @Test func `Y puts the share line on the clipboard`() throws {
    let session = try startExplorer()
    try session.waitForFooter()
    session.send("Y")
    try session.waitFor("copied convscope --op conv_transpose2d")
    // OSC 52 with the beginning of "convscope --op" in base64.
    #expect(String(decoding: session.output, as: UTF8.self).contains("]52;c;Y29udnNjb3BlIC0tb3Ag"))
    try session.quit()
  }
}
