#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Says why the program cannot do what it was asked for, in one line on standard error.
func complain(_ message: String) {
  let line = Array("convscope: \(message)\n".utf8)
  // Nobody is left to be told where even this fails.
  _ = write(STDERR_FILENO, line, line.count)
}
