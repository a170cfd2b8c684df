import CTerminalGuard
import Synchronization

/// Signals as bytes in a pipe, so that the loop can wait for them and for keys at once.
///
/// The handler does nothing but write one byte; everything else happens in the loop, where all of
/// Swift and ncurses may be used.
final class SignalPipe {
  /// For `poll`: readable as soon as a signal has come.
  let descriptor: Int32
  private let writingDescriptor: Int32
  // Arrays: the first set in a program costs its start more than these ever will.
  private let handled: [Int32]
  private var pending: [Int32] = []

  /// What ends a program, unless that asks for something else.
  static let endings = [SIGTERM, SIGINT, SIGQUIT, SIGHUP, SIGUSR1, SIGUSR2, SIGXCPU]

  /// What ends, stops, continues or resizes a program on a terminal.
  private static let watched = endings + [SIGWINCH, SIGTSTP, SIGCONT]

  /// Starts to watch, or gives nil where the system has no pipe left.
  init?() {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      // A full pipe must not stop the handler, nor an empty one the loop.
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    (descriptor, writingDescriptor) = (ends[0], ends[1])
    // Also runs the lazy initializer of the global, which the handler must not be the first to do.
    pipeForHandler.store(writingDescriptor, ordering: .sequentiallyConsistent)
    handled = Self.watched.filter(Self.install)
  }

  func take() -> [Int32] {
    collect()
    defer { pending = [] }
    return pending
  }

  /// Makes as if a signal had not come; the others stay.
  func forget(_ signal: Int32) {
    collect()
    pending.removeAll { $0 == signal }
  }

  /// Whether `take` would give something that `poll` no longer sees.
  var holdsSignals: Bool { !pending.isEmpty }

  /// Stops the whole job, as Ctrl-Z does to a program that does not handle it.
  ///
  /// Returns when the shell lets the job go on, or at once: where the signal was ignored from the
  /// start, and where nobody is left who could let it go on, for then the system does not stop it.
  func stopJob() {
    guard handled.contains(SIGTSTP) else { return }
    signal(SIGTSTP, SIG_DFL)
    kill(0, SIGTSTP)
    signal(SIGTSTP, noteSignal)
  }

  /// Gives every signal its usual meaning back.
  func close() {
    for number in handled { signal(number, SIG_DFL) }
    pipeForHandler.store(-1, ordering: .sequentiallyConsistent)
    for end in [descriptor, writingDescriptor] { _ = systemClose(end) }
  }

  private static func install(_ number: Int32) -> Bool {
    let previous = signal(number, noteSignal)
    guard unsafeBitCast(previous, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) else {
      return true
    }
    signal(number, SIG_IGN)
    return false
  }

  private func collect() {
    var bytes = [UInt8](repeating: 0, count: 256)
    while case let count = read(descriptor, &bytes, bytes.count), count > 0 {
      for byte in bytes.prefix(count) {
        let signal = Int32(byte)
        if handled.contains(signal), !pending.contains(signal) { pending.append(signal) }
      }
    }
  }
}

/// Where the handler writes; -1 while nobody watches.
private nonisolated let pipeForHandler = Atomic<Int32>(-1)

/// The handler of every watched signal: only what POSIX calls async-signal-safe.
private nonisolated func noteSignal(_ number: Int32) {
  // The interrupted code may be about to look at its errno.
  let interrupted = errno
  var byte = UInt8(truncatingIfNeeded: number)
  _ = write(pipeForHandler.load(ordering: .sequentiallyConsistent), &byte, 1)
  switch number {
  case SIGWINCH, SIGTSTP, SIGCONT: break
  // The loop may be held up by a terminal that takes no more output.
  default: terminal_guard_limit_ending(number)
  }
  errno = interrupted
}

/// `close` of the system, which the method of that name hides.
private func systemClose(_ descriptor: Int32) -> Int32 { close(descriptor) }
