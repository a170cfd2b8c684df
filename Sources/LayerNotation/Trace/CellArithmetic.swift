/// What one cell of a layer is made of, or goes into, in symbols.
///
/// x is the input, w the kernel and y the output of one sample and one pair of channels; a cell
/// is written with its place on each axis, `x[1,2]`.
package struct CellArithmetic: Sendable {
  let pass: ForwardPass
  let trace: LayerTrace
  package let grid: LayerGrid
  package let cell: Spatial<Int>
  /// All that the cell is tied to.
  package let links: Spatial<Links>

  /// The cell may also be a place of the padding, or of what is cropped.
  package init(_ pass: ForwardPass, _ trace: LayerTrace, _ grid: LayerGrid, _ cell: Spatial<Int>) {
    (self.pass, self.trace, self.grid, self.cell) = (pass, trace, grid, cell)
    links = trace.links(of: grid, at: cell)
  }

  /// The cell in symbols: `y[3,4]`.
  package var name: String { grid.name(cell) }

  /// What the cell is; `nil` outside the layer.
  package var role: CellRole? { trace.role(of: grid, at: cell) }

  /// All products that the cell is tied to, but those with padding zeros and those that are
  /// cropped elsewhere; of a cell around the output, the products that are cropped there.
  ///
  /// What is read of a copy is that of the cell that it copies.
  var shown: Spatial<Links> {
    trace.axes.with(links) { axis, links in
      switch grid {
      case .input: links.within(0..<axis.geometry.output, of: .output)
      case .kernel: axis.useful(links)
      case .output: axis.real(links)
      }
    }
  }

  /// The arithmetic of the cell: `y[3,4] = w[0,1]·x[2,2] + w[2,1]·x[1,2] + bias`, and for the input and
  /// the kernel what they add to.
  ///
  /// More than `most` products are one term with variables and their ranges.
  package func equation(most: Int) -> String {
    let shown = shown
    // Of a tap the cells vary, of a cell the taps.
    let variables = grid == .kernel ? Spatial("i", "j", "l") : Spatial("u", "v", "t")
    let even = hasCopies ? links.map(\.firstRun) : shown
    let form = even.with(variables) { AxisForm($0, variable: $1) }
    let products = shown.products > Count(most) ? nil : shown.firstProducts(most)
    return (grid == .output ? gathered(products, form) : scattered(products, form))
      + (products == nil ? remark(even) : "")
  }

  /// What a term with variables does not say of copies.
  private func remark(_ even: Spatial<Links>) -> String {
    guard hasCopies else { return "" }
    let more = links.products - even.products
    if more > 0 { return "; \(more.grouped) more through copies" }
    return grid != .input && direct < links.products ? "; outside, x is a copy" : ""
  }

  /// Whether padding copies cells.
  package var hasCopies: Bool { pass.features.contains(.copies) }

  /// The products of them with a real input cell itself, and none through a copy.
  var direct: Count {
    trace.axes.with(links) { $1.within(0..<$0.geometry.input, of: .input) }.products
  }

  private func gathered(_ products: [Spatial<Link>]?, _ form: Spatial<AxisForm>) -> String {
    let sum =
      if let products {
        total(products.map { "\(LayerGrid.kernel.name($0))·\(LayerGrid.input.name($0))" })
      } else {
        "Σ \(form.name(.kernel))·\(form.name(.input))"
      }
    let terms = [sum, hasBias ? "bias" : ""].filter { !$0.isEmpty }
    return "\(name) = \(terms.isEmpty ? "0" : terms.joined(separator: " + "))"
      + (products == nil ? form.ranges : "")
  }

  /// Products of one pair of channels, over all input channels.
  private func total(_ products: [String]) -> String {
    let sum = products.joined(separator: " + ")
    guard channelsPerGroup > 1, !products.isEmpty else { return sum }
    return products.count > 1 ? "Σ (\(sum))" : "Σ \(sum)"
  }

  /// What the cell or tap is multiplied with, and where each product is added.
  private func scattered(_ products: [Spatial<Link>]?, _ form: Spatial<AxisForm>) -> String {
    let other: LayerGrid = grid == .input ? .kernel : .input
    guard let products else {
      return "\(name) times \(form.name(other))→\(form.name(.output))\(form.ranges)"
    }
    let targets = products.map { "\(other.name($0))→\(LayerGrid.output.name($0))" }
    return targets.isEmpty
      ? "\(name) goes into no output" : "\(name) times \(targets.joined(separator: ", "))"
  }

  /// Whether the bias is added to the cell; what is cropped never comes to have one.
  var hasBias: Bool {
    pass.layer.bias && ![.croppedBefore, .croppedAfter].contains(role)
  }

  /// The input channels that each output channel sums over: C_in / groups.
  var channelsPerGroup: Int { pass.layer.inChannels / max(1, pass.layer.groups) }
}

