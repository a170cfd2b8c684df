import ConvArithmetic
import ExplorerViewModel
import Foundation
import LayerNotation
import PseudoTerminal
import Testing

/// Recordings, played on a small terminal.
@Suite struct RecordingTests {
  private struct Cast {
    var header: [String: Any] = [:]
    var events: [(time: Double, data: String)] = []
  }

  private static func state(_ columns: Int, _ rows: Int) -> ExplorerState {
    ExplorerState(
      LayerCase.decoder, size: ScreenSize(columns: columns, rows: rows),
      capabilities: Capabilities(unicode: true, colors: 256, hasClipboard: false), seed: 5)
  }

  private static func bytes(_ script: String, _ state: ExplorerState) throws -> [UInt8] {
    Recording.asciicast(of: state, try ScriptStep.steps(script), title: "a \"title\"")
  }

  private static func cast(_ script: String, _ state: ExplorerState) throws -> Cast {
    var cast = Cast()
    for line in try bytes(script, state).split(separator: UInt8(ascii: "\n")) {
      let value = try JSONSerialization.jsonObject(with: Data(line))
      if let header = value as? [String: Any] { cast.header = header }
      guard let event = value as? [Any] else { continue }
      #expect(event.count == 3 && event[1] as? String == "o")
      cast.events.append(
        (try #require(event[0] as? Double), try #require(event[2] as? String)))
    }
    return cast
  }

  @Test(
    arguments: [
      "", "kl", "WO", "?jj<Esc>", "p", "G5<Enter>", "ttt", "Om<Enter>jj", "C",
      ":kernel_size=5<Enter>",
      "c", "OmmP",
    ], [(80, 24), (120, 40), (40, 12)])
  func `it ends on the screen that the keys lead to`(script: String, size: (Int, Int)) throws {
    var state = Self.state(size.0, size.1)
    let cast = try Self.cast(script, state)
    var screen = VirtualScreen(columns: size.0, rows: size.1)
    for event in cast.events { screen.feed(event.data.utf8) }
    try state.press(script)
    let frame = render(state)
    #expect(screen.text == frame.text)
    #expect(screen.unknownSequences == [])
    for row in 0..<size.1 {
      for column in 0..<size.0 {
        let expected = Self.rendition(frame[row, column], frame.theme)
        #expect(screen[row, column].rendition == expected, "\(row), \(column)")
      }
    }
  }

  private static func rendition(_ cell: Cell, _ theme: Theme) -> VirtualScreen.Rendition {
    let look = Look(of: cell.style, colors: 256, theme: theme)
    var rendition = VirtualScreen.Rendition()
    (rendition.foreground, rendition.background) = (look.foreground, look.background)
    if let lower = cell.lower {
      rendition.foreground = look.background
      rendition.background = Look(of: lower, colors: 256, theme: theme).background
      return rendition
    }
    rendition.isBold = look.attributes.contains(.bold)
    rendition.isUnderlined = look.attributes.contains(.underlined)
    rendition.isReversed = look.attributes.contains(.reversed)
    return rendition
  }

  @Test func `the header has the size, and a key takes 0.4 s`() throws {
    let cast = try Self.cast("l<Wait>l<wait 2.5>h", Self.state(100, 30))
    #expect(cast.header["version"] as? Int == 2)
    #expect(cast.header["width"] as? Int == 100)
    #expect(cast.header["height"] as? Int == 30)
    #expect(cast.header["title"] as? String == "a \"title\"")
    // The first screen, three keys, and the end.
    #expect(cast.events.map(\.time) == [0, 0.4, 1.8, 4.7, 5.1])
    #expect(cast.events.last?.data == "")
  }

  @Test func `a key that changes nothing writes nothing`() throws {
    let cast = try Self.cast("<Left><Esc>", Self.state(80, 24))
    #expect(cast.events.count <= 4)
  }

  @Test func `what plays goes on during a pause`() throws {
    let still = try Self.cast("W <Wait 0>", Self.state(80, 24))
    let played = try Self.cast("W <Wait 10>", Self.state(80, 24))
    #expect(played.events.count > still.events.count + 5)
    let times = played.events.map(\.time)
    #expect(times == times.sorted())
  }

  @Test func `the same keys give the same recording`() throws {
    let state = Self.state(80, 24)
    #expect(try Self.bytes("W <Wait 3>GG", state) == Self.bytes("W <Wait 3>GG", state))
  }

  @Test(arguments: ["<Wait -1>", "<Wait x>", "<Wait 1 2>", "<Wait 61>", "<Wait nan>", "<Waits>"])
  func `a pause without a length is no step`(script: String) {
    #expect(throws: KeyScriptError.self) { try ScriptStep.steps(script) }
  }

  @Test func `a lesson has keys alone`() {
    #expect(throws: KeyScriptError.self) { try KeyPress.keys("a<Wait>") }
  }
}
