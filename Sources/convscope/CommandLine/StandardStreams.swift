/// Why the program cannot do what it was asked for; `main` says it, and ends with its status.
nonisolated struct Failure: Error {
  let reasons: [String]
  let status: Int32
}

nonisolated extension Failure {
  /// A layer without an answer.
  init(invalid reasons: [String]) { self.init(reasons: reasons, status: 1) }

  /// An input that means nothing.
  init(data reasons: [String]) { self.init(reasons: reasons, status: EX_DATAERR) }

  init(file failure: FileFailure, hint: String = "") {
    self.init(reasons: [failure.message + hint], status: EX_IOERR)
  }

  /// `nil` for what the library words better.
  init?(_ error: any Error) {
    switch error {
    case let failure as Failure: self = failure
    case let failure as FileFailure: self.init(file: failure)
    case let error as TerminalError: self.init(reasons: [error.message], status: 2)
    case let refusal as Refusal: self.init(invalid: refusal.lines)
    case let remark as Remark: self.init(invalid: [remark.text])
    case let code as ExitCode: self.init(reasons: [], status: code.rawValue)
    default: return nil
    }
  }
}

/// Refuses a number that an option cannot have.
nonisolated func check(_ number: Int?, of option: String, in range: ClosedRange<Int>) throws {
  guard let number, !range.contains(number) else { return }
  throw ValidationError(
    "\(option) is from \(range.lowerBound) to \(range.upperBound.grouped), not \(number)")
}

/// Writes whole lines of a result to standard output, or ends with the status of a failed output.
///
/// A reader who has gone away has had enough, which is not a failure.
nonisolated func emitOrExit(_ text: String) throws { try emitOrExit(Array(text.utf8)) }

nonisolated func emitOrExit(_ lines: [String], _ spelling: Spelling) throws {
  try emitOrExit(lines.map { spelling.line($0) + "\n" }.joined())
}

nonisolated func emitOrExit(_ bytes: [UInt8]) throws {
  guard let error = writeAll(bytes, to: STDOUT_FILENO) else { return }
  if error != EPIPE { complain("cannot write the result: \(String(cString: strerror(error)))") }
  throw ExitCode(EX_IOERR)
}

nonisolated func conclude(with text: String, isResult: Bool, status: Int32) -> Never {
  guard isResult else {
    _ = writeAll(Array(text.utf8), to: STDERR_FILENO)
    exit(status)
  }
  do {
    try emitOrExit(text)
    exit(status)
  } catch { exit(EX_IOERR) }
}

/// Where `--output` and the like say that a result goes, and whether `--force` replaces what is there.
nonisolated struct OutputFile: Sendable {
  /// `-` is standard output.
  let name: String
  let overwrites: Bool

  /// Writes all of it, into a file that anybody may read.
  func write(_ bytes: [UInt8]) throws {
    guard name != "-" else { return try emitOrExit(bytes) }
    do throws(FileFailure) {
      try WholeFile.write(
        bytes, to: name, overwrites: overwrites, permissions: 0o666)
    } catch { throw Failure(file: error, hint: error.isTaken ? "; --force replaces it" : "") }
  }
}
