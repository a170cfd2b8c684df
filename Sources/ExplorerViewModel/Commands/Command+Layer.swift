import ConvArithmetic
import LayerNotation

extension Command {
  /// What changes the layer.
  static let changing: [Command] = [
    Command(
      "axes", .change, ["a"], "change both axes, H, W", hint: Hint(13, "axes"),
      act: { $0.scope = $0.scope.next }),
    transposed,
    Command(
      "bias", .layer, ["b"], "with or without bias", hint: Hint(18, "bias"),
      act: { $0.toggleBias() }, say: says(\.changes)),
    fix, undo,
    Command(
      "redo", .layer, [.control("r")], "make it again", act: { $0.redo() }, say: says(\.changes)),
    Command(
      "reset", .layer, ["r"], "back to the first layer", act: { $0.reset() }, say: says(\.changes)),
    Command(
      "presets", or: ["preset"], .layer, ["p"], "well-known layers", argument: "unet",
      hint: Hint(12, "presets"), read: { $0.takePreset($1) },
      say: { Int($1) == nil ? $0.presets($1) : $0.changes }),
    palette,
  ]

  static let transposed = Command(
    "transposed", .layer, ["t"], "ordinary or transposed", hint: Hint(9, "transposed"),
    act: { $0.toggleKind() }, say: says(\.changes))
  static let fix = Command(
    "fix", .layer, ["f"], "nearest valid, even values",
    hint: Hint(0) { state in
      guard state.arrows == .knobs, case .failure = state.outcome else { return nil }
      return "fix"
    },
    act: { $0.applyRemedies() }, say: says(\.changes))
  static let undo = Command(
    "undo", .layer, ["u"], "take the last change back", hint: Hint(14, "undo"), act: { $0.undo() },
    say: says(\.changes))
  static let palette = Command(
    "", .layer, [":"], "find a command, or type k=3", act: { $0.openPalette() })

  /// What plain mode says, whatever text there was.
  static func says(_ lines: any KeyPath<PlainWords, [String]> & Sendable) -> Answer {
    { words, _ in words[keyPath: lines] }
  }
}
