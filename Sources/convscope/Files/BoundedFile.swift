#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Files of other people's making, read without trust in their size.
nonisolated enum BoundedFile {
  /// The bytes of a file, up to one more than may be read.
  ///
  /// - Parameters:
  ///   - path: Of a file that a person names: it may be a pipe, too.
  ///   - most: The bytes that are of use.
  /// - Returns: All bytes, or `most` and one more.
  /// - Throws: ``FileFailure``.
  static func bytes(of path: String, most: Int) throws(FileFailure) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileFailure("open", path) }
    defer { close(descriptor) }
    return try bytes(from: descriptor, named: path, most: most)
  }

  /// The bytes of a file of our own: never waits, as for a pipe that somebody has put there.
  static func bytes(ofRegular path: String, most: Int) throws(FileFailure) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw FileFailure("open", path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw FileFailure("read", path, number: EINVAL)
    }
    return try bytes(from: descriptor, named: path, most: most)
  }

  /// What can still be read from a descriptor, likewise.
  static func bytes(
    from descriptor: Int32, named name: String, most: Int
  ) throws(FileFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= most {
      let count = read(descriptor, &chunk, min(chunk.count, most + 1 - bytes.count))
      if count == 0 { break }
      if count > 0 {
        bytes += chunk[..<count]
      } else if errno != EINTR {
        throw FileFailure("read", name)
      }
    }
    return bytes
  }
}
