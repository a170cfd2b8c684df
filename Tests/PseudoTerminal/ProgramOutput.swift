import Glibc

/// What a program without a terminal has written, and how it ended.
package struct ProgramOutput: Sendable {
  package let standardOutput: String
  package let standardError: String
  package let ending: ProgramEnding

  /// Where the program's standard output goes.
  package enum Destination: Sendable {
    /// Into ``ProgramOutput/standardOutput``.
    case captured
    case file(String)
    /// A pipe whose reader has gone away.
    case closedPipe
  }

  /// Runs a program to its end; its input is empty unless given.
  package init(
    of program: String, _ arguments: [String] = [], environment: [String: String] = [:],
    input: [UInt8] = [], output destination: Destination = .captured
  ) throws {
    // Files, not pipes: neither side can be blocked by the other one.
    let files = try (
      input: TemporaryFile(input), output: TemporaryFile(), error: TemporaryFile()
    )
    let redirected = try destination.open()
    defer { if let redirected { close(redirected) } }
    let launch = Launch(program: program, arguments: arguments, environment: environment)
    let child = try launch.start(
      on: .descriptors(
        input: files.input.descriptor, output: redirected ?? files.output.descriptor,
        error: files.error.descriptor))
    var status: Int32 = 0
    while waitpid(child, &status, 0) == -1 && errno == EINTR {}
    ending = ProgramEnding(waitStatus: status)
    standardOutput = files.output.text
    standardError = files.error.text
  }
}

extension ProgramOutput.Destination {
  /// The descriptor to write to; `nil` where the output is captured.
  fileprivate func open() throws -> Int32? {
    switch self {
    case .captured: return nil
    case .file(let path):
      let descriptor = Glibc.open(path, O_WRONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw SystemError("open \(path)") }
      return descriptor
    case .closedPipe:
      var ends: [Int32] = [-1, -1]
      guard pipe(&ends) == 0 else { throw SystemError("pipe") }
      close(ends[0])
      return ends[1]
    }
  }
}

/// A file without a name, which is gone with its last user.
private final class TemporaryFile {
  let descriptor: Int32

  init(_ bytes: [UInt8] = []) throws {
    var path = Array("/tmp/convscope-tests-XXXXXX".utf8CString)
    descriptor = mkstemp(&path)
    guard descriptor >= 0 else { throw SystemError("mkstemp") }
    unlink(path)
    guard write(descriptor, bytes, bytes.count) == bytes.count else { throw SystemError("write") }
    lseek(descriptor, 0, SEEK_SET)
  }

  deinit { close(descriptor) }

  /// All of the file, wherever the last writer has stopped.
  var text: String {
    lseek(descriptor, 0, SEEK_SET)
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = read(descriptor, &buffer, buffer.count), count > 0 {
      bytes += buffer.prefix(count)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
