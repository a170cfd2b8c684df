import ArgumentParser

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Says why the program cannot do what it was asked for, in one line on standard error.
nonisolated func complain(_ message: String) {
  // Nobody is left to be told where even this fails.
  _ = write("convscope: \(message)\n", to: STDERR_FILENO)
}

/// Writes a result to standard output.
///
/// - Parameter text: Whole lines.
/// - Throws: The exit status of a failed output where not all could be written; a reader who has
///   gone away has had enough, which is no failure to speak of.
nonisolated func emitOrExit(_ text: String) throws { try emitOrExit(Array(text.utf8)) }

nonisolated func emitOrExit(_ bytes: [UInt8]) throws {
  guard let error = writeAll(bytes, to: STDOUT_FILENO) else { return }
  if error != EPIPE { complain("cannot write the result: \(String(cString: strerror(error)))") }
  throw ExitCode(EX_IOERR)
}

/// Ends the program with a last text.
nonisolated func conclude(with text: String, isResult: Bool, status: Int32) -> Never {
  let error = write(text, to: isResult ? STDOUT_FILENO : STDERR_FILENO)
  exit(isResult && error != nil ? EX_IOERR : status)
}

nonisolated private func write(_ text: String, to descriptor: Int32) -> Int32? {
  writeAll(Array(text.utf8), to: descriptor)
}

/// Writes all of it; the number of the error that left something out.
nonisolated func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
  var rest = bytes[...]
  while !rest.isEmpty {
    let written = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    if written >= 0 {
      rest = rest.dropFirst(written)
    } else if errno != EINTR {
      return errno
    }
  }
  return nil
}
