import ConvArithmetic
import ExplorerViewModel
import LayerNotation
import Testing

/// `E` writes the map to a file whose name is typed, and never over another one unasked.
@Suite struct ExportKeyTests {
  private static let proposed = "convtranspose2d-k3-s2-p1-op1.svg"

  /// What is asked to be written, in words.
  private func requests(_ effects: [Effect]) -> [String] {
    effects.map { effect in
      guard case .write(let map, let name, let replacing) = effect else { return "\(effect)" }
      return "\(map.format) \(name)\(replacing ? " again" : "")"
    }
  }

  private func footer(_ state: ExplorerState) -> String { render(state).lines.last ?? "" }

  @Test func `a name is proposed, and Enter writes it`() throws {
    var state = try ExplorerState.after("E")
    #expect(footer(state) == "file: \(Self.proposed)_ Enter take  Esc leave")
    #expect(requests(try state.press("<Enter>")) == ["svg \(Self.proposed)"])
    // Nothing is said before it is so.
    #expect(footer(state).hasPrefix("file: "))
    state.take(.written(Self.proposed))
    #expect(state.mode == .browse)
    #expect(footer(state) == " wrote \(Self.proposed)")
  }

  @Test func `a file that exists is replaced by Enter again, and by nothing else`() throws {
    var state = try ExplorerState.after("E")
    _ = try state.press("<Enter>")
    state.take(.exists)
    #expect(
      footer(state)
        == "file: \(Self.proposed)_ exists; Enter replaces it, Esc leaves")
    var other = state
    #expect(requests(try state.press("<Enter>")) == ["svg \(Self.proposed) again"])
    // Another name is another file.
    #expect(requests(try other.press("<BS>g<Enter>")) == ["svg \(Self.proposed)"])
    #expect(try other.press("<Esc>").isEmpty)
    #expect(other.mode == .browse)
  }

  @Test func `what cannot be written is said, and the name stays`() throws {
    var state = try ExplorerState.after("E<C-u>a/b.csv<Enter>")
    state.take(.failed("not written: No such file"))
    #expect(footer(state).contains("file: a/b.csv_ "))
    #expect(footer(state).contains("not written: No such file"))
    #expect(requests(try state.press("<BS><BS><BS>txt<Enter>")) == ["text a/b.txt"])
  }

  @Test func `an ending that means no format is not written`() throws {
    var state = try ExplorerState.after("E<C-u>")
    #expect(requests(try state.press("map.png<Enter>")).isEmpty)
    #expect(footer(state).contains("the name must end with one of .txt .csv .svg .pgm"))
    #expect(requests(try state.press("<C-u>map.PGM<Enter>")) == ["pgm map.PGM"])
  }

  @Test func `a map that is too large is not written`() throws {
    let large = LayerCase.square(5000) { _ in }
    var state = try ExplorerState.on(120, 30, keys: "E<C-u>", large)
    #expect(requests(try state.press("a.csv<Enter>")).isEmpty)
    #expect(footer(state).contains("the map has 5,000×5,000 = 25,000,000 cells"))
  }

  @Test func `a refused layer has no map to write`() throws {
    let state = try ExplorerState.after("EE", .square(2) { $0.kernelSize = Spatial(square: 9) })
    #expect(state.mode == .browse)
    #expect(footer(state) == " there is no map: PyTorch refuses this layer")
  }

  @Test(arguments: [1, 8, 20, 33, 49, 60])
  func `the end of the name is seen on every screen`(columns: Int) throws {
    let state = try ExplorerState.on(columns, 10, keys: "E")
    if columns > 8 { #expect(footer(state).contains("svg_")) }
  }

  @Test func `names say what kind of layer it is`() {
    var layer = ConvLayer()
    #expect(layer.fileName(.csv) == "conv2d-k3.csv")
    layer.kernelSize[.width] = 5
    layer.padding = .same
    layer.dilation = Spatial(square: 2)
    #expect(layer.fileName(.text) == "conv2d-k3x5-psame-d2.txt")
  }
}
