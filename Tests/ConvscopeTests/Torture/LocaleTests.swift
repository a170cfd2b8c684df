import PseudoTerminal
import Testing

/// Kind 7: the bytes are those of the locale, whatever is typed.
@Suite struct LocaleTests {
  private static let wide = ":k=3幅\u{301}é\u{200D}👩‍👩‍👧\r\u{1B}\u{1B}"

  @Test(arguments: ["C", "POSIX", "xx_YY"])
  func `a locale without UTF-8 gets nothing but ASCII`(locale: String) throws {
    let session = try startExplorer(environment: ["LC_ALL": locale])
    try session.waitForFooter()
    session.send(Self.wide + "\u{1B}[200~幅é\u{1B}[201~\u{1B}")
    try session.waitForAnswers()
    try session.quit()
    #expect(session.output.allSatisfy { $0 < 0x80 })
  }

  @Test(arguments: ["C.UTF-8", "C.utf8"])
  func `a UTF-8 locale gets whole characters`(locale: String) throws {
    let session = try startExplorer(environment: ["LC_ALL": locale])
    try session.waitForFooter()
    session.send(Self.wide + "\u{1B}[200~幅é\u{1B}[201~\u{1B}")
    try session.waitForAnswers()
    try session.quit()
    #expect(session.output.contains { $0 >= 0x80 })
    #expect(String(validating: session.output, as: UTF8.self) != nil)
  }
}
