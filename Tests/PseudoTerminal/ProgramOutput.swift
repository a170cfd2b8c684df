import Glibc

/// What a program without a terminal has written, and how it ended.
package struct ProgramOutput: Sendable {
  package let standardOutput: String
  package let standardError: String
  package let ending: ProgramEnding

  /// Runs a program to its end; its input is empty unless given.
  package init(
    of program: String, _ arguments: [String] = [], environment: [String: String] = [:],
    input: String = ""
  ) throws {
    // Files, not pipes: neither side can be blocked by the other one.
    let files = try (
      input: TemporaryFile(input), output: TemporaryFile(), error: TemporaryFile()
    )
    let launch = Launch(program: program, arguments: arguments, environment: environment)
    let child = try launch.start(
      on: .descriptors(
        input: files.input.descriptor, output: files.output.descriptor,
        error: files.error.descriptor))
    var status: Int32 = 0
    while waitpid(child, &status, 0) == -1 && errno == EINTR {}
    ending = ProgramEnding(waitStatus: status)
    standardOutput = files.output.text
    standardError = files.error.text
  }
}

/// A file without a name, which is gone with its last user.
private final class TemporaryFile {
  let descriptor: Int32

  init(_ text: String = "") throws {
    var path = Array("/tmp/convscope-tests-XXXXXX".utf8CString)
    descriptor = mkstemp(&path)
    guard descriptor >= 0 else { throw SystemError("mkstemp") }
    unlink(path)
    let bytes = Array(text.utf8)
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
