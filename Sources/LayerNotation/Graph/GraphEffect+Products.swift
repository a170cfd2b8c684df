import ConvArithmetic

// Products of matrices: what they make, and the multiplications of doing so.

extension GraphEffect {
  static let products: [String: GraphEffect] = [
    "linear": GraphEffect(
      .sizes { arguments throws(GraphGap) in
        let (input, weight) = (try arguments.shape(), try arguments.shape("weight"))
        guard weight.count <= 2, let features = weight.last, input.last == features else {
          throw .refused(Remark(.otherFeatures, weight.last ?? 1, input.last ?? 1))
        }
        return .shape(input.dropLast() + weight.dropLast())
      }, products: { $1.elements * Count($0["input"]?.shape?.last ?? 1) }, seesSources: true),
    "linearOfFeatures": GraphEffect(
      .sizes { arguments throws(GraphGap) in
        let (input, features) = (try arguments.shape(), try arguments.number("in_features"))
        guard input.last == features else {
          throw .refused(Remark(.otherFeatures, features, input.last ?? 1))
        }
        return .shape(input.dropLast() + [try arguments.number("out_features")])
      }, products: { $1.elements * Count($0["input"]?.shape?.last ?? 1) }, seesSources: true),
    "matmul": GraphEffect(
      .sizes { arguments throws(GraphGap) in
        .shape(try product(of: arguments.shape("mat1"), arguments.shape("mat2")))
      }, products: { $1.elements * Count($0["mat1"]?.shape?.last ?? 1) }, seesSources: true),
    "attention": GraphEffect(
      .sizes { arguments throws(GraphGap) in
        let query = try arguments.shape("query")
        let (key, value) = (try arguments.shape("key"), try arguments.shape("value"))
        guard query.count >= 2, key.count >= 2, value.count >= 2, query.last == key.last,
          key[key.count - 2] == value[value.count - 2]
        else {
          throw .refused(Remark(.sizesDoNotFit, [query, key, value].sizesText))
        }
        return .shape(query.dropLast() + value.suffix(1))
      },
      products: { arguments, output in
        // Each query with each key, and each of these weights with a value.
        let keys = arguments["key"]?.shape?.dropLast().last ?? 1
        let rows = Array(output.dropLast()).elements
        let width = Count(arguments["query"]?.shape?.last ?? 1) + Count(output.last ?? 1)
        return rows * Count(keys) * width
      }),
  ]

  /// The sizes of a product of two batches of matrices; a vector is a row on the left, and a column
  /// on the right.
  ///
  /// Source: `torch.matmul`.
  private static func product(of left: [Int], _ right: [Int]) throws(GraphGap) -> [Int] {
    let inner = right.count == 1 ? right[0] : right.dropLast().last
    guard let last = left.last, last == inner else {
      throw .refused(Remark(.sizesDoNotFit, [left, right].sizesText))
    }
    let rows = Array(left.dropLast().suffix(1))
    let columns = right.count > 1 ? Array(right.suffix(1)) : []
    return try [Array(left.dropLast(2)), Array(right.dropLast(2))].broadcast() + rows + columns
  }
}

extension [Int] {
  /// The values of a tensor of these sizes.
  package var elements: Count { reduce(Count(1)) { $0 * Count($1) } }
}

extension [[Int]] {
  /// `(1, 64) and (64, 3)`.
  var sizesText: String { map(tupleText).joined(separator: " and ") }

  /// The sizes of what tensors make value by value: from the last dimension on, a 1 takes the size
  /// of the others.
  ///
  /// Source: the notes on broadcasting of PyTorch.
  func broadcast() throws(GraphGap) -> [Int] {
    guard count > 1 else { return first ?? [] }
    let rank = map(\.count).max() ?? 0
    var sizes = [Int](repeating: 1, count: rank)
    for tensor in self {
      for (place, size) in zip((rank - tensor.count)..<rank, tensor) where size != 1 {
        guard sizes[place] == 1 || sizes[place] == size else {
          throw .refused(Remark(.sizesDoNotFit, sizesText))
        }
        sizes[place] = size
      }
    }
    return sizes
  }
}