extension LayerGrid {
  package var symbol: String { letters.cell }
  /// The letter of an index in it: input i, tap t, output o.
  var indexSymbol: String { letters.index }

  private var letters: (cell: String, index: String) {
    switch self {
    case .input: ("x", "i")
    case .kernel: ("w", "t")
    case .output: ("y", "o")
    }
  }

  package var word: String { "\(self)" }

  /// A cell in symbols: `x[1,2]`.
  package func name(_ cell: Spatial<Int>) -> String { name(cell.map(\.plain)) }

  fileprivate func name(_ product: Spatial<Link>) -> String { name(product[self]) }

  fileprivate func name(_ places: Spatial<String>) -> String {
    "\(symbol)[\(places.joined(separator: ","))]"
  }
}

/// Products in equal steps along all axes, written once with variables.
extension Spatial<AxisForm> {
  fileprivate func name(_ grid: LayerGrid) -> String { grid.name(map { $0.place(grid) }) }

  /// The ranges of the variables: `, u = 0…2, v = 0…1`, or `, u, v = 0…2` where they are the same.
  fileprivate var ranges: String {
    let ranges = compactMap(\.range)
    guard Set(ranges.map(\.text)).count == 1 else {
      return ranges.map { ", \($0.variable) = \($0.text)" }.joined()
    }
    return ranges.map { ", \($0.variable)" }.joined() + " = \(ranges[0].text)"
  }
}

/// The links of one axis with a variable in place of the number of the link.
private struct AxisForm {
  private let links: Links
  private let variable: String
  /// What is added to the number of the link to have the variable.
  private let start: Int128

  init(_ links: Links, variable: String) {
    self.links = links
    self.variable = variable
    // Where the tap, or else the position, rises by one, the variable is that number itself.
    let rising = [LayerGrid.kernel, .output, .input].first { Self.step(links, $0) == 1 }
    start = rising.flatMap { grid in links.first.map { Int128($0[grid]) } } ?? 0
  }

  private static func step(_ links: Links, _ grid: LayerGrid) -> Int128 {
    guard links.count > 1 else { return 0 }
    return Int128(links[1][grid]) - Int128(links[0][grid])
  }

  /// The place of a grid in terms of the variable: `3`, `u`, `2u − 1`, `4 − u`.
  func place(_ grid: LayerGrid) -> String {
    let step = Self.step(links, grid)
    let base = Int128(links.first?[grid] ?? 0) - step * start
    guard step != 0 else { return base.plain }
    let factor = step.magnitude == 1 ? variable : "\(step.magnitude)\(variable)"
    if step > 0 {
      return base == 0 ? factor : "\(factor) \(base > 0 ? "+" : "−") \(base.magnitude)"
    }
    return "\(base.plain) − \(factor)"
  }

  var range: (variable: String, text: String)? {
    links.count > 1
      ? (variable, "\(start.plain)…\((start + Int128(links.count) - 1).plain)") : nil
  }
}
