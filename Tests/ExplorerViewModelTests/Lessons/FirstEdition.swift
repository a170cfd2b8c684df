import ExplorerViewModel
import Foundation

/// The lessons that the first edition had, as files of a teacher: they must still open, and what is
/// tested of keys and strips does not depend on the course of today.
enum FirstEdition {
  static let lessons: [Lesson] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "FirstEdition")
    let names = [
      "window", "padding", "stride", "dilation", "scatter", "stretch", "crop", "output-padding",
      "overlap", "doubling", "upsampling", "channels", "counting", "dialects", "sound",
    ]
    return names.flatMap { name -> [Lesson] in
      let file = folder.appending(path: name + ".lesson")
      guard let bytes = try? Data(contentsOf: file) else { return [] }
      return (try? Lesson.read([UInt8](bytes))) ?? []
    }
  }()
}
