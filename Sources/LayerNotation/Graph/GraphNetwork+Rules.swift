import ConvArithmetic

// What becomes of each operation.

extension GraphNetwork {
  mutating func apply(_ place: Int) {
    let operation = graph.operations[place]
    let users = operation.sources.filter { tensors[$0] != nil }
    guard let source = users.first else { return }
    let value = flow.values[graph.inputs.count + place]
    if value.isNumbers { return }
    // A padding that is another one on another input, or more than its text says.
    if operation.assumption != nil { return leave(place, same(place, source)) }
    switch operation.rule {
    case .stage(let stage): applyStage(stage, place, source)
    case .oneOf(let stages): if let stage = stages.first { applyStage(stage, place, source) }
    case .function(let call): apply(call, place, source, users)
    case .byInput:
      guard let layer = flow.layers[place] else { return leave(place, same(place, source)) }
      applyStage(.convolution(layer), place, source)
    case .recorded, .attribute, .graph: leave(place, same(place, source))
    }
  }

  private mutating func apply(_ call: GraphCall, _ place: Int, _ source: Int, _ users: [Int]) {
    let arguments = call.arguments { flow.values[$0] }
    if arguments.padsByInput { paddedByInput.append(name(place)) }
    switch call.function.effectName {
    case "elementwise": join(place, users)
    case "concatenate": concatenate(place, users, arguments)
    case "linear", "linearOfFeatures": linear(place, source, arguments)
    case "layerNorm": normalize(place, source, arguments)
    case "reduce": reduce(place, source, arguments)
    case "pad": pad(place, source, arguments)
    case "slice": slice(place, source, arguments)
    case "along":
      let rank = tensors[source]?.sizes.count ?? 0
      // Functions differ in what they take where no dimension is written.
      let isSaid = ![nil, .nothing].contains(arguments["dim"])
      mix(place, source, along: isSaid ? (try? arguments.dimensions("dim", of: rank)) ?? [] : [])
    case "permute", "transpose": permute(place, source, arguments)
    case "reshape", "flatten", "flattenOfModule", "unflatten", "unsqueeze", "squeeze":
      rename(place, source, size(place).flatMap { tensors[source]?.roles?.reshaped(to: $0) })
    case "matmul", "attention": multiply(place, users, arguments)
    case "chunk", "split", "splitAt", "unbind": cut(place, source, arguments)
    case "item": take(place, source)
    default:
      guard case .stage(let rule) = call.function.effect.rule, let stage = try? rule(arguments)
      else { return leave(place, same(place, source)) }
      applyStage(stage, place, source)
    }
  }

  /// The roles of a source, where the sizes stay.
  private func same(_ place: Int, _ source: Int) -> DimensionRoles? {
    guard let entry = tensors[source], size(place) == entry.sizes else { return nil }
    return entry.roles
  }

  // MARK: Stages

  private mutating func applyStage(_ stage: Stage, _ place: Int, _ source: Int) {
    guard source == graph.operations[place].sources.first, let size = size(place) else {
      return leave(place, same(place, source))
    }
    if stage.maps.isEmpty, case .channelwise(_, let channels, _, _) = stage {
      return pointwise(place, source, channels: channels)
    }
    if stage.isMixing, case .channelwise(_, let channels, _, _) = stage {
      let maps = Array(repeating: AxisMap.mixed, count: axes)
      return add(
        .channelwise(maps, channels: channels, parameters: parameters(place)), place, source)
    }
    guard stage.axes == axes, let node = node(source) else { return leave(place, nil) }
    var stage = stage
    if case .channelwise(let maps, let channels, _, _) = stage {
      stage = .channelwise(maps, channels: channels, parameters: parameters(place))
    }
    add(stage, of: [node], place, making: size)
  }

  /// Values one by one, in whatever order the dimensions are.
  private mutating func pointwise(
    _ place: Int, _ source: Int, channels: TakenChannels? = nil
  ) {
    guard let roles = same(place, source), let node = tensors[source]?.node else {
      return leave(place, same(place, source), reads: tensors[source]?.reads ?? .unknown)
    }
    let isSecond = roles.dimensions.count > 1 && roles.isWhole(1, .channel)
    let stage = Stage.channelwise(
      [], channels: isSecond ? channels : nil, parameters: parameters(place))
    let isCanonical = tensors[source]?.isCanonical ?? false
    add(stage, of: [node], place, roles, shape: shapes[node])
    tensors[graph.inputs.count + place]?.isCanonical = isCanonical
  }

  private func parameters(_ place: Int) -> Int { Int(exactly: cost(place).parameters) ?? .max }

  /// A function along some dimensions, such as `softmax`: along the channels each place by itself.
  private mutating func mix(_ place: Int, _ source: Int, along places: [Int]) {
    guard let roles = same(place, source), let node = tensors[source]?.node, !places.isEmpty,
      let mixed = roles.wholeRoles(of: places, except: [.batch, .channel])
    else { return leave(place, same(place, source)) }
    let maps = (0..<axes).map { mixed.contains(.axis($0)) ? AxisMap.mixed : .unchanged }
    let stage = Stage.channelwise(mixed.isEmpty ? [] : maps, parameters: parameters(place))
    add(stage, of: [node], place, roles)
  }

  /// Adds a module that keeps all sizes, whatever the order of the dimensions.
  private mutating func add(_ stage: Stage, _ place: Int, _ source: Int) {
    guard let roles = same(place, source), let node = tensors[source]?.node else {
      return leave(place, same(place, source))
    }
    add(stage, of: [node], place, roles)
  }

