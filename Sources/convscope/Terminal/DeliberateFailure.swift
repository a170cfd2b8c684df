#if DEBUG
  /// What a test asks of the program, to see what becomes of the terminal; not in a release.
  enum DeliberateFailure: String {
    case check, memory, stack, abort, complaint

    /// Fails as the environment says, if it does.
    static func ifWanted() {
      Environment.value(of: "CONVSCOPE_TEST_FAILURE").flatMap(Self.init)?.happen()
    }

    private func happen() {
      switch self {
      case .check: fatalError("a deliberate failure")
      case .memory: UnsafeMutablePointer<Int>(bitPattern: 8)?.pointee = 1
      case .stack: print(Self.recurse(1))
      case .abort: raise(SIGABRT)
      case .complaint: complain("a deliberate complaint")
      }
    }

    private static func recurse(_ depth: Int) -> Int { depth == 0 ? 0 : recurse(depth + 1) + depth }
  }
#endif
