/// Everything that the screen shows follows from this value.
package struct ExplorerState: Equatable, Sendable {
  package var size: ScreenSize
  package var capabilities: Capabilities

  package init(size: ScreenSize, capabilities: Capabilities) {
    self.size = size
    self.capabilities = capabilities
  }

  /// Does what the key asks for, as far as that is in the power of a value.
  ///
  /// - Parameter key: Any key, bound or not.
  /// - Returns: What remains for the terminal to do.
  package mutating func press(_ key: KeyPress) -> Effect? {
    switch key {
    case "q", .control("c"): .quit
    case .control("z"): .suspend
    case .control("l"): .repaint
    case "y": .copy("nn.Conv2d(3, 64, 7)")
    default: nil
    }
  }
}

/// The whole screen for one state.
package func render(_ state: ExplorerState) -> Frame {
  Frame(size: state.size)
}
