/// What is seen of a layer and what to try next, for somebody who knows what an image is.
struct Insight {
  let seen: String
  let toTry: String

  /// The rows of `insights.tsv`; a name in braces stands for a number or a key.
  private static let rows = DataRow.named(PackageResources.insights_tsv)

  init(_ outcome: Result<ForwardPass, Refusal>) {
    let pass = try? outcome.get()
    let name = pass.map(Self.name) ?? "refused"
    let words = Self.keys.merging(pass.map(Self.words) ?? [:]) { first, _ in first }
    func text(_ name: String, _ column: String) -> String {
      (Self.rows[name]?[column] ?? "").filled(words)
    }
    seen = text(name, "seen")
    let hasCopies = pass?.features.contains(.copies) == true
    toTry = text(hasCopies ? "copies" : name, "try")
  }

  private static func name(_ pass: ForwardPass) -> String {
    let (map, kind) = (pass.overlap, "\(pass.layer.direction), ")
    if map.sum == 0, pass.layer.direction == .transposed { return kind + "nothing" }
    if !map.showsInside { return kind + "border" }
    if !map.isEvenInside { return kind + (map.interiorExtremes.least == 0 ? "holes" : "uneven") }
    return kind + (pass.layer.stride.isAll(1) ? "even at stride 1" : "even")
  }

  private static let keys = [
    "fix": Command.fix.keyNames, "undo": Command.undo.keyNames, "play": Command.play.keyNames,
  ]

  /// What an output cell of a convolution is made of: `sums 9·64 = 576 input values`.
  private static func sums(_ pass: ForwardPass) -> String {
    let taps = pass.kernelElements
    let channels = Count(pass.layer.inChannels / max(1, pass.layer.groups))
    guard channels > 1 else { return "is a sum over \(taps.counted("input cell"))" }
    let (factors, all) = ("\(taps.words)·\(channels.words)", taps * channels)
    // Of large numbers only one fits into 80 columns.
    let isShort = max(taps, channels) < 1000
    let number =
      all < 1000 ? "\(factors) = \(all.words)" : isShort ? factors : all.words
    return "sums \(number) input values"
  }

  private static func words(_ pass: ForwardPass) -> [String: String] {
    let inside = pass.overlap.interiorExtremes
    let (least, most) = (inside.least.words, inside.most.words)
    let times = { (count: String) in count == "1" ? "once" : "\(count) times" }
    // The same large number twice does not fit into 80 columns.
    let isLong = most.count > 2 && inside.most == pass.kernelElements
    return [
      "least": least, "most": most, "least times": times(least), "most times": times(most),
      "often": isLong ? "as often" : times(most), "sums": sums(pass),
      "pattern": pass.axes.count == 1 ? "in sound, a tone" : "a checkerboard",
    ]
  }
}
