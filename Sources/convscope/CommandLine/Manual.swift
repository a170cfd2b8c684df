import CNcurses

struct Manual: ParsableCommand {
  static let configuration = CommandConfiguration(
    PackageResources.manual_txt, commandName: "manual")

  @Argument(help: .of("manual subject"), completion: .list(ManualArticle.all.map(\.subject)))
  var subject: String?
  @Flag(help: .of("manual man")) var man = false

  func run() throws {
    guard !man else {
      guard subject == nil else {
        throw ValidationError("--man writes one page about everything, and takes no subject")
      }
      return try emitOrExit(ManualPage(Convscope._dumpHelp()).text)
    }
    let article = try subject.map(Self.article) ?? .contents
    let page = MarkdownPage(article.text)
    let spelling = Environment.spelling
    guard isatty(STDOUT_FILENO) == 1 else {
      return try emitOrExit(page.lines(width: 80, isBold: false, spelling), spelling)
    }
    let isCapable = Environment.value(of: "TERM").map { $0 != "dumb" } ?? false
    let columns = MainActor.assumeIsolated { Int(cn_window_size(STDOUT_FILENO).ws_col) }
    // Long lines are hard to read.
    let width = columns > 0 ? min(columns, 100) : 80
    let lines = page.lines(width: width, isBold: isCapable, spelling)
    let text = lines.map { $0 + "\n" }.joined()
    if !isCapable || !Pager.show(text) { try emitOrExit(text) }
  }

  private static func article(_ subject: String) throws -> ManualArticle {
    guard let article = ManualArticle.all.first(where: { $0.subject == subject }) else {
      let subjects = ManualArticle.all.map(\.subject).joined(separator: ", ")
      throw ValidationError("the manual has no \(quoted(subject)); it has \(subjects)")
    }
    return article
  }
}
