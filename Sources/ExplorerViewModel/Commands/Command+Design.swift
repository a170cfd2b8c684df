import ConvArithmetic
import LayerNotation

extension Command {
  /// What helps to design a layer.
  static let designing: [Command] = [
    Command(
      "solve", .design, [], "layers that make a size: 16, same, double, half, x3, undo",
      argument: "16", read: { $0.takeGoal($1) }, say: says(\.solutions)),
    Command(
      "take", .design, [], "explores a layer that solve has found", argument: "2",
      read: { $0.takeSolution($1) }, say: says(\.changes)),
    audience,
    Command(
      "advice", .design, [], "what makes the overlap even", argument: "2",
      read: { $0.takeAdvice($1) }, say: { $0.advice($1) }),
    baseline, exchange,
    Command(
      "compare", .design, [], "this layer, B, beside the one that was kept",
      act: { $0.show(.compare) }, say: says(\.comparison)),
    Command(
      "sweep", .design, [], "one hyperparameter at many values",
      argument: "kernel_size=1..9, input=16..256..16, 1,2,4",
      read: { $0.takeSweep($1) }, say: says(\.sweep)),
    Command(
      "plot", .design, [], "another number of the sweep", where: { $0.view == .sweep },
      act: { $0.sweep.cycle(by: 1) }),
    Command(
      "rate", or: ["ms"], .design, [], "samples a second: times of one axis",
      argument: "16000, or none",
      read: { $0.takeRate($1) }, say: says(\.summary)),
    Command(
      "budget", or: ["memory"], .design, [], "memory, and what of a budget is used",
      argument: "macs=100M ram=256Ki flash=1Mi dtype=int8, or none",
      read: { $0.takeBudget($1) }, say: says(\.memory)),
  ]

  static let audience = Command(
    "audience", .design, [], "factors for every input, or this one", where: { $0.view == .solver },
    act: { $0.toggleAudience() })
  static let baseline = Command(
    "baseline", .design, ["A"], "keep this layer as A",
    hint: Hint(2) { $0.view == .compare && $0.arrows == .knobs ? "keep as A" : nil },
    act: { $0.keepLayer() }, say: says(\.changes))
  static let exchange = Command(
    "exchange", .design, ["X"], "exchange A and this layer",
    hint: Hint(3) { $0.view == .compare && $0.arrows == .knobs ? "exchange" : nil },
    act: { $0.swapLayers() }, say: says(\.changes))
}
