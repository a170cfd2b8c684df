import ConvArithmetic

/// A network along one axis by loops over cells and taps, written from what PyTorch's modules do.
struct NaiveNetwork {
  let network: AxisNetwork

  /// The cells that one output of a module reads, each with its weight: 1 for a tap, and what linear
  /// interpolation gives.
  static func taps(_ map: AxisMap, _ output: Int) -> [(cell: Int, weight: Int)] {
    switch map {
    case .convolution(let taps, _):
      let before = Int(exactly: taps.before) ?? 0
      return (0..<taps.kernelSize).compactMap { tap in
        if taps.direction == .convolution {
          return (output * taps.stride + tap * taps.dilation - before, 1)
        }
        let cell = output + before - tap * taps.dilation
        return cell % taps.stride == 0 ? (cell / taps.stride, 1) : nil
      }
    case .pool(let window):
      return (0..<window.kernelSize).map {
        (output * window.stride + $0 * window.dilation - window.padding, 1)
      }
    case .pad(let before, _, _): return [(output - before, 1)]
    case .shuffle(let factor): return [(floor(output, factor), 1)]
    case .unshuffle(let factor): return (0..<factor).map { (output * factor + $0, 1) }
    case .scale(let factor, .nearest): return [(floor(output, Int(factor)), 1)]
    case .scale(let factor, _): return linear(output, Int(factor))
    case .unchanged, .resize, .mixed, .recorded, .unknown: return [(output, 1)]
    }
  }

  /// The place of an output's middle between the middles of two cells: (x + 1/2)/f − 1/2.
  private static func linear(_ output: Int, _ factor: Int) -> [(cell: Int, weight: Int)] {
    if factor == 1 { return [(output, 1)] }
    let place = 2 * output + 1 - factor
    let cell = floor(place, 2 * factor)
    let distance = place - 2 * factor * cell
    let unit = factor % 2 == 0 ? 1 : 2
    let first = (cell: cell, weight: (2 * factor - distance) / unit)
    return distance == 0 ? [first] : [first, (cell: cell + 1, weight: distance / unit)]
  }

  private static func floor(_ number: Int, _ divisor: Int) -> Int {
    number >= 0 ? number / divisor : -((divisor - 1 - number) / divisor)
  }

  /// How many paths lead from a cell of a tensor to each input cell.
  func paths(_ tensor: Int, _ cell: Int) -> [Int: Int] {
    if tensor == 0 { return [cell: 1] }
    let node = network.nodes[tensor - 1]
    var paths: [Int: Int] = [:]
    for tap in Self.taps(node.map, cell) {
      for source in node.sources {
        for (input, count) in self.paths(source, tap.cell) {
          paths[input, default: 0] += count * tap.weight
        }
      }
    }
    return paths
  }

  /// The cells of each tensor that a cell depends on or that depend on it, padding left out.
  func links(of cell: Int, in tensor: Int, sizes: [Int]) -> [Set<Int>] {
    var links = sizes.map { _ in Set<Int>() }
    links[tensor] = [cell]
    for place in (0..<tensor).reversed() {
      for output in links[place + 1] {
        for (read, _) in Self.taps(network.nodes[place].map, output) {
          for source in network.nodes[place].sources where (0..<sizes[source]).contains(read) {
            links[source].insert(read)
          }
        }
      }
    }
    for place in network.nodes.indices.dropFirst(tensor) {
      let node = network.nodes[place]
      for output in 0..<sizes[place + 1] {
        let reads = Self.taps(node.map, output).map(\.cell)
        let isLinked = node.sources.contains { source in
          source >= tensor && reads.contains { links[source].contains($0) }
        }
        if isLinked { links[place + 1].insert(output) }
      }
    }
    return links
  }

