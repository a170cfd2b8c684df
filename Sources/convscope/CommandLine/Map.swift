struct Map: ParsableCommand {
  static let configuration = CommandConfiguration(PackageResources.map_txt, commandName: "map")

  @Argument(help: .of("layer"), completion: .file()) var text: String?
  @OptionGroup var layer: LayerOptions
  @Option(help: .of("map format")) var format: MapFormat?
  @Option(name: .shortAndLong, help: .of("output")) var output: String?
  @Flag(help: .of("force")) var force = false

  func validate() throws {
    if force, output == nil { throw ValidationError("--force is for --output") }
    if let file, format == nil, MapFormat(fileName: file) == nil {
      throw ValidationError(MapFormat.endingRule)
    }
  }

  /// The file to write to; `nil` for standard output.
  private var file: String? { output == "-" ? nil : output }

  func run() throws {
    let format = format ?? file.flatMap(MapFormat.init(fileName:)) ?? .text
    let map = try MapExport(try layer.validPass(text), format)
    let spelling = Environment.spelling
    guard let file else {
      return try map.write(spell: spelling.text) { try emitOrExit($0) }
    }
    do throws(FileFailure) {
      try map.write(to: file, overwrites: force, spelling)
    } catch { throw Failure(file: error, hint: error.isTaken ? "; --force replaces it" : "") }
  }
}

extension MapFormat: ExpressibleByArgument {}
