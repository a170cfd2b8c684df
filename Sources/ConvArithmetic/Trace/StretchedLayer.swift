/// A transposed layer as the ordinary convolution of its stretched input, step by step.
///
/// The same output as by scattering, on a way of its own: nothing here asks which cells an input
/// cell reaches. Each output cell reads the stretched input tap by tap, so only kernels that a
/// person can look at are worked through.
package struct StretchedLayer: Equatable, Sendable {
  package let axes: Spatial<StretchedAxis>

  /// The most taps along an axis that are read one after the other.
  package static let largestKernel = 16

  /// The stretched view; `nil` for a convolution, and where a size exceeds 64 bits.
  package init?(_ trace: LayerTrace) {
    guard let axes = trace.axes.map({ StretchedAxis($0.geometry) }).complete() else { return nil }
    self.axes = axes
  }

  /// Whether the kernel is small enough to be read tap by tap.
  package var canBeRead: Bool { axes.allSatisfy { $0.geometry.kernelSize <= Self.largestKernel } }

  /// The taps that read an input cell for an output cell, after some steps.
  ///
  /// Over inputs, the stretched input is filled cell by cell, and the cells that are still to come
  /// are zeros in it; over outputs, the window stands on one output cell after the other. There are
  /// no readings where the kernel cannot be read.
  package func readings(
    ofOutput cell: Spatial<Int>, after progress: StepProgress? = nil
  ) -> [Spatial<StretchedAxis.Reading>] {
    guard canBeRead else { return [] }
    let readings = axes.with(cell) { $0.inputReadings(ofOutput: $1) }.combinations()
    guard let progress else { return readings }
    if progress.sequence.order == .gather { return progress.includes(cell) ? readings : [] }
    return readings.filter { $0.map(\.input).complete().map(progress.includes) == true }
  }

  /// How many windows read an input cell along each axis; `nil` where the kernel cannot be read.
  package func windows(readingInput cell: Spatial<Int>) -> Spatial<Int>? {
    canBeRead ? axes.with(cell) { $0.windows(readingInput: $1) } : nil
  }
}

extension StretchedAxis {
  fileprivate func windows(readingInput cell: Int) -> Int {
    (0..<geometry.kernelSize).count { tap in
      let window =
        Int128(place(ofInput: cell)) + Int128(paddingBefore)
        - Int128(tap) * Int128(geometry.dilation)
      guard let output = Int(exactly: window) else { return false }
      return reading(ofOutput: output, flippedTap: tap)?.input == cell
    }
  }

  fileprivate func inputReadings(ofOutput output: Int) -> [Reading] {
    (0..<geometry.kernelSize).compactMap { reading(ofOutput: output, flippedTap: $0) }
      .filter { $0.input != nil }
  }

  /// The tap of the flipped kernel that lies on a place while it stands on an output cell.
  package func flippedTap(on place: Int, ofOutput output: Int) -> Int? {
    let distance = Int128(place) - Int128(output) + Int128(paddingBefore)
    let (tap, remainder) = distance.quotientAndRemainder(dividingBy: Int128(geometry.dilation))
    guard distance >= 0, remainder == 0, tap < Int128(geometry.kernelSize) else { return nil }
    return Int(clamping: tap)
  }

  package func place(ofInput cell: Int) -> Int {
    Int(clamping: Int128(cell) * Int128(geometry.stride))
  }
}

extension StretchedAxis.Content {
  /// The input cell; `nil` for a zero.
  package var input: Int? { if case .input(let cell) = self { cell } else { nil } }
}

extension StretchedAxis.Reading {
  package var input: Int? { content.input }
}

extension LayerValues {
  /// What the flipped kernel over the stretched input gives for an output cell after some steps.
  package func output(
    at cell: Spatial<Int>, of layer: StretchedLayer, after progress: StepProgress? = nil
  ) -> Count {
    let flipped = weights.flipped
    return layer.readings(ofOutput: cell, after: progress).reduce(0) { sum, reading in
      let weight = Count(flipped[reading.map(\.flippedTap)])
      return sum + weight * Count(input[reading.map { $0.input ?? 0 }])
    }
  }
}
