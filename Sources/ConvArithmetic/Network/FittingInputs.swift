/// The inputs for which the tensors of every join have the same size along an axis.
package struct FittingInputs: Equatable, Sendable {
  /// The smallest input that goes through and fits; where none fits, that goes through at all.
  package let smallest: Int
  /// Inputs that are equal modulo this number fit alike; the least such number.
  package let modulus: Int
  /// From 0 up to the modulus, rising; empty where no input fits.
  package let residues: [Int]

  package func contains(_ input: Int) -> Bool {
    input >= smallest && residues.contains(input % modulus)
  }

  /// The nearest input below and the nearest one above that fit.
  package func nearest(to input: Int) -> (below: Int?, above: Int?) {
    guard let first = residues.first, let last = residues.last, input >= 1 else {
      return (nil, nil)
    }
    let before = input - 1
    let place = before % modulus
    let residue = residues.last { $0 <= place } ?? last - modulus
    let below = before - (place - residue)
    let from = max(input, smallest - 1)
    let rest = from % modulus
    let step = (residues.first { $0 > rest } ?? first + modulus) - rest
    let (above, overflow) = from.addingReportingOverflow(step)
    return (below >= smallest ? below : nil, overflow ? nil : above)
  }
}

/// How far what the branches of a join see is centred apart.
package struct CentreGap: Equatable, Sendable {
  /// In input cells, for the cell where it is most.
  package let most: Ratio
  package let course: Course

  package enum Course: Sendable {
    /// The same for every cell.
    case steady
    /// From cell to cell, in one direction.
    case varies
    /// From cell to cell, in either direction.
    case turns
  }
}

extension AxisNetwork {
  /// The inputs that all joins fit; `nil` where they would be too many to be tried, or there are no
  /// inputs at all.
  ///
  /// Where joins are in step, sizes come again with the input's ``alignment``, after which every tensor is larger by a whole
  /// number of cells: so many inputs are tried from the smallest one on, and two periods more, since
  /// a window that runs over the end can keep small inputs from fitting.
  package var fittingInputs: FittingInputs? {
    guard joinsAreInStep, let smallest = try? smallestInput().get(), let alignment,
      let modulus = Int(exactly: alignment), modulus <= 4096,
      modulus * max(1, nodes.count) <= 1 << 17, smallest <= .max - 3 * modulus
    else { return nil }
    let fits = (0..<3 * modulus).map { fitsJoins(smallest + $0) }
    let first = fits.firstIndex(of: true) ?? 0
    guard (first..<max(first, 2 * modulus)).allSatisfy({ fits[$0] == fits[$0 + modulus] }),
      (modulus..<2 * modulus).allSatisfy({ fits[$0] == fits[$0 + modulus] })
    else { return nil }
    let settled = Array(fits.dropFirst(modulus))
    let divisor = (1...modulus).first { divisor in
      modulus % divisor == 0
        && settled.indices.dropFirst(divisor).allSatisfy { settled[$0] == settled[$0 - divisor] }
    }
    let least = divisor ?? modulus
    let residues = (0..<least).filter { settled[$0] }.map { (smallest + modulus + $0) % least }
    return FittingInputs(smallest: smallest + first, modulus: least, residues: residues.sorted())
  }

  /// The least input that goes through, with the same sizes wherever branches meet.
  package var smallestFittingInput: Result<Int, NoInput> {
    let first = smallestInput()
    guard nodes.contains(where: { $0.sources.count > 1 }), case .success(let least) = first else {
      return first
    }
    let tries = (1 << 16) / nodes.count
    // A single cell that stands for many goes through where as many as the others would not.
    let start = nodes.contains(where: \.broadcasts) && least <= tries ? 1 : least
    let periods = joinsAreInStep ? alignment.map { $0 * 3 + Count(least - start) } : nil
    let most = min(Count(tries), periods ?? 4096, Count(Int.max - start))
    let found = (0..<(Int(exactly: most) ?? 0)).first { fitsJoins(start + $0) }
    if let found { return .success(start + found) }
    return .failure(periods == most ? .never : .tooLong)
  }

  private func fitsJoins(_ input: Int) -> Bool {
    var sizes = [input]
    for node in nodes {
      let size =
        node.broadcasts ? node.sources.reduce(1) { max($0, sizes[$1]) } : sizes[node.sources[0]]
      let fits = node.sources.allSatisfy { sizes[$0] == size || node.broadcasts && sizes[$0] == 1 }
      guard fits, let output = node.map.output(size) else { return false }
      sizes.append(output)
    }
    return true
  }

  /// How far the middles of what the sources of a join see are apart, in input cells; `nil` where
  /// their cells are not equally far apart.
  ///
  /// The ``reaches`` are those of the network, which are asked for once for all joins.
  ///
  /// Source: Araujo, Norris & Sim (Distill, 2019), section "Arbitrary computation graphs": the centres
  /// of aligned branches agree.
  package func centreGap(at node: Int, _ reaches: [Result<Reach, Unreached>]) -> CentreGap? {
    guard nodes.indices.contains(node), reaches.count == nodes.count + 1 else { return nil }
    let branches = nodes[node].sources.compactMap { try? reaches[$0].get() }
    guard branches.count == nodes[node].sources.count, let first = branches.first,
      branches.allSatisfy({ $0.jump == first.jump })
    else { return nil }
    let most = branches.map(\.period).max() ?? 1
    let gaps = (0..<most).compactMap { cell -> (width: Count, offsets: [Count])? in
      let centres = branches.compactMap {
        $0.span(of: Count(cell)).map { $0.lowerBound + $0.upperBound }
      }
      guard let first = centres.first, let least = centres.min(), let last = centres.max() else {
        return nil
      }
      return (last - least, centres.map { $0 - first })
    }
    guard let widest = gaps.map(\.width).max() else { return nil }
    let isSteady = gaps.allSatisfy { $0.offsets == gaps[0].offsets }
    let turns = branches.indices.contains { place in
      let sides = gaps.compactMap { $0.offsets[at: place] }
      return sides.contains { $0 < 0 } && sides.contains { $0 > 0 }
    }
    return CentreGap(most: Ratio(widest, 2), course: isSteady ? .steady : turns ? .turns : .varies)
  }
}
