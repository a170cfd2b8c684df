import ConvArithmetic
import LayerNotation

extension Command {
  /// Every command of the program.
  package static let all: [Command] =
    moving + changing + rooms + showing + pages + designing + learning + playing + keeping

  /// What moves and changes; by keys alone.
  private static let moving: [Command] = [
    Command(
      "", .change, [.up, "k"], "row above; cursor up",
      hint: Hint(6, keys: "↑↓←→") { $0.arrows.isPlane ? "cell" : nil },
      in: .everywhere, act: { $0.step(.up) }),
    Command(
      "", .change, [.down, "j"], "row below; cursor down",
      hint: Hint(6, keys: "↑/↓") { $0.verticalWord }, in: .everywhere, act: { $0.step(.down) }),
    Command(
      "", .change, [.left, "h"], "one less; cursor left", in: [.browse, .help],
      act: { $0.step(.left) }),
    Command(
      "", .change, [.right, "l"], "one more; cursor right",
      hint: Hint(5, keys: "←/→") { $0.horizontalWord }, in: [.browse, .help],
      act: { $0.step(.right) }),
    Command(
      "", .change, ["<"], "big step down",
      hint: Hint(7, keys: "< >") { $0.arrows == .map ? "leap" : nil }, act: { $0.leap(.left) }),
    Command("", .change, [">"], "big step up", act: { $0.leap(.right) }),
    Command(
      "", .change, ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"], named: "0-9",
      "type a value, or 3,5", hint: Hint(12, keys: "0-9") { $0.digitWord },
      read: { $0.beginTyping($1) }),
    Command(
      "", .change, [.enter], "into the picture; take", hint: Hint(8) { $0.enterWord },
      in: .everywhere, act: { $0.goDeeper() }),
    goBack,
    Command(
      "", .change, [.home], "first row; start", in: [.browse, .help],
      act: { $0.jump(toEnd: false) }),
    Command(
      "", .change, [.end], "last row; end", in: [.browse, .help], act: { $0.jump(toEnd: true) }),
  ]

  static let goBack = Command(
    "", .change, [.escape], "back, a level at a time",
    hint: Hint(18) { state in
      state.arrows != .knobs
        ? state.scene == .browse ? "back" : "leave"
        : state.isPresenting ? "leave" : nil
    },
    in: .everywhere, act: { $0.goBack() })

  /// What changes the layer.
  static let changing: [Command] = [
    Command(
      "axes", .change, ["a"], "change all axes, or one",
      hint: Hint(13) { $0.arrows == .knobs && $0.subject.layer.axes.count > 1 ? "axes" : nil },
      act: { $0.scope = $0.scope.next(among: $0.subject.layer.axes) }),
    Command(
      "", .change, ["[", "]"], "slice before, after",
      hint: Hint(6, keys: "[ ]") { state in
        state.subject.layer.axes.count == 3 && state.showsSlices ? "slice" : nil
      },
      read: { $0.goSlice(by: $1 == "[" ? -1 : 1) }),
    transposed,
    Command(
      "dimensions", or: ["1d", "2d", "3d"], .layer, ["d"], "1d, 2d or 3d",
      hint: Hint(13) { state in
        state.arrows == .knobs ? "\(LayerOp.next(state.subject.layer.op.axes))d" : nil
      },
      act: { $0.changeAxes() }, say: says(\.changes)),
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
    "transposed", .layer, ["t"], "ordinary or transposed",
    hint: Hint(9) { state in
      guard state.arrows == .knobs else { return nil }
      let op = state.subject.layer.op
      let other: ConvLayer.Direction = op.direction == .transposed ? .convolution : .transposed
      return LayerOp(other, axes: op.axes).moduleName
    },
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
    "", .layer, [":"], "find a command, or type k=3", act: { $0.open(.commands) })

  /// What plain mode says, whatever text there was.
  static func says(_ lines: any KeyPath<PlainWords, [String]> & Sendable) -> Answer {
    { words, _ in words[keyPath: lines] }
  }
}
