import ConvArithmetic
import LayerNotation
import Testing

/// The one term with variables against the products written out, and against loops.
@Suite struct ClosedFormTests {
  /// Of copies the term has the places, and what is written out the cells.
  private static let traced = Preset.all.filter { $0.subject.layer.paddingMode == .zeros }

  @Test(arguments: traced.map(\.name))
  func `the term with variables stands for the very products that are written out`(
    name: String
  ) throws {
    let preset = try #require(Preset.all.first { $0.name == name })
    let pass = try preset.subject.forward()
    let trace = try #require(LayerTrace(pass))
    for grid in LayerGrid.allCases {
      for cell in cells(trace.size(of: grid)) {
        let arithmetic = CellArithmetic(pass, trace, grid, cell)
        let equation = arithmetic.equation(most: 500)
        // A tap of a large layer has a product for each cell.
        guard !equation.contains("…") else { continue }
        let written = products(equation)
        #expect(
          try expanded(arithmetic.equation(most: 0)) == Set(written),
          "\(arithmetic.equation(most: 0))")
      }
    }
  }

  @Test func `the products written out are those of the loops`() throws {
    let modes = PaddingMode.allCases.map { (ConvLayer.Direction.convolution, $0) }
    for (stride, dilation, padding) in [(1, 1, 0), (2, 1, 1), (2, 2, 1), (3, 2, 2), (2, 3, 0)] {
      for (kind, mode) in [(.transposed, .zeros)] + modes {
        var subject = LayerCase.decoder
        (subject.layer.direction, subject.layer.paddingMode) = (kind, mode)
        subject.layer.stride = Spatial(square: stride)
        subject.layer.dilation = Spatial(square: dilation)
        subject.layer.padding = .explicit(Spatial(square: padding))
        subject.layer.outputPadding = Spatial(square: 0)
        let pass = try subject.forward()
        let trace = try #require(LayerTrace(pass))
        for cell in 0..<min(pass.axes.height.output, 9) {
          let arithmetic = CellArithmetic(pass, trace, .output, Spatial(square: cell))
          let expected = naive(pass.axes.height, cell)
          let products = Set(products(arithmetic.equation(most: 100)))
          #expect(products.count == expected.count * expected.count, "\(pass.layer), \(cell)")
          for (tap, input) in expected {
            #expect(products.contains("w[\(tap),\(tap)]x[\(input),\(input)]"))
          }
        }
      }
    }
  }

  /// The taps of an output cell and the real input cells that they read, by loops.
  private func naive(_ axis: AxisGeometry, _ output: Int) -> [(tap: Int, input: Int)] {
    (0..<axis.kernelSize).flatMap { tap in
      (0..<axis.input).filter { input in
        if axis.direction == .transposed {
          return input * axis.stride + tap * axis.dilation - axis.paddingBefore == output
        }
        let place = output * axis.stride + tap * axis.dilation - axis.paddingBefore
        return switch axis.paddingMode {
        case .zeros: place == input
        case .reflect: [place, -place, 2 * axis.input - 2 - place].contains(input)
        case .replicate: min(max(place, 0), axis.input - 1) == input
        case .circular: (place + axis.input) % axis.input == input
        }
      }.map { (tap, $0) }
    }
  }

  private func cells(_ size: Spatial<Int>) -> [Spatial<Int>] {
    [0, 1, 2, 3, 5, 8].filter { $0 < size.min() ?? 0 }.flatMap { place in
      let inside = size.map { _ in place }
      var edge = inside
      edge[0] = 0
      return [inside, edge]
    }
  }

  /// The cells of an equation in brackets, two and two: what is multiplied, or where it goes.
  private func products(_ equation: String) -> [String] {
    let right = equation.split(separator: equation.contains(" times ") ? "times" : "=").dropFirst()
    let text = right.joined(separator: "=").prefix { $0 != "b" }
    let names = text.split(separator: "]").filter { $0.contains("[") }.map { part in
      String(part.drop { !"xwy".contains($0) }) + "]"
    }
    return stride(from: 0, to: names.count - 1, by: 2).map { names[$0] + names[$0 + 1] }
  }

  /// The products of a term with variables, for every value of them.
  private func expanded(_ equation: String) throws -> Set<String> {
    let template = products(equation)
    var all: [String] = template
    for (axis, variables) in [["u", "i"], ["v", "j"], ["t", "l"]].enumerated() {
      for variable in variables {
        guard let range = range(of: variable, in: equation) else { continue }
        all = all.flatMap { substitute(range, variable, axis, $0) }
      }
    }
    return Set(all)
  }

  /// The range in `…, u = 0…2` or `…, u, v = 0…2`.
  private func range(of variable: String, in equation: String) -> ClosedRange<Int>? {
    let equation = equation.replacing(/((?:, \w){2,}) = (.*)$/) { match in
      match.1.split(separator: ", ").map { ", \($0) = \(match.2)" }.joined()
    }
    guard let tail = equation.split(separator: "\(variable) = ").dropFirst().last else {
      return nil
    }
    let ends = tail.split { !"0123456789−".contains($0) }.prefix(2).compactMap {
      integer(String($0))
    }
    return ends.count == 2 ? ends[0]...ends[1] : nil
  }

  /// Puts numbers in the place of a variable and computes the places along an axis.
  private func substitute(
    _ numbers: ClosedRange<Int>, _ variable: String, _ axis: Int, _ text: String
  ) -> [String] {
    let cells = text.split(separator: "]").map { cell in
      let parts = cell.split(separator: "[")
      return (name: parts[0], places: parts[1].split(separator: ",").map(String.init))
    }
    return numbers.map { number in
      cells.map { name, places in
        var places = places
        places[axis] = value(places[axis], variable, number).plain
        return "\(name)[\(places.joined(separator: ","))]"
      }.joined()
    }
  }

  /// A number with a true minus.
  private func integer(_ text: String) -> Int? {
    Int(String(text.map { $0 == "−" ? "-" : $0 }))
  }

  /// `2u + 1`, `4 − u`, `u` or `3` with a number for the variable.
  private func value(_ text: String, _ variable: String, _ number: Int) -> Int {
    var sum = 0
    var sign = 1
    for term in text.split(separator: " ") {
      if term == "+" || term == "−" {
        sign = term == "+" ? 1 : -1
      } else if term.hasSuffix(variable) {
        sum += sign * (Int(term.dropLast()) ?? 1) * number
      } else {
        sum += sign * (integer(String(term)) ?? .min / 4)
      }
    }
    return sum
  }
}
