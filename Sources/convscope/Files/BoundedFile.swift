import ArgumentParser
import LayerNotation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A call to the system that failed on a file.
nonisolated struct FileFailure: Error {
  let action: String
  let path: String
  let number: Int32

  init(_ action: String, _ path: String, number: Int32 = errno) {
    (self.action, self.path, self.number) = (action, path, number)
  }

  /// What cannot be done, and why, in one sentence.
  var message: String {
    "cannot \(action) \(printable(path)): \(String(cString: strerror(number)))"
  }
}

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

  /// Writes all of a file so that nobody ever sees a part of it: first beside it, then in its place.
  ///
  /// - Parameters:
  ///   - bytes: What the file shall have.
  ///   - path: Its place, in a folder that exists.
  ///   - overwrites: Whether a file that is there is replaced; otherwise that is a failure (EEXIST).
  /// - Throws: ``FileFailure``; the file is as it was then.
  static func write(
    _ bytes: [UInt8], to path: String, overwrites: Bool
  ) throws(FileFailure) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let folder = parts.dropLast().joined(separator: "/")
    let temporary = "\(folder)/.\(getpid()).tmp"
    // Left by a program of the same number that ended amid this.
    unlink(temporary)
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw FileFailure("write", path) }
    let failure = fill(descriptor, bytes) ?? place(temporary, at: path, overwrites)
    unlink(temporary)
    if let failure { throw FileFailure("write", path, number: failure) }
  }

  /// Writes and closes; the number of the error, if there is one.
  private static func fill(_ descriptor: Int32, _ bytes: [UInt8]) -> Int32? {
    var failure = writeAll(bytes, to: descriptor)
    // A disk that is full may say so only now.
    if failure == nil, fsync(descriptor) != 0, errno != EINVAL { failure = errno }
    if close(descriptor) != 0, failure == nil { failure = errno }
    return failure
  }

  private static func place(
    _ temporary: String, at path: String, _ overwrites: Bool
  ) -> Int32? {
    // Unlike a rename, a link replaces nothing, whoever is quicker.
    guard !overwrites else { return rename(temporary, path) == 0 ? nil : errno }
    guard link(temporary, path) != 0 else { return nil }
    guard errno == EPERM || errno == ENOTSUP else { return errno }
    // A file system without links.
    guard access(path, F_OK) != 0 else { return EEXIST }
    return rename(temporary, path) == 0 ? nil : errno
  }
}
