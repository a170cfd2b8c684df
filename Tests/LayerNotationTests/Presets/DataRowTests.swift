import ConvArithmetic
import LayerNotation
import Testing

/// The presets against their rows: what PyTorch made of them, and what was counted with loops.
///
/// These are the columns after a preset's own; `-` stands for what such a layer does not have:
///
/// | column | meaning |
/// |---|---|
/// | `output` | (N, C, L), (N, C, H, W) or (N, C, D, H, W) |
/// | `parameters` | weights and biases |
/// | `macs` | nominal: C_out·Πo·(C_in/groups)·Πk, of a transposed layer C_in·Πi·(C_out/groups)·Πk |
/// | `useful` | per cent of them that touch a real input cell and a kept output cell |
/// | `taps` | ordinary: real cells that an output reads, least..most, per axis |
/// | `reuse` | ordinary: reads of an input cell, least..most, per axis |
/// | `phases` | transposed: taps of each residue modulo the stride, per axis |
/// | `verdict` | transposed: `even` or `uneven`, and the most : the least products inside |
/// | `cells` | transposed: products of an output cell, least..most over the whole output |
///
/// Axes that differ are separated by a comma, in the order of the tensor. A cell that padding copies
/// is a real one.
@Suite struct DataRowTests {
  @Test func `every row is a preset, the first one is what the explorer opens with`() {
    #expect(!Preset.rows.isEmpty)
    #expect(Preset.all.map(\.name) == Preset.rows.map { $0["name"] })
    #expect(Set(Preset.all.map(\.name)).count == Preset.all.count)
    #expect(Preset.start == Preset.all.first)
  }

  @Test(arguments: Preset.rows)
  func `a row has its layer as it is printed, and says all that such a layer has`(
    row: DataRow
  ) throws {
    let layer = try #require(Preset(row)).subject.layer
    #expect(layer.pytorchLine == row["layer"])
    let isTransposed = layer.direction == .transposed
    for column in ["taps", "reuse"] { #expect((row[column] == "-") == isTransposed) }
    for column in ["phases", "verdict", "cells"] {
      #expect(!row[column].isEmpty && (row[column] == "-") != isTransposed)
    }
  }

  @Test(arguments: Preset.rows)
  func `output, parameters and MACs are those of the row`(row: DataRow) throws {
    let pass = try #require(Preset(row)).subject.forward()
    #expect(pass.output.dimensions == row.numbers("output"))
    #expect(pass[.parameters] == Count(row.number("parameters")))
    #expect(pass[.multiplications] == Count(row.number("macs")))
  }

  @Test(arguments: Preset.rows)
  func `the useful share is that of the row, to a tenth of a percent`(row: DataRow) throws {
    let pass = try #require(Preset(row)).subject.forward()
    let useful = try #require(Int(exactly: pass[.usefulMultiplications]))
    let all = try #require(Int(exactly: pass[.multiplications]))
    let printed = try #require(Double(row["useful"]))
    #expect(abs(100 * Double(useful) / Double(all) - printed) <= 0.050_000_1)
  }

  @Test(arguments: Preset.rows.filter { $0["taps"] != "-" })
  func `taps and reuse of a convolution have the ranges of the row`(row: DataRow) throws {
    let pass = try #require(Preset(row)).subject.forward()
    let (taps, reuse) = (row.axes("taps", pass), row.axes("reuse", pass))
    for (index, axis) in pass.axes.enumerated() {
      let coverage = pass.overlap.coverage[index]
      #expect([coverage.minimum, coverage.maximum] == reuse[index].map { Count($0) })
      let counter = CellCounter(coverage)
      let counts = (0..<coverage.size).map { counter.count(at: $0) }
      #expect([counts.min(), counts.max()] == reuse[index])
      let counted = realTaps(axis)
      #expect([counted.min(), counted.max()] == taps[index])
    }
  }

  @Test(arguments: Preset.rows.filter { $0["phases"] != "-" })
  func `phases, evenness and ranges of a transposed layer are those of the row`(
    row: DataRow
  ) throws {
    let pass = try #require(Preset(row)).subject.forward()
    for (axis, expected) in zip(pass.axes.indices, row.axes("phases", pass)) {
      #expect(phases(pass.axes[axis]) == expected)
      let interior = pass.overlap.coverage[axis].interiorRange
      #expect([interior.lowerBound, interior.upperBound] == [expected.min(), expected.max()])
    }
    let inside = pass.overlap.interiorExtremes
    #expect([inside.most, inside.least] == row.numbers("verdict").map { Count($0) })
    #expect(pass.overlap.isEvenInside == row["verdict"].hasPrefix("even"))
    let range = [pass.overlap.minimum, pass.overlap.maximum]
    #expect(range == row.numbers("cells").map { Count($0) })
  }

  /// The real input cells that each output reads, by loops.
  private func realTaps(_ axis: AxisGeometry) -> [Int] {
    (0..<axis.output).map { output in
      (0..<axis.kernelSize).count { tap in
        let place = output * axis.stride + tap * axis.dilation - axis.paddingBefore
        return axis.paddingMode != .zeros || (0..<axis.input).contains(place)
      }
    }
  }

  /// The taps of each residue modulo the stride, by a loop.
  private func phases(_ axis: AxisGeometry) -> [Int] {
    (0..<axis.stride).map { phase in
      (0..<axis.kernelSize).count { $0 * axis.dilation % axis.stride == phase }
    }
  }
}

extension DataRow: CustomTestStringConvertible {
  public var testDescription: String { self["name"] }

  fileprivate func number(_ column: String) -> Int { Int(self[column]) ?? -1 }

  /// The numbers of a column, whatever is between them.
  fileprivate func numbers(_ column: String) -> [Int] {
    self[column].split { !$0.isNumber }.compactMap { Int($0) }
  }

  /// The numbers of each axis of a layer; one list is for all.
  fileprivate func axes(_ column: String, _ pass: ForwardPass) -> [[Int]] {
    let axes = self[column].split(separator: ",")
      .map { axis in axis.split { !$0.isNumber }.compactMap { Int($0) } }
    return axes.count == 1
      ? Array(repeating: axes[0], count: pass.axes.count) : axes
  }
}
