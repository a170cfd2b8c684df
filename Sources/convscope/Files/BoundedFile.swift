/// Files of other people's making, read without trust in their size.
nonisolated enum BoundedFile {
  /// All bytes of a file that a person names, which may be a pipe, or `most` and one more.
  static func bytes(of path: String, most: Int) throws(FileFailure) -> [UInt8] {
    let descriptor = try self.descriptor(of: path)
    defer { close(descriptor) }
    return try bytes(from: descriptor, named: path, most: most)
  }

  /// The bytes of a file of our own: never waits, as for a pipe that somebody has put there.
  static func bytes(ofRegular path: String, most: Int) throws(FileFailure) -> [UInt8] {
    let descriptor = try self.descriptor(of: path, O_NONBLOCK)
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw FileFailure("read", path, number: EINVAL)
    }
    return try bytes(from: descriptor, named: path, most: most)
  }

  static func descriptor(of path: String, _ flags: Int32 = 0) throws(FileFailure) -> Int32 {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | flags)
    guard descriptor >= 0 else { throw FileFailure("open", path) }
    return descriptor
  }

  /// What can still be read from a descriptor, likewise.
  static func bytes(
    from descriptor: Int32, named name: String, most: Int
  ) throws(FileFailure) -> [UInt8] {
    var (bytes, status) = ([UInt8](), stat())
    // Without copies to more and more room.
    if fstat(descriptor, &status) == 0 {
      bytes.reserveCapacity(min(most, max(0, Int(status.st_size))) + 1)
    }
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
