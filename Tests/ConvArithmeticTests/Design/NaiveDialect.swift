import ConvArithmetic
import Testing

/// One channel of a layer by loops, and the operations of other libraries by loops of their own.
struct NaiveDialect {
  typealias Grid = [[Int]]

  let pass: ForwardPass
  let input: Grid
  let kernel: Grid

  init(_ pass: ForwardPass) {
    self.pass = pass
    let (input, kernel) = (pass.input.size, pass.layer.kernelSize)
    // Without symmetry, so that nothing shifted or flipped looks the same.
    self.input = Self.grid(input.height, input.width) { row, column in
      1 + (row * row * 7 + column * 5 + row * column) % 11
    }
    self.kernel = Self.grid(kernel.height, kernel.width) { row, column in
      1 + row * 13 + column * column * 17
    }
  }

  static func grid(_ rows: Int, _ columns: Int, _ value: (Int, Int) -> Int) -> Grid {
    (0..<max(0, rows)).map { row in (0..<max(0, columns)).map { value(row, $0) } }
  }

  /// What PyTorch makes of it.
  var expected: Grid {
    let padding = pass.axes.map { ($0.paddingBefore, $0.paddingAfter) }
    let (layer, output) = (pass.layer, pass.output.size)
    guard layer.direction == .transposed else {
      return Self.correlated(
        Self.padded(input, padding.height, padding.width, layer.paddingMode), kernel, layer.stride,
        layer.dilation)
    }
    let whole = Self.scattered(input, kernel, layer.stride, layer.dilation)
    return Self.window(
      whole, from: (padding.height.0, padding.width.0), size: (output.height, output.width))
  }

  /// What the steps make of it.
  func run(_ steps: [DialectStep]) throws -> Grid {
    var grid = input
    for step in steps { grid = try run(step, grid) }
    return grid
  }

  private func run(_ step: DialectStep, _ grid: Grid) throws -> Grid {
    switch step {
    case .pad(let ends, let mode):
      return Self.padded(grid, try plain(ends.height), try plain(ends.width), mode)
    case .crop(let ends):
      let (height, width) = (try plain(ends.height), try plain(ends.width))
      return Self.padded(grid, (-height.0, -height.1), (-width.0, -width.1))
    case .pick(let steps):
      return stride(from: 0, to: grid.count, by: steps.height).map { row in
        stride(from: 0, to: grid[row].count, by: steps.width).map { grid[row][$0] }
      }
    case .convolve(let layer): return try run(layer, grid)
    }
  }

  private func run(_ layer: DialectConvolution, _ grid: Grid) throws -> Grid {
    let size = layer.output(of: Spatial(height: Count(grid.count), width: Count(grid[0].count)))
    let output = (Int(exactly: size.height) ?? 0, Int(exactly: size.width) ?? 0)
    let isSpread = layer.kernelSize != pass.layer.kernelSize.map { Count($0) }
    let kernel = isSpread ? Self.stretched(kernel, pass.layer.dilation) : kernel
    switch layer.rule {
    case .pytorch: return expected
    case .keras(let word, _):
      return word == .valid
        ? Self.correlated(grid, kernel, layer.stride, layer.dilation)
        : Self.same(grid, kernel, layer.stride, layer.dilation)
    case .kerasTransposed(let word, _):
      let whole = Self.scattered(grid, kernel, layer.stride, layer.dilation)
      let cut = word == .same ? Self.cut(whole, output) : (0, 0)
      return Self.window(whole, from: cut, size: output)
    case .jaxGeneral(let ends, let inputDilation):
      let isFlipped = pass.layer.direction == .transposed
      let stretched = Self.stretched(grid, inputDilation)
      return Self.correlated(
        Self.padded(stretched, try plain(ends.height), try plain(ends.width)),
        isFlipped ? Self.flipped(kernel) : kernel, layer.stride, layer.dilation)
    case .jaxTransposed(let ends):
      return Self.correlated(
        Self.padded(
          Self.stretched(grid, layer.stride), try plain(ends.height), try plain(ends.width)),
        Self.flipped(kernel), Spatial(square: 1), layer.dilation)
    case .onnx(let ends):
      return Self.correlated(
        Self.padded(grid, try plain(ends.height), try plain(ends.width)), kernel, layer.stride,
        layer.dilation)
    case .onnxTransposed(let ends, _):
      let whole = Self.scattered(grid, kernel, layer.stride, layer.dilation)
      return Self.window(
        whole, from: (try plain(ends.height).0, try plain(ends.width).0), size: output)
    }
  }

  /// What a word for padding makes of it.
  func run(_ word: PaddingWord) -> Grid {
    let (layer, size) = (pass.layer, pass.input.size)
    guard layer.direction == .transposed else {
      return word == .valid
        ? Self.correlated(input, kernel, layer.stride, layer.dilation)
        : Self.same(input, kernel, layer.stride, layer.dilation)
    }
    let whole = Self.scattered(input, kernel, layer.stride, layer.dilation)
    let all = (size.height * layer.stride.height, size.width * layer.stride.width)
    return word == .same
      ? Self.window(whole, from: Self.cut(whole, all), size: all)
      : Self.window(
        whole, from: (0, 0),
        size: (max(whole.count, all.0), max(whole.first?.count ?? 0, all.1)))
  }

