/// A small layer with numbers in it: one input channel, one output channel, no bias.
///
/// The same output is computed in three ways, which must agree: from each output cell back to
/// what it is made of, from each input cell on to what it adds to, and for a transposed layer as
/// the ordinary convolution of a stretched input.
package struct LayerValues: Hashable, Sendable {
  package let trace: LayerTrace
  package var input: IntegerGrid
  package var kernel: IntegerGrid
  /// Whether the kernel is flipped first: a convolution as mathematics defines it.
  ///
  /// PyTorch's layers do not flip; a Conv2d computes a cross-correlation (`torch.nn.Conv2d`).
  package var isFlipped = false

  /// Numbers for a layer; `nil` where its input or kernel is larger than an ``IntegerGrid`` can be.
  ///
  /// - Parameters:
  ///   - trace: The layer.
  ///   - start: What to begin with.
  package init?(_ trace: LayerTrace, _ start: StartingValues) {
    guard let input = start.input(trace.size(of: .input)),
      let kernel = start.kernel(trace.size(of: .kernel))
    else { return nil }
    self.trace = trace
    self.input = input
    self.kernel = kernel
  }

  /// The weights that are multiplied: the kernel, flipped for a convolution.
  package var weights: IntegerGrid { isFlipped ? kernel.flipped : kernel }

  /// An output cell, from all that it is made of.
  package func output(at cell: Spatial<Int>) -> Count {
    sum([trace.usefulLinks(of: .output, at: cell)])
  }

  /// What an output cell holds after some steps.
  package func output(
    at cell: Spatial<Int>, after progress: StepProgress
  ) -> Count {
    sum(progress.links(of: .output, at: cell))
  }

  private func sum(_ boxes: [Spatial<Links>]) -> Count {
    let weights = weights
    var sum = Count(0)
    for box in boxes {
      for row in box.height {
        for column in box.width {
          let weight = Count(weights[row.tap, column.tap])
          sum = sum + weight * Count(input[row.input, column.input])
        }
      }
    }
    return sum
  }
}

extension LayerValues {
  /// All output cells, each gathered from what it is made of.
  ///
  /// - Returns: `nil` where the output is larger than an ``IntegerGrid`` can be.
  package func gathered() -> IntegerGrid? {
    IntegerGrid(size: trace.size(of: .output)) { row, column in
      Int(exactly: output(at: Spatial(height: row, width: column)))
    }
  }

  /// All output cells, each input cell times the kernel added where it lands.
  ///
  /// - Returns: `nil` where the output is larger than an ``IntegerGrid`` can be.
  package func scattered() -> IntegerGrid? {
    guard var output = IntegerGrid(size: trace.size(of: .output), value: { _, _ in 0 }) else {
      return nil
    }
    let weights = weights
    for row in 0..<input.size.height {
      for column in 0..<input.size.width {
        let links = trace.usefulLinks(of: .input, at: Spatial(height: row, width: column))
        for height in links.height {
          for width in links.width {
            let present = Count(output[height.output, width.output])
            let weight = Count(weights[height.tap, width.tap])
            guard let sum = Int(exactly: present + weight * Count(input[row, column])) else {
              return nil
            }
            output[height.output, width.output] = sum
          }
        }
      }
    }
    return output
  }

  /// The input of a transposed layer with its zeros between and around.
  ///
  /// - Returns: `nil` for a Conv2d, and where it is larger than an ``IntegerGrid`` can be.
  package func stretched() -> IntegerGrid? {
    guard let rows = StretchedAxis(trace.axes.height.geometry),
      let columns = StretchedAxis(trace.axes.width.geometry)
    else { return nil }
    let size = Spatial(height: rows.places.count, width: columns.places.count)
    return IntegerGrid(size: size) { row, column in
      guard case .input(let height) = rows.content(at: rows.places.lowerBound + row),
        case .input(let width) = columns.content(at: columns.places.lowerBound + column)
      else { return 0 }
      return input[height, width]
    }
  }

  /// The output of a transposed layer, as the flipped kernel's over the stretched input: stride 1.
  ///
  /// - Returns: `nil` for a Conv2d, and where something is larger than an ``IntegerGrid`` can be.
  package func stretchedAndConvolved() -> IntegerGrid? {
    guard let stretched = stretched() else { return nil }
    let flipped = weights.flipped
    let dilation = trace.axes.map { $0.geometry.dilation }
    return IntegerGrid(size: trace.size(of: .output)) { row, column in
      var sum = Count(0)
      for rowTap in 0..<flipped.size.height {
        for columnTap in 0..<flipped.size.width {
          // The stretched input is small, so its kernel and this place are.
          let value = stretched[row + rowTap * dilation.height, column + columnTap * dilation.width]
          sum = sum + Count(flipped[rowTap, columnTap]) * Count(value)
        }
      }
      return Int(exactly: sum)
    }
  }
}
