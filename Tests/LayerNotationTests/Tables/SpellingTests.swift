import LayerNotation
import Testing

/// How text from outside comes to the screen.
@Suite struct SpellingTests {
  @Test(arguments: [
    ("naïve", 5), ("ключ", 4), ("שלום", 4), ("中文", 4), ("한국", 4), ("🙂", 2), ("a→b·c", 5),
    ("e\u{301}", 1), ("", 0), ("ｆｕｌｌ", 8), ("─│▀▸", 4),
  ])
  func `letters of all scripts are shown as they are, in their columns`(text: String, width: Int) {
    #expect(Spelling.unicode.width(text) == width)
    #expect(Spelling.unicode.spell(text).count == width)
    let shown = Spelling.unicode.text(text).unicodeScalars
    #expect(shown.elementsEqual(text.unicodeScalars.filter { $0 != "\u{301}" }))
  }

  @Test(arguments: [
    "\u{1B}", "\u{7}", "\u{7F}", "\u{85}", "\u{9B}", "\u{202E}", "\u{2066}", "\u{200F}", "\u{2028}",
    "\u{FEFF}", "\u{E000}", "\u{FFFF}",
  ])
  func `what a terminal could obey is no part of it`(text: String) {
    #expect(Spelling.unicode.text("a\(text)b") == "a?b")
    #expect(Spelling.ascii.text("a\(text)b") == "a?b")
    #expect(Spelling.unicode.width("a\(text)b") == 3)
  }

  @Test(arguments: ["é", "中", "🙂", "ш"]) func `without Unicode a question mark stands for them`(
    text: String
  ) {
    #expect(Spelling.ascii.text(text) == "?")
    #expect(Spelling.ascii.width(text) == 1)
  }

  @Test func `text that was spelled before stays as it is`() {
    let once = Spelling.unicode.spell("a中b")
    let text = String(String.UnicodeScalarView(once))
    #expect(Spelling.unicode.spell(text) == once)
  }
}
