import ConvArithmetic
import LayerNotation

/// What is seen of a layer and what to try next, for somebody who knows what an image is.
struct Insight {
  let seen: String
  let toTry: String

  /// The rows of `insights.tsv`; a name in braces stands for a number or a key.
  private static let rows = DataRow.all(PackageResources.insights_tsv)

  init(_ outcome: Result<ForwardPass, Refusal>) {
    let pass = try? outcome.get()
    let name = pass.map(Self.name) ?? "refused"
    let row = Self.rows.first { $0["case"] == name }
    let words = Self.keys + (pass.map(Self.words) ?? [])
    let texts = ["seen", "try"].map { column in
      words.reduce(row?[column] ?? "") { $0.replacing("{\($1.name)}", with: $1.text) }
    }
    seen = texts[0]
    let hasCopies = pass?.features.contains(.copies) == true
    toTry =
      hasCopies ? "Padding holds copies of the input, no zeros: all products are useful." : texts[1]
  }

  private static func name(_ pass: ForwardPass) -> String {
    let (map, kind) = (pass.overlap, "\(pass.layer.direction), ")
    if map.sum == 0, pass.layer.direction == .transposed { return kind + "nothing" }
    if !map.showsInside { return kind + "border" }
    if !map.isEvenInside { return kind + (map.interiorExtremes.least == 0 ? "holes" : "uneven") }
    return kind + (pass.layer.stride.isAll(1) ? "even at stride 1" : "even")
  }

  private static let keys = [Command.fix, .undo, .play].map { (name: $0.name, text: $0.keyNames) }

  private static func words(_ pass: ForwardPass) -> [(name: String, text: String)] {
    let inside = pass.overlap.interiorExtremes
    let (least, most) = (inside.least.words, inside.most.words)
    let times = { (count: String) in count == "1" ? "once" : "\(count) times" }
    // The same large number twice does not fit into 80 columns.
    let isLong = most.count > 2 && inside.most == pass.kernelElements
    return [
      ("least", least), ("most", most), ("least times", times(least)), ("most times", times(most)),
      ("often", isLong ? "as often" : times(most)), ("taps", pass.kernelElements.words),
      ("pattern", pass.axes.count == 1 ? "in sound, a tone" : "a checkerboard"),
    ]
  }
}
