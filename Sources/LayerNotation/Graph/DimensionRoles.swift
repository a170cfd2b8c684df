import ConvArithmetic

/// What the dimensions of a tensor stand for in a network: samples, channels, cells along an axis;
/// also where they are permuted, merged into one, or split into several.
struct DimensionRoles: Equatable, Sendable {
  enum Role: Hashable, Sendable {
    case batch, channel
    case axis(Int)
  }

  /// A dimension, or a part of one that was merged of several: `size` values, `stride` apart, of
  /// those of its role.
  struct Part: Equatable, Sendable {
    let role: Role
    let size: Int
    let stride: Int
  }

  /// Of each dimension its parts, none for a size of 1.
  var dimensions: [[Part]]

  init(_ dimensions: [[Part]]) { self.dimensions = dimensions }

  /// Roles one by one, each for a whole dimension.
  init(_ roles: [Role], _ sizes: [Int]) {
    dimensions = zip(roles, sizes).map { role, size in
      size == 1 ? [] : [Part(role: role, size: size, stride: 1)]
    }
  }

  subscript(place: Int) -> [Part] { dimensions[place] }

  /// The size that all parts of a role have together.
  func size(_ role: Role) -> Int? {
    let sizes = dimensions.joined().lazy.filter { $0.role == role }.map { Count($0.size) }
    return Int(exactly: sizes.reduce(Count(1), *))
  }

  /// The shape of the tensor in a network of so many axes; `nil` where its parts are not each value
  /// once.
  func shape(axes: Int, isBatched: Bool) -> TensorShape? {
    var parts: [Role: [Part]] = [:]
    for part in dimensions.joined() { parts[part.role, default: []].append(part) }
    for (role, own) in parts where !own.areWhole(inOrder: role != .channel) { return nil }
    let sizes = (0..<axes).map { size(.axis($0)) }.complete()
    guard let size = sizes.flatMap({ Spatial($0) }), let channels = self.size(.channel),
      let batch = self.size(.batch)
    else { return nil }
    return TensorShape(batch: isBatched ? batch : nil, channels: channels, size: size)
  }

  /// Whether a dimension is all that the tensor has of a role, and nothing else.
  func isWhole(_ place: Int, _ role: Role) -> Bool {
    let parts = dimensions[place]
    guard parts.allSatisfy({ $0.role == role }) else { return false }
    let product = parts.reduce(Count(1)) { $0 * Count($1.size) }
    return Int(exactly: product) == size(role)
      && (role == .channel || parts.count <= 1 && parts.allSatisfy { $0.stride == 1 })
  }

  /// The roles of some dimensions, where they have all that there is of these; `nil` where not.
  func wholeRoles(of places: [Int], except others: Set<Role> = []) -> Set<Role>? {
    let parts = places.flatMap { dimensions[$0] }.filter { !others.contains($0.role) }
    let roles = Set(parts.map(\.role))
    let isWhole = roles.allSatisfy { role in
      let own = parts.filter { $0.role == role }
      return own.count == dimensions.joined().count { $0.role == role }
    }
    return isWhole ? roles : nil
  }

  /// Whether some dimensions have all cells along so many axes.
  func haveAllCells(_ places: [Int], axes: Int) -> Bool {
    let roles = wholeRoles(of: places) ?? []
    return (0..<axes).allSatisfy { size(.axis($0)) == 1 || roles.contains(.axis($0)) }
  }

  /// Whether they are as modules take them: samples, channels, and so many axes.
  func isCanonical(axes: Int, isBatched: Bool) -> Bool {
    var roles: [Role] = [.channel] + (0..<axes).map { .axis($0) }
    if dimensions.count == axes + 2 { roles.insert(.batch, at: 0) }
    guard dimensions.count == roles.count else { return false }
    return roles.indices.allSatisfy { isWhole($0, roles[$0]) }
      && (dimensions.count == axes + 2 || size(.batch) == 1)
  }
}

extension [DimensionRoles.Part] {
  /// Whether parts of one role are each of its values once: the strides are the products of the
  /// sizes after them.
  fileprivate func areWhole(inOrder: Bool) -> Bool {
    let sorted = sorted { $0.stride > $1.stride }
    var next: Count = 1
    for part in sorted.reversed() {
      guard inOrder ? Count(part.stride) == next : Count(part.stride) >= next else { return false }
      next = Count(part.stride) * Count(part.size)
    }
    return true
  }

  /// The parts with neighbours that follow each other as one.
  var simplified: [DimensionRoles.Part] {
    reduce(into: []) { parts, part in
      if let last = parts.last, last.role == part.role, part.size > 0,
        last.stride / part.size == part.stride, last.stride % part.size == 0
      {
        let (size, overflow) = last.size.multipliedReportingOverflow(by: part.size)
        guard !overflow else { return parts.append(part) }
        parts[parts.count - 1] = .init(role: part.role, size: size, stride: part.stride)
      } else if part.size != 1 {
        parts.append(part)
      }
    }
  }
}

extension DimensionRoles {
  /// The same values in other sizes; `nil` where a new dimension would cut a part unevenly.
  func reshaped(to sizes: [Int]) -> DimensionRoles? {
    var left = dimensions.flatMap(\.self)[...]
    var output: [[Part]] = []
    for size in sizes {
      var (wanted, parts) = (size, [Part]())
      while wanted > 1 {
        guard let part = left.popFirst() else { return nil }
        if wanted % part.size == 0 {
          parts.append(part)
          wanted /= part.size
        } else if part.size % wanted == 0 {
          // The slower half stays here, the faster one goes on.
          let rest = part.size / wanted
          let (stride, overflow) = part.stride.multipliedReportingOverflow(by: rest)
          guard !overflow else { return nil }
          parts.append(Part(role: part.role, size: wanted, stride: stride))
          left = [Part(role: part.role, size: rest, stride: part.stride)] + left
          wanted = 1
        } else {
          return nil
        }
      }
      output.append(parts.simplified)
    }
    return left.isEmpty ? DimensionRoles(output) : nil
  }

  /// The roles of a tensor whose dimensions are the same but for their sizes; `nil` where one of
  /// another size is not a whole role.
  func resized(_ before: [Int], to sizes: [Int]) -> DimensionRoles? {
    guard before.count == sizes.count, dimensions.count == sizes.count else { return nil }
    var output = dimensions
    for place in sizes.indices where before[place] != sizes[place] {
      guard let role = dimensions[place].first?.role, isWhole(place, role) else { return nil }
      output[place] = sizes[place] == 1 ? [] : [Part(role: role, size: sizes[place], stride: 1)]
    }
    return DimensionRoles(output)
  }

  /// What tensors make value by value, the last dimensions alike; `nil` where their roles differ.
  static func broadcast(_ all: [DimensionRoles]) -> DimensionRoles? {
    let rank = all.map(\.dimensions.count).max() ?? 0
    var output = [[Part]](repeating: [], count: rank)
    for roles in all {
      for (place, parts) in zip((rank - roles.dimensions.count)..<rank, roles.dimensions)
      where !parts.isEmpty {
        guard output[place].isEmpty || output[place] == parts else { return nil }
        output[place] = parts
      }
    }
    return DimensionRoles(output)
  }
}
