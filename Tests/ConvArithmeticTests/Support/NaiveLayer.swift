import ConvArithmetic

/// A layer by loops over every sample, channel, cell and tap.
struct NaiveLayer {
  let subject: LayerCase
  let output: Spatial<Int>
  private var layer: ConvLayer { subject.layer }

  /// The pairs of an input and an output channel in the same group: the filters.
  var channelPairs: Int { outChannelsOfFilters.count }

  /// The output channel of each filter.
  var outChannelsOfFilters: [Int] {
    let (inGroup, outGroup) = (
      layer.inChannels / layer.groups, layer.outChannels / layer.groups
    )
    var channels: [Int] = []
    for inChannel in 0..<layer.inChannels {
      for outChannel in 0..<layer.outChannels where inChannel / inGroup == outChannel / outGroup {
        channels.append(outChannel)
      }
    }
    return channels
  }

  /// The products of one filter: all of them, and those that are no padding and not cropped.
  var products: (all: Int, useful: Int) {
    var (all, useful) = (0, 0)
    forEachProduct { _, _, isUseful in
      all += 1
      if isUseful { useful += 1 }
    }
    return (all, useful)
  }

  /// How many useful products reach each output cell, row by row.
  var overlap: [[Int]] {
    var overlap = Array(repeating: Array(repeating: 0, count: output.width), count: output.height)
    forEachProduct { row, column, isUseful in
      if isUseful { overlap[row][column] += 1 }
    }
    return overlap
  }

  /// Visits each product of one filter with the output cell that it belongs to.
  func forEachProduct(_ visit: (_ row: Int, _ column: Int, _ isUseful: Bool) -> Void) {
    let isTransposed = layer.direction == .transposed
    let places = isTransposed ? subject.input.size : output
    for row in 0..<places.height {
      for column in 0..<places.width {
        for rowTap in 0..<layer.kernelSize.height {
          for columnTap in 0..<layer.kernelSize.width {
            let met = (meets(.height, row, rowTap), meets(.width, column, columnTap))
            let target = isTransposed ? met : (row, column)
            visit(target.0, target.1, isInside(met.0, met.1))
          }
        }
      }
    }
  }

  /// The cell beyond the padding that a tap meets: of the input, or if transposed of the output.
  private func meets(_ axis: Axis, _ place: Int, _ tap: Int) -> Int {
    guard let padding = layer.padding.equal else { return -1 }
    return place * layer.stride[axis] + tap * layer.dilation[axis] - padding[axis]
  }

  private func isInside(_ row: Int, _ column: Int) -> Bool {
    let plane = layer.direction == .transposed ? output : subject.input.size
    return (0..<plane.height).contains(row) && (0..<plane.width).contains(column)
  }
}
