/// The theme that was chosen last, as a word in the file `theme` of the user's configuration.
nonisolated enum KeptTheme {
  /// The theme; `nil` where there is none, or something else.
  static func read() -> Theme? {
    guard let folder = UserFolder.configuration,
      let bytes = try? BoundedFile.bytes(ofRegular: folder.path + "/theme", most: 64)
    else { return nil }
    return Theme(rawValue: String(decoding: bytes.prefix { $0 > 0x20 }, as: UTF8.self))
  }

  static func keep(_ theme: Theme) throws(FileFailure) {
    guard let folder = UserFolder.configuration else { throw .withoutHome }
    try folder.make()
    try WholeFile.write(
      Array("\(theme.rawValue)\n".utf8), to: folder.path + "/theme", overwrites: true)
  }
}
