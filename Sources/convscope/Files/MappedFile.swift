/// Ordinary files whose bytes are looked at where they are, so that what nobody looks at is not read.
nonisolated enum MappedFile {
  /// What is made of the bytes of a file; `nil` for a pipe, a device or an empty file.
  static func read<Value>(
    _ path: String, _ body: (UnsafeRawBufferPointer) throws -> Value?
  ) throws -> Value? {
    // A pipe is opened once only, by who reads it.
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size > 0 else {
      return nil
    }
    let descriptor = try BoundedFile.descriptor(of: path)
    defer { close(descriptor) }
    guard fstat(descriptor, &status) == 0, let size = Int(exactly: status.st_size), size > 0,
      let start = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0), start != MAP_FAILED
    else { return nil }
    defer { munmap(start, size) }
    return try body(UnsafeRawBufferPointer(start: start, count: size))
  }
}
