import ConvArithmetic
import ExplorerViewModel
import LayerNotation
import Testing

/// Every page shows the whole of the layer that the program begins with, and of the same layer of
/// one and three axes.
@Suite struct WholePageTests {
  /// What says that something is cut, and how to see it.
  ///
  /// A list that says its position, such as
  /// `1–7 of 85`, is not cut.
  private static let marks = ["not shown", "not all shown", "…", "▲", "▼"]

  private static let sizes = [(80, 24), (100, 30), (120, 40), (200, 60)].map {
    ScreenSize(columns: $0.0, rows: $0.1)
  }

  /// A page with the keys for the hyperparameters, then for each thing that it has to choose from.
  private static func states(
    _ view: View, _ size: ScreenSize, axes: Int
  ) throws -> [ExplorerState] {
    var subject = Preset.start.subject
    subject.use(LayerOp(.transposed, axes: axes))
    var state = try ExplorerState.on(size.columns, size.rows, subject)
    state.show(view)
    var states = [state]
    try state.press("<Enter>")
    // A list over the page, of networks to open, is not about the layer.
    if state.chooser == nil { states.append(state) }
    while state.isListFocused {
      try state.press("j")
      guard state.choice != states.last?.choice else { break }
      states.append(state)
    }
    return states
  }

  @Test(arguments: View.allCases, sizes)
  func `nothing of the first layer is cut on any page, whatever has the keys`(
    view: View, size: ScreenSize
  ) throws {
    for (axes, state) in try (1...3).flatMap({ axes in
      try Self.states(view, size, axes: axes).map { (axes, $0) }
    }) {
      // A range such as 0…1 is whole.
      let text = render(state).text.replacing(/\d…\d/, with: "")
      let mark = Self.marks.first { text.contains($0) }
      #expect(mark == nil, "\(view) \(size) \(axes)d \(state.choice):\n\(text)")
    }
  }

  @Test(arguments: View.allCases)
  func `all hyperparameters are in sight beside every page at 80×24`(view: View) throws {
    var state = try ExplorerState.on(80, 24, Preset.start.subject)
    state.show(view)
    for row in Hyperparameter.rows(.transposed) {
      #expect(state.text.contains(row.rawValue), "\(row)")
    }
  }

  @Test func `a list that is longer than its room says which part is seen`() throws {
    // 24 rows, less bar, title, footer, two of hyperparameters, two of names and the position.
    #expect(try ExplorerState.after("Dmm").text.contains("\n 1–16 of 24\n"))
    #expect(try ExplorerState.after("Dmm<Enter><End>").text.contains("–24 of 24\n"))
    #expect(!(try ExplorerState.on(80, 40, keys: "Dmm").text.contains("of 24")))
  }
}
