/// A transposed layer as the ordinary convolution of its stretched input, step by step.
///
/// The same output as by scattering, on a way of its own: nothing here asks which cells an input
/// cell reaches. Each output cell reads the stretched input tap by tap, so only kernels that a
/// person can look at are worked through.
package struct StretchedLayer: Hashable, Sendable {
  package let axes: Spatial<StretchedAxis>
  private let kernelSize: Spatial<Int>

  /// The most taps along an axis that are read one after the other.
  package static let largestKernel = 16

  /// The stretched view; `nil` for a convolution, and where a size exceeds 64 bits.
  package init?(_ trace: LayerTrace) {
    guard let height = StretchedAxis(trace.axes.height.geometry),
      let width = StretchedAxis(trace.axes.width.geometry)
    else { return nil }
    axes = Spatial(height: height, width: width)
    kernelSize = trace.size(of: .kernel)
  }

  /// Whether the kernel is small enough to be read tap by tap.
  package var canBeRead: Bool {
    kernelSize.height <= Self.largestKernel && kernelSize.width <= Self.largestKernel
  }

  /// The taps that read an input cell for an output cell, after some steps.
  ///
  /// Over inputs, the stretched input is filled cell by cell, and the cells that are still to come
  /// are zeros in it; over outputs, the window stands on one output cell after the other.
  ///
  /// - Parameters:
  ///   - cell: An output cell.
  ///   - progress: The steps that are done; all of them without it.
  /// - Returns: Rows and columns of each reading, in the order of the flipped kernel; none where the
  ///   kernel cannot be read.
  package func readings(
    ofOutput cell: Spatial<Int>, after progress: StepProgress? = nil
  ) -> [Spatial<StretchedAxis.Reading>] {
    guard canBeRead else { return [] }
    let isOverOutputs = progress?.sequence.order == .gather
    if isOverOutputs, progress?.includes(cell) == false { return [] }
    let columns = axes.width.inputReadings(ofOutput: cell.width, taps: kernelSize.width)
    var readings: [Spatial<StretchedAxis.Reading>] = []
    for row in axes.height.inputReadings(ofOutput: cell.height, taps: kernelSize.height) {
      for column in columns {
        let input = Spatial(height: row.input ?? 0, width: column.input ?? 0)
        if !isOverOutputs, progress?.includes(input) == false { continue }
        readings.append(Spatial(height: row, width: column))
      }
    }
    return readings
  }
}

extension StretchedLayer {
  /// The rows and columns of the windows that read an input cell.
  ///
  /// - Returns: How many there are along each axis; `nil` where the kernel cannot be read.
  package func windows(readingInput cell: Spatial<Int>) -> Spatial<Int>? {
    guard canBeRead else { return nil }
    return Spatial(
      height: axes.height.windows(readingInput: cell.height, taps: kernelSize.height),
      width: axes.width.windows(readingInput: cell.width, taps: kernelSize.width))
  }
}

extension StretchedAxis {
  fileprivate func windows(readingInput cell: Int, taps: Int) -> Int {
    (0..<taps).count { tap in
      let window =
        Int128(place(ofInput: cell)) + Int128(paddingBefore)
        - Int128(tap) * Int128(dilation)
      guard let output = Int(exactly: window) else { return false }
      return reading(ofOutput: output, flippedTap: tap)?.input == cell
    }
  }

  fileprivate func inputReadings(ofOutput output: Int, taps: Int) -> [Reading] {
    (0..<taps).compactMap { reading(ofOutput: output, flippedTap: $0) }
      .filter { $0.input != nil }
  }

  /// The tap of the flipped kernel that lies on a place while it stands on an output cell.
  package func flippedTap(on place: Int, ofOutput output: Int) -> Int? {
    let distance = Int128(place) - Int128(output) + Int128(paddingBefore)
    let (tap, rest) = distance.quotientAndRemainder(dividingBy: Int128(dilation))
    guard distance >= 0, rest == 0, tap < Int128(kernelSize) else { return nil }
    return Int(clamping: tap)
  }

  /// The place of an input cell.
  package func place(ofInput cell: Int) -> Int { Int(clamping: Int128(cell) * Int128(stride)) }
}

extension StretchedAxis.Reading {
  /// The input cell that is read; `nil` for a zero.
  package var input: Int? { if case .input(let cell) = content { cell } else { nil } }
}

extension LayerValues {
  /// What the flipped kernel over the stretched input gives for an output cell after some steps.
  ///
  /// - Parameters:
  ///   - cell: An output cell.
  ///   - layer: The stretched view of the same layer.
  ///   - progress: The steps that are done; all of them without it.
  /// - Returns: The sum over all taps that read an input cell.
  package func output(
    at cell: Spatial<Int>, of layer: StretchedLayer, after progress: StepProgress? = nil
  ) -> Count {
    let flipped = weights.flipped
    var sum = Count(0)
    for reading in layer.readings(ofOutput: cell, after: progress) {
      let weight = Count(flipped[reading.map { $0.flippedTap }])
      sum = sum + weight * Count(input[reading.map { $0.input ?? 0 }])
    }
    return sum
  }
}
