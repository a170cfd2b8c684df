/// What the groups of a layer are called, and what they do to its weight and its counts.
extension PageWriter {
  private var matrix: ChannelMatrix { ChannelMatrix(pass) }

  /// The word for the present groups, with what makes it so.
  var groupTitle: String {
    let name =
      switch matrix.pattern {
      case .dense: "dense: groups g = 1"
      case .grouped: "grouped: g = \(matrix.groups.grouped)"
      case .depthwise(multiplier: 1): "depthwise: g = in_channels = out_channels"
      case .depthwise(let multiplier):
        "depthwise: g = in_channels, multiplier \(multiplier.grouped)"
      }
    return pass.layer.kernelSize.isAll(1) ? "pointwise, \(name)" : name
  }

  /// What that means for one output channel.
  var groupMeaning: String {
    let (read, all) = (matrix.inChannelsPerGroup, matrix.inChannels)
    let text = { (count: Int) in Count(count).grouped(within: 9) }
    if all == 1 { return "each output reads the only input" }
    let part = read == all ? "all \(text(all))" : "\(text(read)) of \(text(all))"
    return "each output reads \(part) inputs"
  }

  /// The weight's shape in both kinds of layer, that of the present one marked.
  var weightShapes: [[Span]] {
    let (layer, kernel) = (pass.layer, pass.layer.kernelSize)
    let shapes: [(ConvLayer.Direction, [Int])] = [
      (.convolution, [layer.outChannels, matrix.inChannelsPerGroup]),
      (.transposed, [layer.inChannels, matrix.outChannelsPerGroup]),
    ]
    return shapes.map { kind, channels in
      let isPresent = kind == layer.direction
      let shape = tupleText(channels + kernel)
      let name = writer.starting(
        "\(LayerOp(kind, axes: kernel.count).moduleName) weight", 23, .faint)
      // Without spaces a large one may still fit.
      let fits = 3 + name.text.count + shape.count <= writer.width
      return [
        Span(isPresent ? " ▸ " : "   ", .key), name,
        Span(fits ? shape : shape.filter { $0 != " " }, isPresent ? .value : .plain),
      ]
    }
  }

  /// The numbers with groups, and what they would be without.
  private static let figures: [Figure] = [
    .weights, .biases, .parameters, .filters, .multiplications, .documented,
  ]

  private static let nameWidth = 13
  private var numberWidth: Int { writer.width < 60 ? 11 : 18 }
  /// The columns that remain for a quotient after its sign.
  private var quotientWidth: Int { max(5, writer.width - Self.nameWidth - 2 * numberWidth - 4) }

  /// The numbers beside those of one group, and what they are divided by.
  var groupCounts: [[Span]] {
    let dense = ungrouped
    let heading =
      [Span(blanks(Self.nameWidth)), writer.ending("here", numberWidth, .heading)]
      + (isDense ? [] : [writer.ending("g = 1", numberWidth, .heading), Span("  ÷ g", .heading)])
    return [heading] + Self.figures.map { line($0, dense) }
  }

  private var isDense: Bool { matrix.groups == 1 }

  /// The same layer with one group; also valid, as 1 divides all channels.
  private var ungrouped: ForwardPass? {
    var layer = pass.layer
    layer.groups = 1
    return try? LayerCase(layer: layer, input: pass.input).forward()
  }

  private func line(_ figure: Figure, _ dense: ForwardPass?) -> [Span] {
    let here = figure.count(pass)?.fitting
    let name = figure.symbol == nil ? figure.column : figure.label
    let start = [writer.starting("  \(name)", Self.nameWidth, .faint), ending(here, .value)]
    guard !isDense else { return start }
    let all = dense.flatMap { figure.count($0)?.fitting }
    return start + [ending(all, .plain), quotient(here, all)]
  }

  private func ending(_ count: Count?, _ style: Style) -> Span {
    let text = count.map { $0.grouped(within: numberWidth - 1) } ?? Count.overflow.grouped
    return writer.ending(text, numberWidth, style)
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

  /// What groups could save.
  private var possible: String {
    let groups = pass.layer.possibleGroups
    guard let most = groups.last, most > 1 else {
      return "Its channels have no common divisor but 1: there is nothing to group."
    }
    return
      "Groups can be any common divisor of the channels, up to \(most.grouped); g groups divide the"
      + " weights and the products by g."
  }

  /// Which channels are connected, and what groups save.
  var channels: PageView.Page {
    let head: [[Span]] = [[Span(" \(groupTitle)", .heading), Span("; \(groupMeaning)")]]
    let (shapes, counts) = (weightShapes, groupCounts)
    let words = isDense ? [[]] + writer.paragraph(possible, .faint) : []
    let isBeside = writer.width >= Self.leastColumnsBeside
    let column = writer.width - (isBeside ? Self.countColumns : 0)
    let used = head.count + shapes.count + 2 + (isBeside ? 0 : counts.count)
    let picture = ChannelMatrixText(
      matrix: matrix, weights: pass.kernelElements,
      size: ScreenSize(columns: column, rows: max(Self.leastMatrixRows, rows - used)))
    // One block for many channels says nothing that the words do not.
    guard !isDense || picture.block == 1 else {
      return PageView.Page(lines: head + [[]] + shapes + [[]] + counts + words)
    }
    guard isBeside else {
      return PageView.Page(lines: head + picture.lines + [[]] + shapes + [[]] + counts + words)
    }
    let narrow = LineWriter(width: Self.countColumns, spelling: writer.spelling)
    let beside = PageWriter(state: state, pass: pass, writer: narrow, rows: rows).groupCounts
    let lines =
      head + [[]] + writer.beside(picture.lines, [[]] + beside, at: column) + [[]] + shapes
    return PageView.Page(lines: lines.count + words.count > rows ? lines : lines + words)
  }

  private static let leastMatrixRows = 6
  /// Where numbers stand beside the picture, and the columns that they take.
  private static let leastColumnsBeside = 79
  private static let countColumns = 44
}
