/// Where every number along one axis comes from, and where it goes.
///
/// A layer lays its kernel down at *positions*: the output cells of a Conv2d, the input cells of a
/// ConvTranspose2d. Position *i* and tap *t* meet the place *i·s + t·d − p* of the other plane. All
/// links are pairs (i, t) with their place, and each question has an answer in equal steps: a
/// position has the taps one after the other, a tap the positions, and the pairs of a place form
/// the chain that `Coverage` rests on. So no answer takes longer for a larger layer.
package struct AxisTrace: Equatable, Sendable {
  package let geometry: AxisGeometry
  private let counter: CellCounter
  private let parts: [Part]
  /// The last place that any pair meets, counted from the first one.
  let lastMeeting: Int

  /// The trace of an axis of a valid layer; `nil` where the places that it meets exceed 64 bits.
  package init?(_ geometry: AxisGeometry) {
    self.geometry = geometry
    var coverage = geometry.coverage
    // Chains are those of single places; which of them are copies is asked of the geometry.
    coverage.copying = nil
    counter = CellCounter(coverage)
    let around =
      Count(counter.coverage.size) + Count(geometry.paddingBefore) + Count(geometry.paddingAfter)
    guard let last = Int(exactly: counter.coverage.lastMeeting), last < .max,
      Int(exactly: around) != nil
    else { return nil }
    lastMeeting = last
    parts = Part.all(geometry)
  }

  /// The cells of the input or output, or the taps of the kernel.
  package func size(of grid: LayerGrid) -> Int {
    switch grid {
    case .input: geometry.input
    case .kernel: geometry.kernelSize
    case .output: geometry.output
    }
  }

  /// The places that are worth a question: the cells, with the padding of a Conv2d around its
  /// input, and with what is cropped around the output of a ConvTranspose2d.
  package func places(of grid: LayerGrid) -> Range<Int> {
    let size = size(of: grid)
    guard grid == plane else { return 0..<size }
    // Neither exceeds what the initializer has looked at.
    let (before, padded) = (geometry.paddingBefore, size + geometry.paddingAfter)
    return
      -before..<max(size, geometry.direction == .convolution ? padded : lastMeeting + 1 - before)
  }

  /// The places that the kernel spans with the gaps between its taps: d(k − 1) + 1.
  package var dilatedSize: Int {
    // Of a kernel that is laid down at all, within the last place that it meets.
    geometry.dilation * (geometry.kernelSize - 1) + 1
  }

  /// The grid whose cells are the kernel's positions.
  package var stand: LayerGrid { geometry.direction == .transposed ? .input : .output }
  /// The other one, in which the taps meet places.
  package var plane: LayerGrid { geometry.direction == .transposed ? .output : .input }

  /// Everything that a cell or tap is tied to, padding and cropped products included; of an input
  /// cell after its own reads those of its copies, with the places of those.
  ///
  /// Outside of ``places(of:)`` there are no links.
  ///
  /// - Returns: The links of a place in the order of their taps; of a tap, in that of its positions.
  package func links(of grid: LayerGrid, at index: Int, hasCopies: Bool = true) -> Links {
    if grid == .kernel { return linksOfTap(index) }
    guard grid == plane else { return linksOfPosition(index) }
    let own = linksOfPlace(index)
    return hasCopies ? Links([own] + copies(of: index).map(linksOfPlace)) : own
  }

  /// The links that are products of a real input cell; those of a copy with the cell that it copies.
  package func real(_ links: Links) -> Links {
    Links(parts.map { links.within($0.places, reading: $0.rule) })
  }

  /// The links that are products of a real input cell in a kept output cell.
  package func useful(_ links: Links) -> Links {
    real(links).within(0..<geometry.output, of: .output)
  }

  package func usefulLinks(of grid: LayerGrid, at index: Int) -> Links {
    useful(links(of: grid, at: index))
  }

  /// A part of the padded input that is not 0, and what its places have their values from.
  private struct Part: Equatable {
    let places: Range<Int>
    let rule: CopyRule

    static func all(_ axis: AxisGeometry) -> [Part] {
      let (mode, size) = (axis.paddingMode, axis.input)
      let cells = Part(places: 0..<size, rule: .itself)
      guard let before = mode.copies(.before, size: size),
        let after = mode.copies(.after, size: size)
      else { return [cells] }
      return [
        Part(places: -axis.paddingBefore..<0, rule: before), cells,
        Part(places: size..<size + axis.paddingAfter, rule: after),
      ]
    }
  }

  /// The places that copy an input cell, which may be thousands; none copies what is no such cell.
  private func copies(of cell: Int) -> some Sequence<Int> {
    (0..<geometry.input ~= cell ? parts : []).filter { $0.rule != .itself }
      .map { $0.rule.places(ofCell: cell, in: $0.places) }.joined()
  }

  /// Whether there is a useful product of a cell, its copies included.
  func isReached(_ grid: LayerGrid, _ index: Int) -> Bool {
    !useful(links(of: grid, at: index, hasCopies: false)).isEmpty
      || grid == plane && copies(of: index).contains { !useful(linksOfPlace($0)).isEmpty }
  }

  /// The input cell whose value a place of the input has; `nil` for a zero and outside.
  package func source(of place: Int) -> Int? {
    parts.first { $0.places.contains(place) }?.rule.source(Int128(place))
  }

  private func link(position: Int, tap: Int, place: Int) -> Link {
    plane == .output
      ? Link(input: position, tap: tap, output: place)
      : Link(input: place, tap: tap, output: position)
  }

  private func linksOfPosition(_ index: Int) -> Links {
    guard index >= 0, index < size(of: stand) else { return .none }
    // Within the last meeting, so it fits.
    let place = index * geometry.stride - geometry.paddingBefore
    return Links(
      count: geometry.kernelSize, from: link(position: index, tap: 0, place: place),
      by: link(position: 0, tap: 1, place: geometry.dilation))
  }

  private func linksOfTap(_ tap: Int) -> Links {
    guard tap >= 0, tap < geometry.kernelSize else { return .none }
    let place = tap * geometry.dilation - geometry.paddingBefore
    return Links(
      count: size(of: stand), from: link(position: 0, tap: tap, place: place),
      by: link(position: 1, tap: 0, place: geometry.stride))
  }

  /// The pairs that meet in a place: taps s′ apart, positions d′ apart the other way.
  private func linksOfPlace(_ index: Int) -> Links {
    let (coverage, chain) = (counter.coverage, counter.chain(at: Int128(index)))
    guard chain.count > 0 else { return .none }
    let meeting = Int128(index) + Int128(coverage.offset)
    let position =
      (meeting - Int128(chain.firstTap) * Int128(coverage.dilation)) / Int128(coverage.stride)
    return Links(
      count: chain.count,
      from: link(position: Int(clamping: position), tap: chain.firstTap, place: index),
      by: link(position: -coverage.reducedDilation, tap: coverage.reducedStride, place: 0))
  }

  /// The place of the other plane below the middle of the kernel, whether or not they are tied.
  ///
  /// It moves evenly with the index where the links of neighbours may jump, so a picture that
  /// follows it stays calm. Of the kernel there is no counterpart.
  package func counterpart(of grid: LayerGrid, at index: Int) -> Int {
    let (stride, offset) = (Int128(geometry.stride), Int128(geometry.paddingBefore))
    let middle = Int128(geometry.dilation) * Int128(geometry.kernelSize - 1) / 2
    let other = grid == plane ? stand : plane
    let place =
      grid == plane
      ? (Int128(index) + offset - middle) / stride : Int128(index) * stride - offset + middle
    let places = places(of: other)
    return Int(clamping: min(max(place, Int128(places.lowerBound)), Int128(places.upperBound) - 1))
  }
}
