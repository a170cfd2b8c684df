import ConvArithmetic
import LayerNotation

extension Command {
  /// What is copied and kept, and the program itself.
  static let keeping: [Command] = [
    copyLine,
    Command(
      "share", .program, ["Y"], "copy the share line",
      take: { state, _ in state.copy(state.shareLine.text) },
      say: { words, _ in [words.state.shareLine.text] }),
    Command(
      "export", .program, ["E"], "export the map to a file", argument: "map.svg",
      take: { $0.takeFile($1) }),
    keep, snapshots,
    Command(
      "open", .program, [], "opens a snapshot", argument: "my decoder",
      take: { $0.openSnapshot($1) }, say: says(\.changes)),
    help,
    Command(
      "suspend", .program, [.control("z")], "suspend", in: .everywhere, take: { _, _ in .suspend }),
    Command(
      "repaint", .program, [.control("l")], "repaint", in: .everywhere, take: { _, _ in .repaint }),
    quit,
  ]

  static let quit = Command(
    "quit", or: ["q", "exit"], .program, ["q", .control("c")], "end the program",
    hint: Hint(21) { $0.scene == .browse ? "quit" : nil }, in: .everywhere,
    take: { _, _ in .quit }, say: { _, _ in [] })
  static let help = Command(
    "help", .program, ["?", .function(1)], "the keys, and the words",
    hint: Hint(20) { $0.scene == .help ? nil : "help" }, in: .everywhere,
    act: { $0.toggleHelp() }, say: says(\.help))
  static let copyLine = Command(
    "pytorch", or: ["copy"], .program, ["y"], "copy the PyTorch line",
    take: { state, _ in state.copyLayer() },
    say: { words, _ in [words.state.subject.layer.pytorchLine] })
  static let keep = Command(
    "keep", .program, ["s"], "keep a snapshot", argument: "my decoder",
    take: { $0.takeSnapshotName($1) }, say: says(\.changes))
  static let snapshots = Command(
    "snapshots", .program, ["S"], "open a snapshot", take: { _, _ in .listSnapshots },
    say: says(\.snapshots))
}