  private func plain(_ ends: Ends<Count>) throws -> (Int, Int) {
    (try #require(Int(exactly: ends.before)), try #require(Int(exactly: ends.after)))
  }
}

extension NaiveDialect {
  /// Zeros around a grid; below 0, cells taken away.
  private static func padded(_ grid: Grid, _ rows: (Int, Int), _ columns: (Int, Int)) -> Grid {
    window(
      grid, from: (-rows.0, -columns.0),
      size: (grid.count + rows.0 + rows.1, (grid.first?.count ?? 0) + columns.0 + columns.1))
  }

  /// Values around a grid, each from its source.
  private static func padded(
    _ grid: Grid, _ rows: (Int, Int), _ columns: (Int, Int), _ mode: PaddingMode
  ) -> Grid {
    guard mode != .zeros else { return padded(grid, rows, columns) }
    func sources(_ size: Int, _ ends: (Int, Int)) -> [Int] {
      (-ends.0..<size + ends.1).map { place in
        switch mode {
        case .replicate: min(max(place, 0), size - 1)
        case .circular: (place + size) % size
        case .reflect, .zeros: place < 0 ? -place : place < size ? place : 2 * size - 2 - place
        }
      }
    }
    let taken = sources(grid[0].count, columns)
    return sources(grid.count, rows).map { row in taken.map { grid[row][$0] } }
  }

  /// A part of a grid; what lies outside is 0.
  private static func window(
    _ grid: Grid, from start: (Int, Int), size: (Int, Int)
  ) -> Grid {
    Self.grid(size.0, size.1) { row, column in
      let (row, column) = (row + start.0, column + start.1)
      guard grid.indices.contains(row), grid[row].indices.contains(column) else { return 0 }
      return grid[row][column]
    }
  }

  private static func correlated(
    _ grid: Grid, _ kernel: Grid, _ stride: Spatial<Int>, _ dilation: Spatial<Int>
  ) -> Grid {
    let spread = stretched(kernel, dilation)
    let rows = grid.count - spread.count
    let columns = (grid.first?.count ?? 0) - spread[0].count
    guard rows >= 0, columns >= 0 else { return [] }
    return Self.grid(rows / stride.height + 1, columns / stride.width + 1) { row, column in
      var sum = 0
      for (tapRow, taps) in spread.enumerated() {
        for (tapColumn, tap) in taps.enumerated() {
          sum += tap * grid[row * stride.height + tapRow][column * stride.width + tapColumn]
        }
      }
      return sum
    }
  }

  /// Every cell times the kernel, added where it lands.
  private static func scattered(
    _ grid: Grid, _ kernel: Grid, _ stride: Spatial<Int>, _ dilation: Spatial<Int>
  ) -> Grid {
    let spread = stretched(kernel, dilation)
    var whole = Self.grid(
      (grid.count - 1) * stride.height + spread.count,
      (grid[0].count - 1) * stride.width + spread[0].count
    ) { _, _ in 0 }
    for (row, cells) in grid.enumerated() {
      for (column, cell) in cells.enumerated() {
        for (tapRow, taps) in spread.enumerated() {
          for (tapColumn, tap) in taps.enumerated() {
            whole[row * stride.height + tapRow][column * stride.width + tapColumn] += tap * cell
          }
        }
      }
    }
    return whole
  }

  /// Zeros between the cells.
  private static func stretched(_ grid: Grid, _ steps: Spatial<Int>) -> Grid {
    Self.grid(
      (grid.count - 1) * steps.height + 1, ((grid.first?.count ?? 0) - 1) * steps.width + 1
    ) { row, column in
      row % steps.height == 0 && column % steps.width == 0
        ? grid[row / steps.height][column / steps.width] : 0
    }
  }

  private static func flipped(_ grid: Grid) -> Grid { grid.reversed().map { $0.reversed() } }

  /// With the fewest zeros that make ⌈i/s⌉ outputs, an odd one at the end.
  private static func same(
    _ grid: Grid, _ kernel: Grid, _ stride: Spatial<Int>, _ dilation: Spatial<Int>
  ) -> Grid {
    let spread = stretched(kernel, dilation)
    func ends(_ size: Int, _ kernel: Int, _ stride: Int) -> (Int, Int) {
      var zeros = 0
      while (size + zeros - kernel) < 0
        || (size + zeros - kernel) / stride + 1 < (size + stride - 1) / stride
      {
        zeros += 1
      }
      return (zeros / 2, zeros - zeros / 2)
    }
    return correlated(
      padded(
        grid, ends(grid.count, spread.count, stride.height),
        ends(grid[0].count, spread[0].count, stride.width)), kernel, stride, dilation)
  }

  /// The rows and columns that `same` cuts off at the start: half of what is more than the output.
  private static func cut(_ whole: Grid, _ output: (Int, Int)) -> (Int, Int) {
    (max(0, whole.count - output.0) / 2, max(0, whole[0].count - output.1) / 2)
  }
}
