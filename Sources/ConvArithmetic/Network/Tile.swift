/// A part of a picture that goes through a network by itself, along one axis.
package struct Tile: Equatable, Sendable {
  /// The cells of the tile.
  package let size: Int
  /// From the first to the last output cell that is the same as in the whole picture; `nil` for none.
  package let clean: ClosedRange<Count>?
  /// Whether cells between these differ: a transposed layer whose taps leave gaps can do that.
  package let hasGaps: Bool
  /// The input cells from one output cell to the next.
  package let jump: Ratio
  /// The tile has to begin at a multiple of it: every tensor then begins at a whole cell.
  package let alignment: Count
}

/// The tiles that a picture is cut into along one axis, and put together again from their clean
/// cells.
package struct TileGrid: Equatable, Sendable {
  /// From one tile to the next, in input cells.
  package let step: Count
  package let tiles: Count
  /// The share of a tile's cells that its neighbours compute again.
  package let repeated: Ratio
}

extension AxisNetwork {
  /// What a tile of so many cells gives.
  package func tile(_ size: Int) -> Result<Tile, Unreached> {
    Result { () throws(Unreached) in
      guard let shift else { throw .unknown }
      let clean = try cleanCells(size)
      return Tile(
        size: size, clean: clean.ends, hasGaps: clean.hasGaps, jump: shift.jump,
        alignment: shift.alignment)
    }
  }

  private func cleanCells(_ size: Int) throws(Unreached) -> CleanCells {
    var effort = Effort()
    typealias Told = Result<(CleanCells, Int), Unreached>
    let first = CleanCells.interval(first: 0, last: Count(size) - 1)
    let told = forward(from: Told.success((first, size))) { cells, other in
      guard case .success(let (one, size)) = cells, case .success(let (two, otherSize)) = other
      else { return cells.flatMap { _ in other } }
      return size == otherSize
        ? .success((one.joined(with: two, size: size), size)) : .failure(.sizesDiffer)
    } _: { input, map in
      if map.seesEverything { return .failure(.everything) }
      return input.flatMap { cells, size in
        Result { () throws(Unreached) in try map.passed(cells, size, &effort) }
      }
    }
    return try (told.last ?? .failure(.unknown)).get().0
  }
}

extension AxisMap {
  fileprivate func passed(
    _ cells: CleanCells, _ size: Int, _ effort: inout Effort
  ) throws(Unreached) -> (CleanCells, Int) {
    guard let taps, let output = output(size) else { throw .unknown }
    var (clean, size) = (cells, Count(size))
    for step in taps {
      let output = step.output(size)
      clean = try clean.passed(through: step, size: size, output: output, &effort)
      size = output
    }
    return (clean, output)
  }
}

extension Tile {
  /// The tiles for a picture of so many cells; `nil` where no number of tiles is enough.
  ///
  ///     step   clean output cells in input cells, down to a multiple of the alignment
  ///     tiles  ⌈(I − size)/step⌉ + 1
  ///
  /// The first and the last tile keep what borders on the picture's own edge.
  package func grid(over picture: Int) -> TileGrid? {
    guard picture > size else {
      return TileGrid(step: Count(picture), tiles: 1, repeated: Ratio(0))
    }
    guard let clean, !hasGaps else { return nil }
    let cells = (Ratio(clean.size) * jump).floor
    let step = cells - cells.split(by: alignment).remainder
    guard step > 0 else { return nil }
    return TileGrid(
      step: step, tiles: (Count(picture) - Count(size)).ceilingDivided(by: step) + 1,
      repeated: Ratio(Count(size) - step, Count(size)))
  }
}
