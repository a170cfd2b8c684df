import ConvArithmetic
import ExplorerViewModel
import Foundation
import LayerNotation
import Testing

/// Screens as SVG.
@Suite struct FramePictureTests {
  @Test(arguments: Theme.allCases, ["", "OmmP", "W<Enter>"])
  func `a picture has all characters of the screen, and opens no tag that it does not close`(
    theme: Theme, keys: String
  ) throws {
    var state = ExplorerState(
      LayerCase.decoder, size: ScreenSize(columns: 80, rows: 24),
      capabilities: Capabilities(unicode: true, colors: 256), theme: theme)
    try state.press(keys)
    let frame = render(state)
    let svg = FramePicture(frame).svg
    #expect(svg.hasPrefix("<svg ") && svg.hasSuffix("</svg>\n"))
    var written = ""
    for piece in svg.split(separator: "<text ").dropFirst() {
      let text = try #require(piece.split(separator: "</text>").first)
      written += text.drop { $0 != ">" }.dropFirst()
    }
    let plain = written.replacing("&lt;", with: "<").replacing("&gt;", with: ">")
      .replacing("&quot;", with: "\"").replacing("&apos;", with: "'").replacing("&amp;", with: "&")
    let blanks = Set(" \n\u{2580}")
    #expect(plain.filter { !blanks.contains($0) } == frame.text.filter { !blanks.contains($0) })
    #expect(
      svg.components(separatedBy: "<text ").count == svg.components(separatedBy: "</text>").count)
  }
}
