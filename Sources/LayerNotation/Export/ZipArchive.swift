/// Files in a zip archive, stored as they are, without a date: the same files give the same bytes.
///
/// Source: PKWARE, APPNOTE.TXT 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16.
package enum ZipArchive {
  package struct File: Equatable, Sendable {
    /// In ASCII, with `/` between folders.
    let name: String
    /// Below 4 GiB, as all files of an archive together.
    let content: [UInt8]
  }

  package static func bytes(_ files: [File]) -> [UInt8] {
    var (entries, directory): ([UInt8], [UInt8]) = ([], [])
    for file in files {
      let start = entries.count
      let facts = facts(file)
      entries += little(0x0403_4B50, 4) + facts + Array(file.name.utf8) + file.content
      // Made by version 2.0; then comment, disk and attributes, all without anything.
      directory += little(0x0201_4B50, 4) + little(20, 2) + facts + little(0, 10)
      directory += little(start, 4) + Array(file.name.utf8)
    }
    let ends = little(files.count, 2) + little(files.count, 2) + little(directory.count, 4)
    return entries + directory
      + (little(0x0605_4B50, 4) + little(0, 4) + ends + little(entries.count, 4) + little(0, 2))
  }

  /// What both headers of a file say: version 2.0, no flags, stored, 1 January 1980, checksum,
  /// sizes, length of the name, no further field.
  private static func facts(_ file: File) -> [UInt8] {
    let size = little(file.content.count, 4)
    return little(20, 2) + little(0, 6) + little(0x21, 2) + little(Int(checksum(file.content)), 4)
      + size + size + little(file.name.utf8.count, 2) + little(0, 2)
  }

  /// A number in so many bytes, the lowest first.
  private static func little(_ number: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }

  /// CRC-32 of IEEE 802.3, whose polynomial is 0xEDB88320 with its bits reversed.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~0) { table[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] ^ ($0 >> 8) }
  }

  private static let table: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { value, _ in
      value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1
    }
  }
}
