struct Lessons: ParsableCommand {
  static let configuration = CommandConfiguration(
    PackageResources.lessons_txt, commandName: "lessons")

  @Argument(help: .of("lessons file")) var file: String?
  @Flag(help: .of("lessons check")) var check = false
  @Option(help: .of("lessons format")) var format = Report.Format.text

  func run() throws {
    let shelf = try file.map { try LessonShelf(file: $0) } ?? LessonShelf()
    if check { return try shelf.check() }
    let spelling = Environment.spelling
    switch format {
    case .text: try emitOrExit(shelf.lessons.listText, spelling)
    case .json: try emitOrExit(shelf.lessons.listJSON)
    case .markdown: try emitOrExit(shelf.lessons.listMarkdown, spelling)
    case .csv: throw ValidationError("lessons have no numbers for csv")
    }
  }
}
