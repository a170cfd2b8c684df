/// Ordinary files of which only what is wanted is read, whatever becomes of them meanwhile.
nonisolated enum FileInParts {
  /// What is made of the bytes of a file; `nil` for a pipe, a device or an empty file.
  static func read<Value>(
    _ path: String, _ body: (WireBytes) throws -> Value?
  ) throws -> Value? {
    // A pipe is opened once only, by who reads it.
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size > 0 else {
      return nil
    }
    let descriptor = try BoundedFile.descriptor(of: path)
    defer { close(descriptor) }
    guard fstat(descriptor, &status) == 0, let size = Int(exactly: status.st_size), size > 0 else {
      return nil
    }
    return try body(WireBytes(count: size) { bytes(of: descriptor, from: $0, most: $1) })
  }

  /// The bytes from a place on, fewer where the file ends before or cannot be read.
  private static func bytes(of descriptor: Int32, from place: Int, most: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: most) { buffer, filled in
      while filled < most, let start = buffer.baseAddress {
        let count = pread(descriptor, start + filled, most - filled, off_t(place + filled))
        if count == 0 || count < 0 && errno != EINTR { break }
        filled += max(0, count)
      }
    }
  }
}
