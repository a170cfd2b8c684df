import ConvArithmetic
import LayerNotation

/// What is seen of a layer and what to try next, for somebody who knows what an image is.
struct Insight {
  let seen: String
  let toTry: String

  private static let (fix, play) = (Command.fix.keyNames, Command.play.keyNames)

  private init(_ seen: String, _ toTry: String) { (self.seen, self.toTry) = (seen, toTry) }

  init(_ outcome: Result<ForwardPass, Refusal>) {
    guard case .success(let pass) = outcome else {
      self.init(
        "PyTorch refuses this layer.",
        "Try \(Self.fix): it takes the nearest valid values."
          + " \(Command.undo.keyNames) takes the last change back.")
      return
    }
    self = pass.layer.direction == .transposed ? Self.written(pass) : Self.read(pass)
    // No window is seen to move over copies.
    if !LayerTrace.lacks(pass).isEmpty {
      self.init(seen, "Padding holds copies of the input, no zeros: all products are useful.")
    }
  }

  /// What a transposed layer writes.
  private static func written(_ pass: ForwardPass) -> Insight {
    let (map, inside) = (pass.overlap, pass.overlap.interiorExtremes)
    let most = times(inside.most.words)
    if map.sum == 0 {
      return Insight(
        "Nothing of the input reaches the output.",
        "Try \(Command.undo.keyNames), or a larger input.")
    }
    if !map.showsInside {
      return Insight(
        "This input is so small that its output is all border.",
        "Try a larger input, or \(play) to see how each cell is made.")
    }
    if !map.isEvenInside {
      let pattern =
        inside.least == 0
        ? "Some output cells are never written, others \(most): holes."
        : "Some output cells are written \(most), others \(times(inside.least.words)):"
          + (pass.axes.count == 1 ? " in sound, a tone." : " a checkerboard.")
      return Insight(
        pattern, "Try ←/→ on kernel_size, \(fix) for an even layer nearby, or \(play) to play it.")
    }
    return Insight(
      "Inside, each output cell is written \(most): even.",
      hasStrideOne(pass)
        ? "Try stride 2: the output grows to about twice the size."
        : "Try ←/→ on kernel_size and watch the pattern; \(play) plays it.")
  }

  /// What a convolution reads.
  private static func read(_ pass: ForwardPass) -> Insight {
    let (map, inside) = (pass.overlap, pass.overlap.interiorExtremes)
    let (least, most) = (inside.least.words, inside.most.words)
    let gathers = "Each output cell is a sum over \(pass.kernelElements.words) input cells; "
    if !map.showsInside {
      return Insight(
        gathers + "this input is all border.",
        "Try a larger input, or \(play) to see the window move.")
    }
    if !map.isEvenInside {
      return Insight(
        gathers
          + (inside.least == 0
            ? "some cells are never read." : "these are read \(least) to \(most) times."),
        "Try ← on stride to read all cells alike, or \(play) to see the window move.")
    }
    // The same large number twice does not fit into 80 columns.
    let often = most.count > 2 && inside.most == pass.kernelElements ? "as often" : times(most)
    return Insight(
      gathers + "inside, each is read \(often).",
      (hasStrideOne(pass)
        ? "Try stride 2: the output is about half as large."
        : "Try ←/→ on kernel_size and watch the pattern;") + " \(play) shows the window move.")
  }

  private static func hasStrideOne(_ pass: ForwardPass) -> Bool {
    pass.layer.stride.isAll(1)
  }

  private static func times(_ count: String) -> String {
    count == "1" ? "once" : "\(count) times"
  }
}
