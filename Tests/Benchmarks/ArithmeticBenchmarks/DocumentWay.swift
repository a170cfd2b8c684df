import ConvArithmetic

/// A transposed layer measured as the document says: run a layer of ones, and look at the result.
struct DocumentWay {
  private let pass: ForwardPass

  init(_ pass: ForwardPass) { self.pass = pass }

  /// The products in each cell of one output channel, and the first cells that are kept.
  ///
  /// Every input cell is multiplied with every tap and added to its place. No border is looked at
  /// on the way: the crop is made by whoever reads the result.
  private func scatter() -> (cells: [Int32], width: Int) {
    let (rows, columns) = (pass.axes.height, pass.axes.width)
    let (height, width) = (canvas(rows), canvas(columns))
    let input = [Int32](repeating: 1, count: rows.input * columns.input)
    let kernel = [Int32](repeating: 1, count: rows.kernelSize * columns.kernelSize)
    var cells = [Int32](repeating: 0, count: height * width)
    input.withUnsafeBufferPointer { input in
      cells.withUnsafeMutableBufferPointer { cells in
        for row in 0..<rows.input {
          for (place, weight) in kernel.enumerated() {
            let (tapRow, tapColumn) = place.quotientAndRemainder(dividingBy: columns.kernelSize)
            var target = (row * rows.stride + tapRow * rows.dilation) * width
            target += tapColumn * columns.dilation
            for value in input[row * columns.input..<(row + 1) * columns.input] {
              cells[target] &+= value &* weight
              target &+= columns.stride
            }
          }
        }
      }
    }
    return (cells, width)
  }

  /// The cells before the crop, or those that are kept where output_padding keeps more.
  private func canvas(_ axis: AxisGeometry) -> Int {
    let reached = (axis.input - 1) * axis.stride + (axis.kernelSize - 1) * axis.dilation + 1
    return max(reached, axis.paddingBefore + axis.output)
  }

  /// Calls `body` with each row of kept cells.
  private func forEachRow(_ body: (UnsafeBufferPointer<Int32>.SubSequence) -> Void) {
    let (cells, width) = scatter()
    let (rows, columns) = (pass.axes.height, pass.axes.width)
    cells.withUnsafeBufferPointer { cells in
      for row in rows.paddingBefore..<rows.paddingBefore + rows.output {
        let start = row * width + columns.paddingBefore
        body(cells[start..<start + columns.output])
      }
    }
  }
}

extension DocumentWay {
  /// The document's additions per filter: the sum of (value − 1).
  private var additions: Count {
    var additions = 0
    forEachRow { row in
      for value in row { additions &+= Int(value) - 1 }
    }
    return Count(additions)
  }

  /// The operations of the whole batch: N(ψλ + γ), its additions taken from the layer of ones.
  var total: Count {
    get {
      let outputs = try pass.axes.map { Count($0.output) }.product
      let perFilter = try outputs * pass.kernelElements + additions
      let perSample = try pass[.filters] * perFilter + pass[.aggregation]
      return try Count(pass.input.samples) * perSample
    }
  }

  /// Sum, extremes and holes of the overlap.
  var overlap: OverlapFacts {
    var (sum, most, least, holes) = (0, Int32.min, Int32.max, 0)
    forEachRow { row in
      for value in row {
        sum &+= Int(value)
        most = max(most, value)
        least = min(least, value)
        holes &+= value == 0 ? 1 : 0
      }
    }
    return OverlapFacts(
      sum: Count(sum), maximum: Count(Int(most)), minimum: Count(Int(least)), holes: Count(holes))
  }
}
