nonisolated struct FileFailure: Error {
  let action: String
  let path: String
  let number: Int32
  /// Why it failed, in the system's words unless there are better ones.
  let reason: String

  init(_ action: String, _ path: String, number: Int32 = errno, reason: String? = nil) {
    (self.action, self.path, self.number) = (action, path, number)
    self.reason = reason ?? String(cString: strerror(number))
  }

  static let withoutHome = FileFailure("find", "a home", number: ENOENT, reason: "HOME is not set")

  /// Whether a file is there that was not to be replaced.
  var isTaken: Bool { number == EEXIST }
  var isAbsent: Bool { number == ENOENT || number == ENOTDIR }

  var message: String {
    isTaken ? "\(printable(path)) exists already" : "cannot \(action) \(printable(path)): \(reason)"
  }
}
