struct Lessons: ParsableCommand {
  static let configuration = CommandConfiguration(
    PackageResources.lessons_txt, commandName: "lessons")

  @Argument(help: .of("lessons file"), completion: .file()) var file: String?
  @Argument(help: .of("lessons number")) var number: Int?
  @Flag(help: .of("lessons check")) var check = false
  @Option(help: .of("lessons format")) var format = Report.Format.text
  @Option(name: .shortAndLong, help: .of("lessons output")) var output: String?
  @Flag(help: .of("force")) var force = false

  /// The lesson that is asked for; a number alone is not the name of a file.
  private var wanted: (file: String?, number: Int?) {
    guard number == nil, let file, let number = Int(file) else { return (file, number) }
    return (nil, number)
  }

  func validate() throws {
    if force, output == nil { throw ValidationError("--force is for --output") }
    if output != nil, wanted.number == nil {
      throw ValidationError("--output is for the page of one lesson: lessons 2 --output FOLDER")
    }
  }

  func run() throws {
    let (file, number) = wanted
    let shelf = try file.map { try LessonShelf(file: $0) } ?? LessonShelf()
    if check { return try shelf.check() }
    if let number { return try printPage(of: try shelf.lesson(number)) }
    let spelling = Environment.spelling
    switch format {
    case .text: try emitOrExit(shelf.lessons.listText, spelling)
    case .json: try emitOrExit(shelf.lessons.listJSON)
    case .markdown: try emitOrExit(shelf.lessons.listMarkdown, spelling)
    case .csv: throw ValidationError("lessons have no numbers for csv")
    }
  }

  /// Writes a lesson as a page, with its pictures in the text or as files beside it.
  private func printPage(of lesson: Lesson) throws {
    guard [.text, .markdown].contains(format) else {
      throw ValidationError("a lesson is printed as text or markdown")
    }
    // In text, characters take the place of colours.
    let capabilities =
      output == nil ? Environment.printing : Capabilities(unicode: true, colors: 256)
    let page = LessonPage(lesson, on: ScreenSize(columns: 80, rows: 24), capabilities)
    guard let output else {
      return try emitOrExit(page.markdown(hasPictures: false) { capabilities.spelling.text($0) })
    }
    func write(_ text: String, _ name: String) throws {
      try OutputFile(name: "\(output)/\(name)", overwrites: force).write(Array(text.utf8))
    }
    for (index, frame) in page.frames.enumerated() {
      try write(FramePicture(frame).svg, page.pictureName(index))
    }
    try write(page.markdown(hasPictures: true), "\(page.name).md")
  }
}
