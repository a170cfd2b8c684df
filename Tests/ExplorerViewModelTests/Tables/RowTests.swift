import ConvArithmetic
import ExplorerViewModel
import Testing

/// The table of hyperparameter rows.
@Suite struct RowTests {
  @Test func `every hyperparameter but op has one row`() {
    let rows = Hyperparameter.rows
    #expect(rows.count == Set(rows).count)
    #expect(Set(rows) == Set(Hyperparameter.allCases).subtracting([.op]))
  }

  @Test func `every row has help`() {
    #expect(Hyperparameter.rows.allSatisfy { !$0.help.isEmpty })
  }

  @Test func `a transposed layer has no padding_mode, and a convolution no output_padding`() {
    let all = Set(Hyperparameter.rows)
    #expect(Set(Hyperparameter.rows(.transposed)) == all.subtracting([.paddingMode]))
    #expect(Set(Hyperparameter.rows(.convolution)) == all.subtracting([.outputPadding]))
  }

  @Test func `all rows are on the screen, by the name that PyTorch has for them`() throws {
    for (keys, direction) in [("", ConvLayer.Direction.transposed), ("t", .convolution)] {
      let text = try ExplorerState.after(keys).text
      for row in Hyperparameter.rows {
        #expect(text.contains(" \(row.rawValue) ") == row.applies(to: direction))
      }
    }
  }

  @Test(arguments: Hyperparameter.allCases)
  func `the range of every number begins at its minimum`(hyperparameter: Hyperparameter) {
    #expect(hyperparameter.range == hyperparameter.minimum...2_147_483_647)
  }
}
