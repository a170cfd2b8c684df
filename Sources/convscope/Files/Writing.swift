/// Says something in one line on standard error.
nonisolated func complain(_ message: String) {
  let text = Environment.spelling == .unicode ? message : Spelling.ascii.text(message)
  // Nobody is left to be told where even this fails.
  _ = writeAll(Array("convscope: \(text)\n".utf8), to: STDERR_FILENO)
}

/// Writes all of it; the number of the error that left something out.
nonisolated func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
  var remainder = bytes[...]
  while !remainder.isEmpty {
    let written = remainder.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    if written >= 0 {
      remainder = remainder.dropFirst(written)
    } else if errno != EINTR {
      return errno
    }
  }
  return nil
}
