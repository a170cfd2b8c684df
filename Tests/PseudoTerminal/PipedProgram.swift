import Glibc
import Synchronization

/// A program between two pipes, to be spoken with line by line.
package final class PipedProgram {
  private let child: pid_t
  private var input: Int32
  private let output: Int32
  private var pending: [UInt8] = []
  private var hasEnded = false

  /// Starts a program whose output is to be read, or goes nowhere.
  package init(
    of program: String, _ arguments: [String], discardsOutput: Bool = false
  ) throws {
    let nowhere = discardsOutput ? open("/dev/null", O_WRONLY | O_CLOEXEC) : -1
    defer { if nowhere >= 0 { close(nowhere) } }
    let launch = Launch(program: program, arguments: arguments, environment: [:])
    let (input, output) = (try Self.pipe(), try Self.pipe())
    defer {
      close(input.read)
      close(output.write)
    }
    child = try launch.start(
      on: .descriptors(
        input: input.read, output: discardsOutput ? nowhere : output.write, error: STDERR_FILENO))
    (self.input, self.output) = (input.write, output.read)
  }

  deinit {
    endInput()
    close(output)
    guard !hasEnded else { return }
    kill(child, SIGKILL)
    _ = waitForEnding()
  }

  private static func pipe() throws -> (read: Int32, write: Int32) {
    var ends: [Int32] = [-1, -1]
    // A stranger's child must not hold the other end open.
    try startingChildren.withLock { _ in
      guard Glibc.pipe(&ends) == 0 else { throw SystemError("pipe") }
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    }
    return (ends[0], ends[1])
  }

  package func send(_ text: String) throws {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(input, $0.baseAddress, $0.count) }
      guard count > 0 else { throw SystemError("write") }
      rest = rest.dropFirst(count)
    }
  }

  /// The most memory that the running program has held at once, in bytes.
  ///
  /// Not what `wait4` tells: that begins with the memory of the process that started it.
  package func peakMemory() throws -> Int {
    guard let file = fopen("/proc/\(child)/status", "r") else { throw SystemError("fopen") }
    defer { fclose(file) }
    var buffer = [UInt8](repeating: 0, count: 1 << 14)
    let count = fread(&buffer, 1, buffer.count, file)
    let lines = String(decoding: buffer[..<count], as: UTF8.self).split(separator: "\n")
    let peak = lines.first { $0.hasPrefix("VmHWM:") }?.split(separator: "\t").last
    let kilobytes = peak?.split(separator: " ").first.flatMap { Int($0) }
    guard let kilobytes else { throw SystemError("/proc/\(child)/status", number: ENOENT) }
    return kilobytes * 1024
  }

  package func endInput() {
    guard input >= 0 else { return }
    close(input)
    input = -1
  }

  /// The next line without its end; `nil` where none comes in time, or ever.
  package func nextLine(timeout milliseconds: Int32 = 20_000) -> String? {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      if let end = pending.firstIndex(of: UInt8(ascii: "\n")) {
        defer { pending.removeFirst(end + 1) }
        return String(decoding: pending[..<end], as: UTF8.self)
      }
      var event = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
      guard poll(&event, 1, milliseconds) == 1 else { return nil }
      let count = read(output, &buffer, buffer.count)
      guard count > 0 else { return nil }
      pending += buffer[..<count]
    }
  }

  package func waitForEnding() -> ProgramEnding {
    var status: Int32 = 0
    while waitpid(child, &status, 0) == -1 && errno == EINTR {}
    hasEnded = true
    return ProgramEnding(waitStatus: status)
  }
}
