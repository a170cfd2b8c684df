import ConvArithmetic

// Operations on several tensors, and on parts of one.

extension GraphNetwork {
  /// Tensors value by value; weights and numbers among them change no size.
  mutating func join(_ place: Int, _ users: [Int]) {
    guard let size = size(place) else { return leave(place, nil) }
    let entries = users.compactMap { tensors[$0] }
    let known = entries.compactMap(\.roles)
    // A tensor of unknown roles has those of another one of its sizes.
    let whole = entries.first { $0.roles != nil && $0.sizes == size }?.roles
    var roles: [DimensionRoles] = []
    for entry in entries {
      guard let own = entry.roles ?? (entry.sizes == size ? whole : nil) else {
        return leave(place, nil)
      }
      roles.append(own)
    }
    guard known.count > 0, let all = DimensionRoles.broadcast(roles),
      all.dimensions.count == size.count,
      zip(all.dimensions, size).allSatisfy({ parts, size in
        parts.reduce(Count(1)) { $0 * Count($1.size) } == Count(size)
      })
    else { return leave(place, nil) }
    guard entries.contains(where: { $0.node != nil }) else { return leave(place, all) }
    var nodes: [Int] = []
    for (tensor, own) in zip(users, roles) {
      guard let node = tensors[tensor]?.node ?? record(tensor, own) else {
        return leave(place, all)
      }
      if !nodes.contains(node) { nodes.append(node) }
    }
    guard let shape = all.shape(axes: axes, isBatched: isBatched),
      nodes.allSatisfy({ shapes[$0].broadcasts(to: shape) })
    else { return leave(place, all) }
    let word = graph.operations[place].word
    let sign = Self.signs[word] ?? word
    if nodes.count == 1 {
      let parameters = Int(exactly: cost(place).parameters) ?? .max
      return add(.channelwise([], parameters: parameters), of: nodes, place, all, text: word)
    }
    add(.join(.add), of: nodes, place, all, text: sign)
  }

  private static let signs = ["add": "+", "mul": "*", "sub": "-", "div": "/", "truediv": "/"]

  mutating func concatenate(_ place: Int, _ users: [Int], _ arguments: GraphArguments) {
    guard let size = size(place), users.count == graph.operations[place].sources.count,
      let dimension = try? arguments.dimension("dim", otherwise: 0, of: size.count)
    else { return leave(place, nil) }
    let known = users.compactMap { tensors[$0] }.first { $0.roles != nil }
    guard let known, let first = known.roles, let next = first.resized(known.sizes, to: size),
      first.isWhole(dimension, .channel) && (first.size(.channel) ?? 1) > 1
        || first.isCanonical(axes: axes, isBatched: isBatched)
          && dimension == size.count - axes - 1
    else { return leave(place, nil) }
    guard users.contains(where: { tensors[$0]?.node != nil }) else { return leave(place, next) }
    var (nodes, others) = ([Int](), first)
    others.dimensions[dimension] = []
    for tensor in users {
      guard let entry = tensors[tensor],
        let own = entry.roles ?? first.resized(known.sizes, to: entry.sizes),
        let node = entry.node ?? record(tensor, own)
      else { return leave(place, next) }
      var left = own
      left.dimensions[dimension] = []
      guard left == others else { return leave(place, next) }
      nodes.append(node)
    }
    if nodes.count == 1 { return rename(place, users[0], next) }
    add(.join(.concatenate), of: nodes, place, next)
  }

  mutating func permute(_ place: Int, _ source: Int, _ arguments: GraphArguments) {
    guard let roles = tensors[source]?.roles else { return leave(place, nil) }
    let rank = roles.dimensions.count
    var places = Array(0..<rank)
    if arguments.call.function.effectName == "permute" {
      places = (try? arguments.dimensions("*dims", of: rank)) ?? places
    } else if let first = try? arguments.dimension("dim0", otherwise: -2, of: rank),
      let second = try? arguments.dimension("dim1", otherwise: -1, of: rank)
    {
      places.swapAt(first, second)
    }
    rename(place, source, DimensionRoles(places.map { roles[$0] }))
  }

  /// Each row of what comes first with each of the others: its dimensions, and the last one of the
  /// values.
  mutating func multiply(_ place: Int, _ users: [Int], _ arguments: GraphArguments) {
    let isAttention = arguments.call.function.effectName == "attention"
    guard let query = users.first, let values = isAttention ? users.dropFirst(2).first : users.last,
      users.count > 1, let left = tensors[query]?.roles, let right = tensors[values]?.roles,
      let last = right.dimensions.last, let size = size(place), size.count == left.dimensions.count
    else { return leave(place, nil) }
    // Each of its values is a mean over all tokens, unless a mask leaves some out.
    let isMasked =
      ![.none, .nothing].contains(arguments["attn_mask"])
      || ![.none, .flag(false)].contains(arguments["is_causal"])
    let tokens = Array(right.dimensions.indices.dropLast().suffix(1))
    let isAll =
      isAttention && !isMasked && tensors[values]?.reads != .unknown
      && right.haveAllCells(tokens, axes: axes)
    leave(
      place, DimensionRoles(left.dimensions.dropLast() + [last]), reads: isAll ? .all : .unknown)
  }

  // MARK: Parts

  /// Notes what the parts of a tensor are, each of which is taken later.
  mutating func cut(_ place: Int, _ source: Int, _ arguments: GraphArguments) {
    leave(place, nil)
    guard let entry = tensors[source], var roles = entry.roles else { return }
    var sizes = entry.sizes
    if arguments.call.function.effectName == "unbind" {
      guard let dimension = try? arguments.dimension("dim", otherwise: 0, of: sizes.count) else {
        return
      }
      roles.dimensions.remove(at: dimension)
      sizes.remove(at: dimension)
    }
    let tensor = graph.inputs.count + place
    tensors[tensor]?.roles = roles
    tensors[tensor]?.sizes = sizes
  }

  /// One of several tensors, or a part of one.
  mutating func take(_ place: Int, _ source: Int) {
    guard let entry = tensors[source], let roles = entry.roles, let size = size(place),
      flow.size(of: source) == nil
    else { return leave(place, nil) }
    leave(place, roles.resized(entry.sizes, to: size))
  }
}

extension TensorShape {
  /// Whether each number is the one of a shape, or 1.
  fileprivate func broadcasts(to shape: TensorShape) -> Bool {
    zip(dimensions, shape.dimensions).allSatisfy { $0 == $1 || $0 == 1 } && batch == shape.batch
  }
}
