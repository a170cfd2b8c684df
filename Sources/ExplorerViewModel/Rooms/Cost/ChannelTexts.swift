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
    let shapes: [(ConvLayer.Direction, [Int])] = [
      (.convolution, [layer.outChannels, matrix.inChannelsPerGroup]),
      (.transposed, [layer.inChannels, matrix.outChannelsPerGroup]),
    ]
    return shapes.map { kind, channels in
      let isPresent = kind == layer.direction
      let shape = tupleText(channels + [kernel.height, kernel.width])
      let name = spelling.padded("\(LayerOp(kind, axes: kernel.count).moduleName) weight", to: 23)
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
  /// The numbers with groups, and what they would be without.
  private static let figures: [Figure] = [
    .weights, .biases, .parameters, .filters, .multiplications, .documented,
  ]

  private static let nameWidth = 13
  private var numberWidth: Int { width < 60 ? 12 : 18 }
  /// What remains for a quotient after its sign.
  private var quotientWidth: Int { max(6, width - Self.nameWidth - 2 * numberWidth - 4) }

  /// The numbers beside those of one group, and what they are divided by.
  var counts: [[Span]] {
    let heading = [
      Span(spelling.padded("", to: Self.nameWidth)), Span(ending("here"), .heading),
      Span(ending("g = 1"), .heading),
      Span("  ÷ g", .heading),
    ]
    let dense = ungrouped
    return [heading] + Self.figures.map { line($0, dense) }
  }

  /// The same layer with one group; also valid, as 1 divides all channels.
  private var ungrouped: ForwardPass? {
    var layer = pass.layer
    layer.groups = 1
    return try? LayerCase(layer: layer, input: pass.input).forward()
  }

  private func line(_ figure: Figure, _ dense: ForwardPass?) -> [Span] {
    let here = figure.count(pass)?.fitting
    let all = dense.flatMap { figure.count($0)?.fitting }
    let name = figure.symbol == nil ? figure.column : figure.label
    return [
      Span(spelling.padded("  \(name)", to: Self.nameWidth), .faint),
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
