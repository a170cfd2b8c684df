extension KeyBinding {
  /// Every key of the program; help, footer and README follow from these rows.
  package static let all: [KeyBinding] = rooms + commands

  private static let rooms = Room.allCases.compactMap { room in
    room.key.map { KeyBinding(.show, [$0], .visit(room), room.help) }
  }

  private static let commands: [KeyBinding] = [
    KeyBinding(.change, [.up, "k"], .step(.up), "row above; cursor up"),
    KeyBinding(
      .change, [.down, "j"], .step(.down), "row below; cursor down",
      hint: Hint(keys: "↑/↓", word: "select", rank: 2)),
    KeyBinding(.change, [.left, "h"], .step(.left), "one less; cursor left"),
    KeyBinding(
      .change, [.right, "l"], .step(.right), "one more; cursor right",
      hint: Hint(keys: "←/→", word: "change", rank: 1)),
    KeyBinding(.change, ["<"], .leap(.left), "big step down"),
    KeyBinding(.change, [">"], .leap(.right), "big step up"),
    KeyBinding(
      .change, ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"], .typeDigit,
      "type a value, or two: 3,5", named: "0-9",
      hint: Hint(keys: "0-9", word: "type", rank: 7)),
    KeyBinding(
      .change, [.enter], .enter, "into the picture; take",
      hint: Hint(keys: "Enter", word: "picture", rank: 4)),
    KeyBinding(.change, [.escape], .leave, "back, a level at a time"),
    KeyBinding(.change, [.home], .toStart, "first row; start"),
    KeyBinding(.change, [.end], .toEnd, "last row; end"),
    KeyBinding(
      .change, ["a"], .cycleAxes, "change both axes, H, W",
      hint: Hint(keys: "a", word: "axes", rank: 8)),

    KeyBinding(
      .layer, ["t"], .toggleKind, "ordinary or transposed",
      hint: Hint(keys: "t", word: "transposed", rank: 5)),
    KeyBinding(
      .layer, ["b"], .toggleBias, "bias",
      hint: Hint(keys: "b", word: "bias", rank: 12)),
    KeyBinding(.layer, ["f"], .applyRemedy, "nearest valid, even values"),
    KeyBinding(
      .layer, ["u"], .undo, "undo",
      hint: Hint(keys: "u", word: "undo", rank: 9)),
    KeyBinding(.layer, [.control("r")], .redo, "redo"),
    KeyBinding(.layer, ["r"], .reset, "back to the first layer"),
    KeyBinding(
      .layer, ["p"], .openPresets, "presets: well-known layers",
      hint: Hint(keys: "p", word: "presets", rank: 7)),
    KeyBinding(.layer, [":"], .openCommandLine, "command: kernel_size=3,5"),

    KeyBinding(
      .show, [.tab], .nextRoom, "next room",
      hint: Hint(keys: "Tab", word: "room", rank: 6)),
    KeyBinding(.show, [.backTab], .previousRoom, "room before"),
    KeyBinding(.show, ["m"], .nextPart, "next page; next grid"),
    KeyBinding(.show, ["c"], .cycleHeat, "colours, ASCII, digits ..."),
    KeyBinding(.show, ["T"], .cycleTheme, "theme: dark, light ..."),
    KeyBinding(.show, ["z"], .toggleZoom, "all of the map, or cells"),
    KeyBinding(.show, [.pageUp], .pageUp, "a page up"),
    KeyBinding(.show, [.pageDown], .pageDown, "a page down"),

    KeyBinding(.design, ["A"], .keepLayer, "keep this layer as A"),
    KeyBinding(.design, ["X"], .swapLayers, "exchange A and this layer"),

    KeyBinding(
      .learn, ["g"], .predict, "predict, then see",
      hint: Hint(keys: "g", word: "predict", rank: 10)),
    KeyBinding(.learn, ["G"], .exercise, "endless quiz"),
    KeyBinding(
      .learn, ["L"], .openLessons, "lessons: a list",
      hint: Hint(keys: "L", word: "lessons", rank: 11)),
    KeyBinding(.learn, ["n"], .nextScreen, "next screen of a lesson"),
    KeyBinding(.learn, ["N"], .previousScreen, "screen before"),

    KeyBinding(
      .steps, [" "], .playOrPause, "play or pause, in any room",
      hint: Hint(keys: "Space", word: "play", rank: 3)),
    KeyBinding(.steps, ["."], .stepForward, "a step forward"),
    KeyBinding(.steps, [","], .stepBack, "a step back"),
    KeyBinding(.steps, ["+", "="], .faster, "faster"),
    KeyBinding(.steps, ["-"], .slower, "slower"),
    KeyBinding(.steps, ["o"], .toggleOrder, "gather or scatter; goal"),
    KeyBinding(.steps, ["w"], .toggleLoop, "loop"),
    KeyBinding(.steps, ["v"], .toggleNumbers, "numbers, or counts"),
    KeyBinding(.steps, ["e"], .cycleNumbers, "example values; audience"),
    KeyBinding(.steps, ["F"], .flipKernel, "flip the kernel: convolve"),

    KeyBinding(.program, ["y"], .copyLine, "copy the PyTorch line"),
    KeyBinding(.program, ["Y"], .copyShareLine, "copy the share line"),
    KeyBinding(.program, ["E"], .exportMap, "export the map to a file"),
    KeyBinding(.program, ["s"], .keepSnapshot, "keep a snapshot"),
    KeyBinding(.program, ["S"], .openSnapshots, "open a snapshot"),
    KeyBinding(
      .program, ["?", .function(1)], .openHelp, "help",
      hint: Hint(keys: "?", word: "help", rank: 20)),
    KeyBinding(.program, [.control("z")], .suspend, "suspend"),
    KeyBinding(.program, [.control("l")], .repaint, "repaint"),
    KeyBinding(
      .program, ["q", .control("c")], .quit, "quit",
      hint: Hint(keys: "q", word: "quit", rank: 21)),
  ]
}
