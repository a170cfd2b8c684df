import Glibc
import Synchronization

/// Held while a child starts, and while descriptors exist that a child would inherit.
///
/// Tests run side by side: a terminal held by a stranger's child would never hang up.
let startingChildren = Mutex(())

/// A program to start: what every way of starting one shares.
package struct Launch {
  let program: String
  let arguments: [String]
  /// Nothing is inherited, so that a test does not depend on who runs it.
  let environment: [String: String]

  /// Where the child's three standard streams come from.
  enum Streams {
    /// Opened by name in a new session, which makes it the controlling terminal; standard error
    /// can go elsewhere.
    case terminal(String, error: ErrorDestination)
    case descriptors(input: Int32, output: Int32, error: Int32)
  }

  /// Where standard error goes.
  package enum ErrorDestination: Sendable {
    case terminal
    case nowhere
    case file(String)
  }

  /// Starts the program as the first of a new session.
  func start(on streams: Streams) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    connect(streams, &actions)
    // A random key may write a file; it must not be among the sources.
    Scratch.enter()
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    resetSignals(&attributes)
    return try withCStrings([program] + arguments) { arguments in
      try withCStrings(variables) { variables in
        var child = pid_t()
        let result = startingChildren.withLock { _ in
          posix_spawn(&child, program, &actions, &attributes, arguments, variables)
        }
        guard result == 0 else { throw SystemError("posix_spawn \(program)", number: result) }
        return child
      }
    }
  }

  private var variables: [String] {
    let basics = [
      "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin",
      // The prompt of Swift's crash report would wait for a key.
      "SWIFT_BACKTRACE": "enable=no",
    ]
    return basics.merging(environment) { $1 }.map { "\($0)=\($1)" }
  }

  private func connect(_ streams: Streams, _ actions: inout posix_spawn_file_actions_t) {
    switch streams {
    case .terminal(let name, let error):
      posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0)
      posix_spawn_file_actions_adddup2(&actions, 0, 1)
      switch error {
      case .terminal: posix_spawn_file_actions_adddup2(&actions, 0, 2)
      case .nowhere: posix_spawn_file_actions_addclose(&actions, 2)
      case .file(let path): posix_spawn_file_actions_addopen(&actions, 2, path, O_WRONLY, 0)
      }
    case .descriptors(let input, let output, let error):
      posix_spawn_file_actions_adddup2(&actions, input, 0)
      posix_spawn_file_actions_adddup2(&actions, output, 1)
      posix_spawn_file_actions_adddup2(&actions, error, 2)
    }
  }

  /// Gives the child the signals of a login; a test runner may ignore or block some.
  private func resetSignals(_ attributes: inout posix_spawnattr_t) {
    var none = sigset_t()
    var all = sigset_t()
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    // Its name is not imported: the header has it for GNU programs only.
    let newSession: Int32 = 0x80
    let flags = newSession | Int32(POSIX_SPAWN_SETSIGMASK) | Int32(POSIX_SPAWN_SETSIGDEF)
    posix_spawnattr_setflags(&attributes, Int16(flags))
  }
}

/// Where programs run, and where their files go; it goes with the tests.
private enum Scratch {
  private static let directory: String = {
    var template = Array("/tmp/convscope-tests-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { return "/tmp" }
    atexit { Scratch.remove() }
    chdir(template)
    return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }()

  /// Goes there, once, for all programs that are started from here.
  static func enter() { _ = directory }

  /// Removes the directory and the files in it.
  private static func remove() {
    guard directory != "/tmp", let entries = opendir(directory) else { return }
    while let entry = readdir(entries) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      unlink("\(directory)/\(name)")
    }
    closedir(entries)
    rmdir(directory)
  }
}

/// A call to the system that failed.
package struct SystemError: Error, CustomStringConvertible {
  package let description: String

  init(_ call: String, number: Int32 = errno) {
    description = "\(call): \(String(cString: strerror(number)))"
  }
}

/// Lends strings as C has them: an array of pointers with a null pointer at its end.
private func withCStrings<Result>(
  _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) throws -> Result
) rethrows -> Result {
  let pointers = strings.map { strdup($0) }
  defer { for pointer in pointers { free(pointer) } }
  return try body(pointers + [nil])
}