  /// The size of every tensor; `nil` where a module has no output or a join does not fit.
  ///
  /// With `broadcasting` a single cell may stand for many, as it does in PyTorch.
  func sizes(_ input: Int, broadcasting: Bool = false) -> [Int]? {
    var sizes = [input]
    for node in network.nodes {
      let coming = Set(node.sources.map { sizes[$0] }.filter { $0 > 1 || !broadcasting })
      guard coming.count <= 1, let size = Self.size(node.map, coming.first ?? 1), size >= 1
      else { return nil }
      sizes.append(size)
    }
    return sizes
  }

  /// The outputs of a module on so many cells, counted one by one; `nil` where cells are left over.
  private static func size(_ map: AxisMap, _ input: Int) -> Int? {
    switch map {
    case .convolution(let taps, _):
      let ends = Int(exactly: taps.before + taps.after) ?? 0
      let reach = (taps.kernelSize - 1) * taps.dilation
      if taps.direction == .convolution {
        return (0...input + ends).count { $0 * taps.stride + reach < input + ends }
      }
      let touched = (0..<input).map { $0 * taps.stride + reach }
      return (touched.max() ?? -1) + 1 - ends
    case .pool(let window):
      let padded = input + 2 * window.padding
      let reach = (window.kernelSize - 1) * window.dilation
      return (0...padded).count { output in
        let start = output * window.stride
        // A last window may run over the end if it begins before that, and something is left for it.
        let runsOver =
          window.isCeiling && start - window.stride + reach + 1 < padded
          && start < input + window.padding
        return start + reach < padded || runsOver
      }
    case .pad(let before, let after, _):
      return input + before + after >= 1 && input + min(before, 0) + min(after, 0) >= 0
        ? input + before + after : nil
    case .shuffle(let factor): return (0..<factor).reduce(0) { sum, _ in sum + input }
    case .unshuffle(let factor):
      let whole = (0...input).first { $0 * factor >= input } ?? 0
      return whole * factor == input ? whole : nil
    case .scale(let factor, _): return (0..<Int(factor)).reduce(0) { sum, _ in sum + input }
    case .recorded(let from, let to, _): return input == from ? to : nil
    case .unchanged, .resize, .mixed, .unknown: return input
    }
  }

  /// What comes out of some values in whole numbers modulo a prime, with random weights and a random
  /// bias for each module; zeros around every tensor.
  func values(_ input: [Int], sizes: [Int], seed: Int) -> [Int] {
    var tensors = [input]
    for (place, node) in network.nodes.enumerated() {
      var added = tensors[node.sources[0]]
      for source in node.sources.dropFirst() {
        for cell in added.indices {
          added[cell] = (added[cell] + 2 * tensors[source][cell]) % Self.prime
        }
      }
      var outputs: [Int] = []
      for output in 0..<sizes[place + 1] {
        var sum = Self.weight(seed, place, -1)
        for (cell, _) in Self.taps(node.map, output) where added.indices.contains(cell) {
          let weight = Self.weight(seed, place, Self.tap(node.map, output, cell))
          sum = (sum + weight * added[cell]) % Self.prime
        }
        outputs.append(sum)
      }
      tensors.append(outputs)
    }
    return tensors[network.nodes.count]
  }

  static let prime = (1 << 31) - 1

  /// What tells the taps of an output apart: the same for all outputs of the same phase.
  private static func tap(_ map: AxisMap, _ output: Int, _ cell: Int) -> Int {
    switch map {
    case .convolution(let taps, _) where taps.direction == .transposed:
      output - cell * taps.stride
    case .convolution(let taps, _): cell - output * taps.stride
    case .pool(let window): cell - output * window.stride
    case .unshuffle(let factor): cell - output * factor
    case .shuffle(let factor): output - cell * factor
    case .scale(let factor, _): output - cell * Int(factor)
    case .pad, .unchanged, .resize, .mixed, .recorded, .unknown: output - cell
    }
  }

  private static func weight(_ seed: Int, _ node: Int, _ tap: Int) -> Int {
    var mixed = SplitMix(seed: UInt64(bitPattern: Int64(seed * 1_000_003 + node * 10_007 + tap)))
    return mixed.number(in: 1...prime - 1)
  }
}
