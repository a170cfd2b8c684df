import ConvArithmetic

/// One axis by loops: every position meets every tap, and the kept cells are told of it.
struct NaiveAxis {
  var positions: Int
  var taps: Int
  var stride: Int
  var dilation: Int
  /// The first kept cell.
  var offset: Int
  /// The kept cells.
  var size: Int

  var counts: [Int] {
    var counts = Array(repeating: 0, count: size)
    for position in 0..<positions {
      for tap in 0..<taps {
        let cell = position * stride + tap * dilation - offset
        if counts.indices.contains(cell) { counts[cell] += 1 }
      }
    }
    return counts
  }

  /// The products that land in no kept cell.
  var cropped: Int {
    var cropped = 0
    for position in 0..<positions {
      for tap in 0..<taps {
        let cell = position * stride + tap * dilation - offset
        if !(0..<size).contains(cell) { cropped += 1 }
      }
    }
    return cropped
  }
}
