import ConvArithmetic
import ExplorerViewModel
import LayerNotation
import Testing

/// Layers with the largest numbers that can be typed, in all views.
@Suite struct LargestValueTests {
  private static let largest = 2_147_483_647

  /// Every number at its largest; for a Conv2d without padding to begin with.
  private static func subject(_ kind: ConvLayer.Direction) -> LayerCase {
    var subject = LayerCase.plain
    subject.layer.direction = kind
    for hyperparameter in Hyperparameter.allCases {
      for axis in Axis.axes(2) { subject.set(hyperparameter, axis, to: largest) }
    }
    return subject
  }

  private static let views = [
    "", "C", "C<PgDn>", "Om<Enter>", "Om<Enter>z", "<Enter><End>c", "Cm", "Cmm", "O", "D", "Dm",
    "Dmm", "K", "M",
    "W<Enter>", "W<Enter><End><PgDn>", "W<Enter>mm<End>",
    "W<Enter>m<End><Esc>", "Wm<Enter>..", "Wm<Enter>o<PgDn><lt>",
    "Wm<Enter>t<End>", "Wm<Enter>vm.",
  ]

  @Test(arguments: ConvLayer.Direction.allCases, views)
  func `the largest numbers are drawn`(kind: ConvLayer.Direction, keys: String) throws {
    for size in [(80, 24), (20, 5), (200, 60), (1, 1)] {
      for more in ["", "f", "b", "t", "tf"] {
        let frame = render(
          try .on(size.0, size.1, keys: keys + more, Self.subject(kind)))
        #expect(frame.cells.count == size.0 * size.1)
      }
    }
  }

  @Test(arguments: Hyperparameter.allCases.filter { ![.op, .bias, .paddingMode].contains($0) })
  func `each number alone at its largest is drawn`(hyperparameter: Hyperparameter) throws {
    for kind in ConvLayer.Direction.allCases {
      var subject = LayerCase.decoder
      subject.layer.direction = kind
      for axis in Axis.axes(2) { subject.set(hyperparameter, axis, to: Self.largest) }
      for keys in Self.views {
        // A key that moves nothing takes the message of the key before it away.
        #expect(render(try .after(keys + "<Esc>", subject)).lines[23].hasSuffix("q quit"))
      }
      guard kind == .transposed || hyperparameter != .outputPadding else { continue }
      let text = try ExplorerState.after("", subject).text
      #expect(["≈2e9", "2147483647", "2,147,483,647"].contains { text.contains($0) })
    }
  }

  @Test func `the largest output is exact, and counts beyond 127 bits are said`() throws {
    // (i − 1)s + d(k − 1) + 1 = 2·(n − 1)·n + 1 for n = 2³¹ − 1.
    var subject = Self.subject(.transposed)
    subject.layer.padding = .explicit(Spatial(square: 0))
    subject.layer.outputPadding = Spatial(square: 0)
    let text = try ExplorerState.on(200, 40, subject).text
    #expect(text.contains(" 2147483647, 9223372023969873925, 9223372023969873925)"))
    #expect(text.contains(" = 9,223,372,023,969,873,925"))
    #expect(text.contains("exact  > 2^127 operations"))
    let formulas = try ExplorerState.on(200, 40, keys: "Cmm", subject).text
    #expect(formulas.contains("more than 127 bits hold"))
    #expect(try ExplorerState.on(80, 24, subject).text.contains("> 2^127"))
  }

  @Test func `a number too long for its column is rounded and says so`() throws {
    let text = try ExplorerState.after("k2147483647<Enter>").text
    #expect(text.contains("≈2e9"))
    // A wide panel has room for all of it.
    let wide = try ExplorerState.on(120, 24, keys: "k1000000000<Enter>").text
    #expect(wide.contains("1000000000 "))
  }
}
