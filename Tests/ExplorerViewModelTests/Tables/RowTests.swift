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

  @Test func `all rows apply to a ConvTranspose2d, and all but one to a Conv2d`() {
    #expect(Hyperparameter.rows.allSatisfy { $0.applies(to: .transposed) })
    let missing = Hyperparameter.rows.filter { !$0.applies(to: .convolution) }
    #expect(missing == [.outputPadding])
  }

  @Test func `all rows are on the screen, by the name that PyTorch has for them`() throws {
    let text = try ExplorerState.after("").text
    for row in Hyperparameter.rows {
      #expect(text.contains(" \(row.rawValue) "))
    }
  }

  @Test(arguments: Hyperparameter.allCases)
  func `the range of every number begins at its minimum`(hyperparameter: Hyperparameter) {
    #expect(hyperparameter.range == hyperparameter.minimum...2_147_483_647)
  }
}
