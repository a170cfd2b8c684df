/// Writes files that are there as a whole or not at all, and never over another one unasked.
nonisolated enum WholeFile {
  /// Writes all of a file, in a folder that exists: first beside its place, then into it.
  ///
  /// An ordinary file that is there is replaced if it may be, with its permissions; where its name
  /// is a link, the file that it leads to. A failure leaves all as it was before.
  static func write(
    _ bytes: [UInt8], to name: String, overwrites: Bool, permissions: mode_t = 0o600
  ) throws(FileFailure) {
    let old = try file(named: name, overwrites: overwrites)
    let path = old?.path ?? name
    let folder = path.lastIndex(of: "/").map { path[...$0] } ?? ""
    let temporary = "\(folder).convscope-\(getpid()).tmp"
    // Left by a program of the same number that ended amid this.
    unlink(temporary)
    let failure =
      fill(temporary, bytes, old?.permissions ?? permissions, masked: old == nil)
      ?? place(temporary, at: path, overwrites)
    unlink(temporary)
    if let failure { throw FileFailure("write", name, number: failure) }
  }

  /// The file that a name leads to; `nil` where there is none.
  ///
  /// A device or a directory is not to be replaced.
  private static func file(
    named name: String, overwrites: Bool
  ) throws(FileFailure) -> (path: String, permissions: mode_t)? {
    var status = stat()
    guard lstat(name, &status) == 0 else {
      guard errno == ENOENT else { throw FileFailure("write", name) }
      return nil
    }
    guard overwrites else { throw FileFailure("write", name, number: EEXIST) }
    guard let path = realpath(name, nil) else { throw FileFailure("write", name) }
    defer { free(path) }
    guard stat(path, &status) == 0 else { throw FileFailure("write", name) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw FileFailure("write", name, number: EINVAL, reason: "it is not an ordinary file")
    }
    guard access(path, W_OK) == 0 else { throw FileFailure("write", name) }
    return (String(cString: path), status.st_mode & 0o777)
  }

  /// Makes a file, writes and closes it; the number of the error, if there is one.
  private static func fill(
    _ path: String, _ bytes: [UInt8], _ permissions: mode_t, masked: Bool
  ) -> Int32? {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, permissions)
    guard descriptor >= 0 else { return errno }
    var failure = writeAll(bytes, to: descriptor)
    if failure == nil, !masked, fchmod(descriptor, permissions) != 0 { failure = errno }
    // A disk that is full may say so only now.
    if failure == nil, fsync(descriptor) != 0, errno != EINVAL { failure = errno }
    if close(descriptor) != 0, failure == nil { failure = errno }
    return failure
  }

  private static func place(_ temporary: String, at path: String, _ overwrites: Bool) -> Int32? {
    // Unlike a rename, a link replaces nothing, whoever is quicker.
    guard !overwrites else { return rename(temporary, path) == 0 ? nil : errno }
    guard link(temporary, path) != 0 else { return nil }
    guard errno == EPERM || errno == ENOTSUP else { return errno }
    // A file system without links.
    guard access(path, F_OK) != 0 else { return EEXIST }
    return rename(temporary, path) == 0 ? nil : errno
  }
}

nonisolated extension MapExport {
  /// Writes the map into a file that anybody may read.
  func write(to name: String, overwrites: Bool, _ spelling: Spelling) throws(FileFailure) {
    var bytes: [UInt8] = []
    write(spell: spelling.text) { bytes += $0.utf8 }
    try WholeFile.write(bytes, to: name, overwrites: overwrites, permissions: 0o666)
  }
}
