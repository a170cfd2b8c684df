import ArgumentParser
import ExplorerViewModel

/// The command line.
@main
struct Convscope: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convscope",
    abstract: "Explore the arithmetic of torch.nn.Conv2d and torch.nn.ConvTranspose2d.",
    version: "0.1.0")

  // The protocol does not say so, but a command runs on the main thread, where ncurses lives.
  func run() throws { try MainActor.assumeIsolated(start) }

  @MainActor private func start() throws {
    do {
      try explore { ExplorerState(size: $0, capabilities: $1) }.conclude()
    } catch {
      complain("\(error)")
      throw ExitCode(2)
    }
  }
}
