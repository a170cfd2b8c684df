import Foundation
import Testing

/// The pictures that the program is compared with, one text file each.
///
/// `CONVSCOPE_RECORD=1 swift test --filter ExplorerViewModelTests` writes them again; what changed
/// is then seen by `git diff`.
enum Golden {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Golden")

  static let isRecording = ProcessInfo.processInfo.environment["CONVSCOPE_RECORD"] == "1"

  static func file(_ name: String) -> URL { folder.appending(path: name + ".txt") }
}

/// Expects a picture to be the one that was recorded under a name.
///
/// - Parameters:
///   - text: What the program shows.
///   - name: Suite and picture, such as `OverviewPictureTests/first-screen`.
///   - location: Where the test is.
func expectPicture(
  _ text: String, _ name: String, sourceLocation location: SourceLocation = #_sourceLocation
) {
  let file = Golden.file(name)
  if Golden.isRecording {
    #expect(throws: Never.self, sourceLocation: location) {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data((text + "\n").utf8).write(to: file)
    }
    return
  }
  guard let recorded = try? String(contentsOf: file, encoding: .utf8) else {
    Issue.record("no picture is recorded as \(name)", sourceLocation: location)
    return
  }
  let differences = differences(text, String(recorded.dropLast()))
  guard !differences.isEmpty else { return }
  Issue.record("\(name):\n\(differences.joined(separator: "\n"))", sourceLocation: location)
}

/// The lines that differ, each with its number, as recorded and as shown.
private func differences(_ shown: String, _ recorded: String) -> [String] {
  let lines = [recorded, shown].map {
    $0.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
  return (0..<max(lines[0].count, lines[1].count)).flatMap { index -> [String] in
    let pair = lines.map { $0.indices.contains(index) ? $0[index] : "(no line)" }
    return pair[0] == pair[1]
      ? [] : ["\(index + 1) - \(pair[0])", "\(index + 1) + \(pair[1])"]
  }
}

@Suite struct GoldenTests {
  @Test func `every recorded picture is asked for by a test`() throws {
    let tests = Golden.folder.deletingLastPathComponent()
    let sources = try text(of: files(in: tests, ending: ".swift"))
    for file in try files(in: Golden.folder, ending: ".txt") {
      let name = file.path.replacing(Golden.folder.path + "/", with: "").dropLast(".txt".count)
      // By itself: a failure would print all sources.
      let isAskedFor = sources.contains("\"\(name)\"")
      #expect(isAskedFor, "\(name)")
    }
  }

  private func files(in folder: URL, ending: String) throws -> [URL] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(ending) }.map { folder.appending(path: $0) }
  }

  private func text(of files: [URL]) throws -> String {
    try files.map { try String(contentsOf: $0, encoding: .utf8) }.joined()
  }
}
