/// A layer worth looking at, with the input it is looked at with.
package struct Preset: Equatable, Sendable {
  package let name: String
  package let family: String
  package let source: String
  package let subject: LayerCase
  /// What is remarkable about it; empty where there is nothing to say.
  package let note: String

  /// What the explorer opens with, the first row: a checkerboard that every room shows whole on a
  /// small screen.
  ///
  /// It stands here once more, for reading the row takes 0.6 million instructions of the start.
  package static let start: Preset = {
    var layer = ConvLayer()
    layer.direction = .transposed
    layer.stride = Spatial(square: 2)
    let input = TensorShape(batch: 1, channels: 1, size: Spatial(square: 4))
    return Preset(
      name: "checkerboard, k3 s2", family: "Shapes", source: "small layers to begin with",
      subject: LayerCase(layer: layer, input: input),
      note: "The smallest layer that shows what overlap does.")
  }()

  /// The rows of `presets.tsv`: `name` to `note` are the preset, its layer as in the source that it
  /// names (Caffe's at 310574f, SRGAN's at 548f79c); what follows is known from elsewhere, for tests.
  package static var rows: [DataRow] { DataRow.all(PackageResources.presets_tsv) }

  /// The list: families in the order of their years, more or less; a new preset is one row.
  package static let all = rows.compactMap { Preset($0) }
}

extension Preset {
  /// The preset of a row; `nil` where its layer or its input cannot be read.
  package init?(_ row: DataRow) {
    let dimensions = row["input"].split(separator: ",").compactMap { Int($0) }
    guard let layer = try? ModelLayer(reading: row["layer"]).layer,
      let input = TensorShape(dimensions: dimensions, axes: layer.axes.count)
    else { return nil }
    (name, family, source, note) = (row["name"], row["family"], row["source"], row["note"])
    subject = LayerCase(layer: layer, input: input)
  }

  /// The presets that have all words of a text, such as `unet transposed`: in their names, families,
  /// sources, layers, or in what kinds of layers are called.
  package static func matching(_ text: String) -> [Preset] {
    let words = SearchWords(text)
    return all.filter { words.match(SearchText("\($0.name) \($0.searchWords)")) }
  }

  /// What it is found by, besides its name.
  package var searchWords: String {
    let layer = subject.layer
    return "\(layer.shorthand) \(layer.pytorchLine) \(family) \(source) "
      + kinds.joined(separator: " ")
  }

  private var kinds: [String] {
    let layer = subject.layer
    var kinds: [String] = []
    if layer.direction == .transposed {
      let isEven = (try? subject.forward())?.overlap.isEvenInside == true
      kinds += ["transposed", isEven ? "even" : "uneven"]
    }
    if layer.groups > 1 { kinds.append(layer.groups == layer.inChannels ? "depthwise" : "grouped") }
    if layer.kernelSize.isAll(1) { kinds.append("pointwise") }
    if !layer.dilation.isAll(1) { kinds.append("dilated") }
    if !layer.stride.isAll(1) { kinds.append("strided") }
    return kinds
  }

  /// The preset of a name, however it is written.
  package static func called(_ text: String) -> Preset? {
    let wanted = SearchText(text)
    return all.first { SearchText($0.name) == wanted }
  }

  /// The same, or else the only one whose name begins with the text, has its words, or is found by
  /// them at all: `DCGAN G2`, `dcgan-g2`, `mixed 7x1`.
  package static func named(_ text: String) throws(PresetNameError) -> Preset {
    let (wanted, words) = (SearchText(text), SearchWords(text))
    guard !words.isEmpty else { throw PresetNameError(text: text, candidates: []) }
    if let exact = called(text) { return exact }
    let names = all.map { (preset: $0, name: SearchText($0.name)) }
    let stages = [
      names.filter { $0.name.hasPrefix(wanted) }.map(\.preset),
      names.filter { words.match($0.name) }.map(\.preset), matching(text),
    ]
    let candidates = stages.first { !$0.isEmpty } ?? []
    guard let only = candidates.first, candidates.count == 1 else {
      throw PresetNameError(text: text, candidates: candidates.map(\.name))
    }
    return only
  }
}

/// A name that no preset has, or that several could have.
package struct PresetNameError: Error, Equatable, Sendable {
  package let text: String
  package let candidates: [String]

  private static let most = 5

  package var message: String {
    guard !candidates.isEmpty else {
      return "there is no preset \(quoted(text)); `convscope presets` lists them"
    }
    let others = candidates.count - Self.most
    return "\(quoted(text)) could be \(candidates.prefix(Self.most).joined(separator: "; "))"
      + (others > 0 ? "; and \(others) more" : "")
  }
}