  private mutating func normalize(_ place: Int, _ source: Int, _ arguments: GraphArguments) {
    let count = arguments["normalized_shape"]?.numbers?.count ?? 0
    mix(place, source, along: (tensors[source]?.sizes.indices.suffix(count)).map(Array.init) ?? [])
  }

  /// A product with a matrix at each place, as a convolution with a kernel of 1 does it.
  private mutating func linear(_ place: Int, _ source: Int, _ arguments: GraphArguments) {
    guard var entry = tensors[source], var roles = entry.roles, let size = size(place),
      let last = roles.dimensions.indices.last
    else { return leave(place, nil) }
    // All cells of a channel are channels of their own after `flatten`.
    if !roles.isWhole(last, .channel), let whole = roles.wholeRoles(of: [last]),
      !whole.contains(.batch), whole.contains(.channel)
    {
      if entry.reads == .some, roles.haveAllCells([last], axes: axes) {
        tensors[source]?.reads = .all
      }
      roles.dimensions[last] = [.init(role: .channel, size: entry.sizes[last], stride: 1)]
      guard record(source, roles) != nil else { return leave(place, nil) }
      entry = tensors[source] ?? entry
    }
    guard roles.isWhole(last, .channel), let node = entry.node ?? record(source, roles),
      let input = entry.sizes.last, let output = size.last, size.count == entry.sizes.count
    else { return leave(place, nil) }
    var layer = ConvLayer(.convolution, axes: axes)
    (layer.inChannels, layer.outChannels) = (input, output)
    layer.kernelSize = Spatial(repeating: 1, count: axes)
    layer.bias = arguments["bias"].map { ![.nothing, .flag(false)].contains($0) } ?? true
    if arguments.call.function.effectName == "linear" {
      layer.bias = arguments["bias"] ?? .nothing != .nothing
    }
    roles.dimensions[last] = output == 1 ? [] : [.init(role: .channel, size: output, stride: 1)]
    add(.convolution(layer), of: [node], place, roles)
  }

  // MARK: Fewer cells, and more

  /// A mean over axes is a pool to one cell.
  private mutating func reduce(_ place: Int, _ source: Int, _ arguments: GraphArguments) {
    guard let entry = tensors[source], let roles = entry.roles, let size = size(place),
      let places = try? arguments.dimensions("dim", of: entry.sizes.count)
    else { return leave(place, nil) }
    var left = roles
    for place in places { left.dimensions[place] = [] }
    if size.count < entry.sizes.count {
      left.dimensions = left.dimensions.indices.filter { !places.contains($0) }
        .map { left.dimensions[$0] }
    }
    guard let reduced = roles.wholeRoles(of: places), let node = entry.node,
      !reduced.contains(.channel), !reduced.contains(.batch)
    else { return leave(place, roles.wholeRoles(of: places) == nil ? nil : left) }
    let maps = (0..<axes).map { reduced.contains(.axis($0)) ? AxisMap.resize(to: 1) : .unchanged }
    add(.channelwise(maps), of: [node], place, left)
  }

  private mutating func pad(_ place: Int, _ source: Int, _ arguments: GraphArguments) {
    guard let entry = tensors[source], let roles = entry.roles, let size = size(place),
      let cells = arguments["pad"]?.numbers, let next = roles.resized(entry.sizes, to: size)
    else { return leave(place, nil) }
    var maps = [AxisMap](repeating: .unchanged, count: axes)
    for (number, start) in stride(from: 0, to: cells.count - 1, by: 2).enumerated()
    where cells[start] != 0 || cells[start + 1] != 0 {
      let dimension = entry.sizes.count - 1 - number
      guard dimension >= 0, let axis = axis(of: dimension, roles) else {
        return leave(place, next)
      }
      maps[axis] = .pad(before: cells[start], after: cells[start + 1], arguments.padMode)
    }
    guard let node = entry.node else { return leave(place, next) }
    add(.channelwise(maps), of: [node], place, next)
  }

  /// A part of an axis is a crop.
  private mutating func slice(_ place: Int, _ source: Int, _ arguments: GraphArguments) {
    guard let entry = tensors[source], let roles = entry.roles, let size = size(place),
      let next = roles.resized(entry.sizes, to: size),
      let dimension = try? arguments.dimension("dim", otherwise: 0, of: size.count)
    else { return leave(place, nil) }
    if size == entry.sizes { return rename(place, source, roles) }
    let start = arguments["start"]?.number ?? 0
    let first = start < 0 ? start &+ entry.sizes[dimension] : start
    guard let node = entry.node, let axis = axis(of: dimension, roles), first >= 0,
      [.none, .number(1), .nothing].contains(arguments["step"])
    else { return leave(place, next) }
    var maps = [AxisMap](repeating: .unchanged, count: axes)
    let after = size[dimension] &+ first &- entry.sizes[dimension]
    maps[axis] = .pad(before: 0 &- first, after: after, .zeros)
    add(.channelwise(maps), of: [node], place, next)
  }

  private func axis(of dimension: Int, _ roles: DimensionRoles) -> Int? {
    (0..<axes).first { roles.isWhole(dimension, .axis($0)) && roles.size(.axis($0)) != 1 }
      ?? (roles[dimension].isEmpty ? emptyAxis(dimension, roles) : nil)
  }

  /// The axis that a dimension of one cell is, where the order says it.
  private func emptyAxis(_ dimension: Int, _ roles: DimensionRoles) -> Int? {
    let axis = dimension - (roles.dimensions.count - axes)
    return axis >= 0 && roles.isCanonical(axes: axes, isBatched: isBatched) ? axis : nil
  }
}
