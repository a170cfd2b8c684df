import Glibc

extension TerminalSession {
  /// The memory that the program holds at the moment, in kilobytes.
  package var residentKilobytes: Int {
    get throws {
      let path = "/proc/\(processIdentifier)/statm"
      guard let file = fopen(path, "r") else { throw SystemError("open \(path)") }
      defer { fclose(file) }
      var bytes = [UInt8](repeating: 0, count: 256)
      let count = fread(&bytes, 1, bytes.count, file)
      let fields = String(decoding: bytes.prefix(count), as: UTF8.self).split(separator: " ")
      guard fields.count > 1, let pages = Int(fields[1]) else { throw SystemError("read \(path)") }
      return pages * Int(getpagesize()) / 1024
    }
  }

  /// Sends a signal to the job that has the terminal.
  package func signalForeground(_ number: Int32) { kill(-tcgetpgrp(controller), number) }

  /// Makes every cell show what no program draws, to see which ones are drawn again.
  package func smear() { screen.smear() }

  /// Types keys without end while nobody reads, until the program takes no more of them.
  package func floodWithoutReading(_ keys: String) throws {
    let bytes = Array(keys.utf8)
    let flags = fcntl(controller, F_GETFL)
    // Otherwise the last write would wait for the program, too.
    _ = fcntl(controller, F_SETFL, flags | O_NONBLOCK)
    defer { _ = fcntl(controller, F_SETFL, flags) }
    let deadline = ContinuousClock.now + Self.patience
    // A program that still reads makes room again well within this time, even on a busy machine;
    // one that is only slow is as good a subject.
    while isReady(to: POLLOUT, within: .seconds(1)) {
      guard ContinuousClock.now < deadline else {
        throw NeverHappened(purpose: "a standstill", screen: screen.text)
      }
      _ = write(controller, bytes, bytes.count)
    }
  }

  /// Reads until the program is quiet; of one that goes on writing, only some.
  package func readUntilQuiet() {
    for _ in 0..<100 where !isReady(to: POLLIN, within: .milliseconds(50)) || !receive() { return }
  }

  /// Takes in what an ended program has left in the terminal.
  package func readRest() { while isReady(to: POLLIN, within: .zero), receive() {} }
}
