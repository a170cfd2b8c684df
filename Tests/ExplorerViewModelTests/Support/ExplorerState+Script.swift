import ConvArithmetic
import ExplorerViewModel
import LayerNotation

extension ExplorerState {
  /// A state of a screen, after keys.
  ///
  /// - Parameters:
  ///   - columns: Of the screen.
  ///   - rows: Of the screen.
  ///   - keys: A script as `--keys` takes it.
  ///   - subject: What is explored at first.
  ///   - unicode: Whether characters beyond ASCII may be shown.
  ///   - colors: The number of colours.
  /// - Returns: The state after the last key.
  /// - Throws: ``KeyScriptError`` for a script that names no keys.
  static func on(
    _ columns: Int, _ rows: Int, keys: String = "", _ subject: LayerCase = LayerCase.decoder,
    unicode: Bool = true, colors: Int = 0
  ) throws -> ExplorerState {
    var state = ExplorerState(
      subject, size: ScreenSize(columns: columns, rows: rows),
      capabilities: Capabilities(unicode: unicode, colors: colors))
    try state.press(keys)
    return state
  }

  /// The usual screen of 80×24 after keys.
  static func after(_ keys: String, _ subject: LayerCase = LayerCase.decoder) throws -> Self {
    try on(80, 24, keys: keys, subject)
  }

  /// Presses keys, one after the other.
  ///
  /// - Parameter script: Keys as `--keys` takes them.
  /// - Returns: What each of the keys leaves to the terminal.
  /// - Throws: ``KeyScriptError`` for a script that names no keys.
  @discardableResult
  mutating func press(_ script: String) throws -> [Effect] {
    var effects: [Effect] = []
    for key in try KeyPress.keys(script) {
      if let effect = press(key) { effects.append(effect) }
    }
    return effects
  }

  /// The screen as text.
  var text: String { render(self).text }

  /// The hyperparameter that the arrow keys change.
  var selected: Hyperparameter { row }

  var layer: ConvLayer { subject.layer }
}

extension LayerCase {
  /// A usual decoder layer, 64 channels of 8×8 to 32 of 16×16: what most tests begin with.
  static let decoder = Preset.all[1].subject

  /// PyTorch's defaults on a small input: what a person without a layer begins with.
  static let plain = LayerCase(
    layer: ConvLayer(),
    input: TensorShape(batch: 1, channels: 1, size: Spatial(square: 8)))

  /// A layer on one square sample, whose channels are those of the layer.
  static func square(_ size: Int, _ change: (inout ConvLayer) -> Void) -> LayerCase {
    var layer = ConvLayer()
    change(&layer)
    return LayerCase(
      layer: layer,
      input: TensorShape(batch: 1, channels: layer.inChannels, size: Spatial(square: size)))
  }
}

extension Frame {
  /// The lines of ``text``.
  var lines: [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// The style of the first character of a text, where it stands first from the top.
  func style(of text: String) -> Style? {
    place(of: text).map { self[$0.row, $0.column].style }
  }

  /// Where a text begins, from the top.
  func place(of text: String) -> Place? {
    let wanted = Array(text.unicodeScalars)
    for row in 0..<size.rows {
      let scalars = self.row(row).map(\.scalar)
      for column in 0..<max(0, scalars.count - wanted.count + 1)
      where Array(scalars[column..<column + wanted.count]) == wanted {
        return Place(row: row, column: column)
      }
    }
    return nil
  }

  /// The places of all cells in a style.
  func places(of style: Style) -> [Place] {
    (0..<size.rows).flatMap { row in
      (0..<size.columns).filter { self[row, $0].style == style }
        .map { Place(row: row, column: $0) }
    }
  }
}
