#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Writes a file that is there as a whole or not at all, and never over another one unasked.
///
/// The text goes to a new file beside it, which then takes its name.
nonisolated struct WholeFile {
  /// Why there is no new file.
  enum Failure: Error, Equatable {
    /// Something has that name already.
    case exists(String)
    case impossible(String, reason: String)
  }

  private let path: String
  private let temporary: String
  /// Whether the name was made for this file, and has to go again where writing fails.
  private let isReserved: Bool

  /// Writes a file.
  ///
  /// - Parameters:
  ///   - path: Its name; where that is a link, the file that it leads to.
  ///   - replacing: Whether an ordinary file of that name may be replaced.
  ///   - content: Hands over the text, part by part.
  /// - Throws: ``Failure``; whatever was there before is then as it was.
  static func write(
    _ path: String, replacing: Bool,
    _ content: ((String) throws(Failure) -> Void) throws(Failure) -> Void
  ) throws(Failure) {
    let file = try WholeFile(path, replacing: replacing)
    do throws(Failure) {
      try file.fill(content)
    } catch {
      unlink(file.temporary)
      if file.isReserved { unlink(file.path) }
      throw error
    }
  }

  private init(_ name: String, replacing: Bool) throws(Failure) {
    let reserved = open(name, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o666)
    isReserved = reserved >= 0
    if isReserved {
      close(reserved)
      path = name
    } else {
      guard errno == EEXIST else { throw Self.failure(name) }
      guard replacing else { throw .exists(name) }
      path = try Self.ordinaryFile(name)
    }
    temporary = "\(path).\(getpid()).part"
  }

  /// The file behind a name; a device or a directory is not to be replaced.
  private static func ordinaryFile(_ name: String) throws(Failure) -> String {
    guard let resolved = realpath(name, nil) else { throw failure(name) }
    defer { free(resolved) }
    var status = stat()
    guard stat(resolved, &status) == 0 else { throw failure(name) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw .impossible(name, reason: "it is no ordinary file")
    }
    guard access(resolved, W_OK) == 0 else { throw failure(name) }
    return String(cString: resolved)
  }

  private static func failure(_ name: String) -> Failure {
    .impossible(name, reason: String(cString: strerror(errno)))
  }

  private func fill(_ content: ((String) throws(Failure) -> Void) throws(Failure) -> Void)
    throws(Failure)
  {
    var mode = stat()
    let permissions = stat(path, &mode) == 0 ? mode.st_mode & 0o777 : 0o644
    let descriptor = open(temporary, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Self.failure(path) }
    do throws(Failure) {
      try content { part throws(Failure) in
        if let error = writeAll(Array(part.utf8), to: descriptor) {
          throw .impossible(path, reason: String(cString: strerror(error)))
        }
      }
      guard fchmod(descriptor, permissions) == 0, fsync(descriptor) == 0 else {
        throw Self.failure(path)
      }
    } catch {
      close(descriptor)
      throw error
    }
    guard close(descriptor) == 0, rename(temporary, path) == 0 else { throw Self.failure(path) }
  }
}

extension WholeFile.Failure {
  /// Whether something has the name already.
  nonisolated var isThere: Bool {
    if case .exists = self { true } else { false }
  }

  /// One line for a person.
  nonisolated var message: String {
    switch self {
    case .exists(let path): "\(path) exists already"
    case .impossible(let path, let reason): "cannot write \(path): \(reason)"
    }
  }
}
