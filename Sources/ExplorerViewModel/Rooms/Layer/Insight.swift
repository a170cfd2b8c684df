import ConvArithmetic
import LayerNotation

/// What is seen of a layer and what to try next, for somebody who knows what an image is.
struct Insight {
  let seen: String
  let toTry: String

  init(_ outcome: Result<ForwardPass, Refusal>) {
    switch outcome {
    case .failure:
      seen = "PyTorch refuses this layer."
      toTry = "Try f: it takes the nearest valid values. u takes the last change back."
    case .success(let pass):
      (seen, toTry) = pass.layer.direction == .transposed ? Self.written(pass) : Self.read(pass)
    }
  }

  /// What a transposed layer writes.
  private static func written(_ pass: ForwardPass) -> (String, String) {
    let (map, inside) = (pass.overlap, pass.overlap.interiorExtremes)
    let (least, most) = (inside.least.words, inside.most.words)
    guard map.sum != 0 else {
      return ("Nothing of the input reaches the output.", "Try u, or a larger input.")
    }
    guard map.showsInside else {
      return (
        "This input is so small that its output is all border.",
        "Try a larger input, or Space to see how each cell is made."
      )
    }
    if !map.isEvenInside {
      let pattern =
        inside.least == 0
        ? "Some output cells are never written, others \(times(most)): holes."
        : "Some output cells are written \(times(most)), others \(times(least)): a checkerboard."
      return (
        pattern, "Try ←/→ on kernel_size, f for an even layer nearby, or Space to play it."
      )
    }
    let even = "Inside, each output cell is written \(times(most)): even."
    return hasStrideOne(pass)
      ? (even, "Try stride 2: the output grows to about twice the size.")
      : (even, "Try ←/→ on kernel_size and watch the pattern; Space plays it.")
  }

  /// What a convolution reads.
  private static func read(_ pass: ForwardPass) -> (String, String) {
    let (map, inside) = (pass.overlap, pass.overlap.interiorExtremes)
    let (least, most) = (inside.least.words, inside.most.words)
    let taps = pass.kernelElements.words
    let gathers = "Each output cell is a sum over \(taps) input cells"
    guard map.showsInside else {
      return (
        gathers + "; this input is all border.",
        "Try a larger input, or Space to see the window move."
      )
    }
    if !map.isEvenInside {
      let reads =
        inside.least == 0
        ? "; some of them are never read."
        : "; these are read \(least) to \(most) times."
      return (
        gathers + reads,
        "Try ← on stride to read all cells alike, or Space to see the window move."
      )
    }
    return (
      gathers + "; inside, each is read \(times(most)).",
      hasStrideOne(pass)
        ? "Try stride 2: the output is about half as large. Space shows the window move."
        : "Try ←/→ on kernel_size and watch the pattern; Space shows the window move."
    )
  }

  private static func hasStrideOne(_ pass: ForwardPass) -> Bool {
    pass.layer.stride.axes.allSatisfy { pass.layer.stride[$0] == 1 }
  }

  private static func times(_ count: String) -> String {
    count == "1" ? "once" : "\(count) times"
  }
}
