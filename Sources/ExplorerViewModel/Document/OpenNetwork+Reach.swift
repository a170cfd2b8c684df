extension OpenNetwork {
  /// The tensor that the selected row makes.
  var tensor: Int { places.upperBound }

  /// The cell in its middle.
  func middle(along axis: Axis) -> Int { (sheet.flow.shapes[at: tensor]?.size[axis] ?? 0) / 2 }

  /// The existing cell nearest to the wanted one.
  func cell(_ wanted: Int, along axis: Axis) -> Int {
    min(max(0, wanted), max(1, sheet.flow.shapes[at: tensor]?.size[axis] ?? 1) - 1)
  }

  /// A cell of the selected row: along one axis the one that is wanted, along the others the middle.
  func cells(_ wanted: Int, along axis: Axis) -> [Int] {
    named.input.size.axes.map { cell($0 == axis ? wanted : middle(along: $0), along: $0) }
  }

  /// The paths from a cell of the selected row to the input, of all axes together; inside, as if all
  /// borders were far away.
  func paths(from cells: [Int], isInside: Bool = false) -> Result<PathField?, Unreached> {
    let sizes = sheet.flow.shapes.map(\.size)
    guard sizes.count > tensor else { return .failure(.unknown) }
    return sheet.axes.pathField(
      from: cells.map { Count($0) }, in: tensor, sizes: isInside ? nil : sizes)
  }

  /// The same along one axis alone.
  func paths(from cells: [Int], along axis: Axis) -> Result<PathWeights, Unreached> {
    let place = axis.place(among: cells.count)
    return sheet.axes[place].pathWeights(
      from: Count(cells[place]), in: tensor, sizes: sheet.flow.shapes.map { $0.size[axis] })
  }

  /// What is tied to a cell of the selected row, in each tensor that there is.
  func links(of wanted: Int, along axis: Axis) -> [[ClosedRange<Count>]?] {
    guard sheet.flow.shapes.indices.contains(tensor) else { return [] }
    var sizes = sheet.flow.shapes.map { $0.size[axis] }
    // Nothing reaches the modules after one that fails.
    sizes += Array(repeating: 1, count: named.modules.count + 1 - sizes.count)
    return sheet.axes[axis.place(among: sheet.axes.count)].links(
      of: cell(wanted, along: axis), in: tensor, sizes: sizes)
  }
}

extension NetworkSheet {
  /// What makes the overlap of the whole network even, at the same output size; the search is as
  /// long as a key may take.
  var advice: [NetworkAdvice] {
    isEven ? [] : network.advice(for: named.input, effort: 1_000)
  }
}
