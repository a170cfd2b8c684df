import ConvArithmetic
import LayerNotation

/// What the groups of a layer are called, and what they do to its weight and its counts.
struct ChannelTexts {
  let pass: ForwardPass
  let width: Int
  private let spelling: Spelling
  private let matrix: ChannelMatrix

  init(_ pass: ForwardPass, width: Int, _ spelling: Spelling) {
    self.pass = pass
    self.width = width
    self.spelling = spelling
    matrix = ChannelMatrix(pass)
  }

  /// The word for the present groups, with what makes it so.
  var title: String {
    let name =
      switch matrix.pattern {
      case .dense: "dense: groups g = 1"
      case .grouped: "grouped: g = \(matrix.groups.grouped)"
      case .depthwise(multiplier: 1): "depthwise: g = in_channels = out_channels"
      case .depthwise(let multiplier):
        "depthwise: g = in_channels, multiplier \(multiplier.grouped)"
      }
    return pass.layer.kernelSize == Spatial(square: 1) ? "pointwise, \(name)" : name
  }

  /// What that means for one output channel.
  var meaning: String {
    let (read, all) = (matrix.inChannelsPerGroup, matrix.inChannels)
    let text = { (count: Int) in Count(count).grouped(within: 9) }
    let part = read == all ? "all \(text(all))" : "\(text(read)) of \(text(all))"
    return "each output reads \(part) input\(all == 1 ? "" : "s")"
  }

  /// The weight's shape in both kinds of layer, that of the present one marked.
  var shapes: [[Span]] {
    let (layer, kernel) = (pass.layer, pass.layer.kernelSize)
    let shapes: [(ConvLayer.Kind, [Int])] = [
      (.conv2d, [layer.outChannels, matrix.inChannelsPerGroup]),
      (.convTranspose2d, [layer.inChannels, matrix.outChannelsPerGroup]),
    ]
    return shapes.map { kind, channels in
      let isPresent = kind == layer.kind
      let shape = tupleText(channels + [kernel.height, kernel.width])
      let name = spelling.padded("\(kind.moduleName) weight", to: 23)
      // Without its spaces a large one may still fit.
      let fits = 2 + name.count + shape.count <= width
      return [
        Span(isPresent ? "▸ " : "  ", .key), Span(name, .faint),
        Span(fits ? shape : shape.filter { $0 != " " }, isPresent ? .value : .plain),
      ]
    }
  }
}

extension ChannelTexts {
  /// A number with groups, and what it would be without.
  private struct Row {
    let name: String
    let number: @Sendable (ForwardPass) -> Count

    init(_ name: String, _ number: @escaping @Sendable (ForwardPass) -> Count) {
      self.name = name
      self.number = number
    }
  }

  private static let rows: [Row] = [
    Row("weights") { $0.parameters - bias($0) },
    Row("biases", bias),
    Row("parameters") { $0.parameters },
    Row("filters ψ") { $0.documented.filters },
    Row("products") { $0.executed.multiplications },
    Row("documented") { $0.documented.total },
  ]

  @Sendable private static func bias(_ pass: ForwardPass) -> Count {
    pass.layer.bias ? Count(pass.layer.outChannels) : 0
  }

  private static let nameWidth = 13
  private var numberWidth: Int { width < 60 ? 12 : 18 }
  /// What remains for a quotient behind its sign.
  private var quotientWidth: Int { max(6, width - Self.nameWidth - 2 * numberWidth - 4) }

  /// The numbers beside those of one group, and what they are divided by.
  var counts: [[Span]] {
    let heading = [
      Span(spelling.padded("", to: Self.nameWidth)), Span(ending("here"), .heading),
      Span(ending("g = 1"), .heading),
      Span("  ÷ g", .heading),
    ]
    let dense = ungrouped
    return [heading] + Self.rows.map { line($0, dense) }
  }

  /// The same layer with one group; also valid, as 1 divides all channels.
  private var ungrouped: ForwardPass? {
    var layer = pass.layer
    layer.groups = 1
    return try? LayerCase(layer: layer, input: pass.input).forward()
  }

  private func line(_ row: Row, _ dense: ForwardPass?) -> [Span] {
    let here = row.number(pass).fitting
    let all = dense.flatMap { row.number($0).fitting }
    return [
      Span(spelling.padded("  \(row.name)", to: Self.nameWidth), .faint),
      Span(ending(text(here)), .value),
      Span(ending(text(all))), quotient(here, all),
    ]
  }

  private func text(_ count: Count?) -> String {
    count.map { $0.grouped(within: numberWidth - 1) } ?? Count.overflow.grouped
  }

  /// What the groups divide a number by: themselves, less, or nothing.
  private func quotient(_ here: Count?, _ all: Count?) -> Span {
    guard let here, let all, here != all, here > 0 else {
      return Span(here == nil || all == nil ? "  –" : "  same", .faint)
    }
    if here * Count(matrix.groups) == all {
      return Span("  ÷ \(Count(matrix.groups).grouped(within: quotientWidth))", .good)
    }
    let text = Ratio(all).quotientText(by: here, within: quotientWidth)
    return Span("  ÷ \(text ?? "–")", .faint)
  }

  private func ending(_ text: String) -> String {
    spelling.padded(text, to: numberWidth, .trailing, least: 1)
  }
}
