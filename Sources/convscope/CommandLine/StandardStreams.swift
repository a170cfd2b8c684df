import ArgumentParser
import LayerNotation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Says why the program cannot do what it was asked for, in one line on standard error.
nonisolated func complain(_ message: String) {
  let text = Environment.adoptEncoding() ? message : Spelling.ascii.text(message)
  // Nobody is left to be told where even this fails.
  _ = writeAll(Array("convscope: \(text)\n".utf8), to: STDERR_FILENO)
}

/// Reads what a person has named.
///
/// - Throws: The exit status of a failed input, once it has been said.
nonisolated func readOrExit<Value>(_ read: () throws(FileFailure) -> Value) throws -> Value {
  do throws(FileFailure) {
    return try read()
  } catch {
    complain(error.message)
    throw ExitCode(EX_IOERR)
  }
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
  guard isResult else {
    _ = writeAll(Array(text.utf8), to: STDERR_FILENO)
    exit(status)
  }
  do {
    try emitOrExit(text)
    exit(status)
  } catch {
    exit(EX_IOERR)
  }
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
