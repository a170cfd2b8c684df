/// A folder of this program among those that a user has for such files.
///
/// Source: XDG Base Directory Specification 0.8.
nonisolated struct UserFolder: Sendable {
  /// The folders from the one that must exist down to ours.
  private let root: String
  private let missing: [String]

  var path: String { missing.reduce(root) { $0 + "/" + $1 } }

  /// `$XDG_STATE_HOME/convscope` or `~/.local/state/convscope`; `nil` without a home.
  static var state: UserFolder? {
    UserFolder(variable: "XDG_STATE_HOME", otherwise: [".local", "state"])
  }

  /// `$XDG_CONFIG_HOME/convscope` or `~/.config/convscope`; `nil` without a home.
  static var configuration: UserFolder? {
    UserFolder(variable: "XDG_CONFIG_HOME", otherwise: [".config"])
  }

  private init?(variable: String, otherwise usual: [String]) {
    if let folder = Environment.value(of: variable), folder.hasPrefix("/") {
      let parts = folder.split(separator: "/")
      // Its last folder may be missing; a whole path that is missing is a mistake.
      root = "/" + parts.dropLast().joined(separator: "/")
      missing = parts.suffix(1).map(String.init) + ["convscope"]
    } else if let home = Environment.value(of: "HOME"), home.hasPrefix("/") {
      (root, missing) = (home, usual + ["convscope"])
    } else {
      return nil
    }
  }

  /// Makes the folder, or one below it, as far as it is missing.
  func make(_ further: [String] = []) throws(FileFailure) {
    var path = root
    for name in missing + further {
      path += "/" + name
      guard mkdir(path, 0o700) != 0, errno != EEXIST else { continue }
      throw FileFailure("make", path)
    }
  }
}
