import ConvArithmetic
import LayerNotation
import Testing

/// Empty grids on a work sheet.
@Suite struct BlankGridTests {
  @Test func `grids stand beside each other, with a cell for each cell`() throws {
    let question = try #require(Question(.parameters, ordinary(4, k: 2).forward()))
    let grids = try #require(question.blankGrids)
    #expect(
      BlankGrid.page(grids) == [
        "input               kernel      output",
        " ___ ___ ___ ___     ___ ___     ___ ___ ___",
        "|___|___|___|___|   |___|___|   |___|___|___|",
        "|___|___|___|___|   |___|___|   |___|___|___|",
        "|___|___|___|___|               |___|___|___|",
        "|___|___|___|___|",
      ])
  }

  @Test func `where the output's size is asked for, its grid does not tell it`() throws {
    for size in 3...9 {
      let pass = try ordinary(size, k: 2).forward()
      let grids = try #require(Question(.outputSize(.height), pass)?.blankGrids)
      #expect(grids.last == BlankGrid(title: "output: mark its cells", rows: 9, columns: 9))
      let shown = try #require(Question(.weightShape, pass)?.blankGrids)
      #expect(shown.last == BlankGrid(title: "output", rows: size - 1, columns: size - 1))
    }
  }

  @Test func `what does not fit on a page has no grids`() throws {
    #expect(try Question(.parameters, ordinary(10, k: 3).forward())?.blankGrids == nil)
    let deep = LayerCase(
      layer: ConvLayer(axes: 3),
      input: TensorShape(batch: 1, channels: 1, size: Spatial(4, 4, 4)))
    #expect(try Question(.parameters, deep.forward())?.blankGrids == nil)
  }

  @Test(arguments: Exercise.Level.allCases)
  func `a sheet with grids has as many exercises of the series, each with grids`(
    level: Exercise.Level
  ) {
    let sheet = WorkSheet(seed: 6, level: level, count: 20, hasGrids: true)
    #expect(sheet.exercises.count == 20)
    for exercise in sheet.exercises {
      #expect(exercise == Exercise(seed: 6, level: level, number: exercise.number))
      let lines = sheet.grids(exercise)
      #expect(!lines.isEmpty && lines.allSatisfy { $0.count <= 75 })
    }
    #expect(sheet.command.hasSuffix(" --grids"))
    #expect(sheet.markdown().contains("   ```text\n   input"))
    let plain = WorkSheet(seed: 6, level: level, count: 2)
    #expect(plain.exercises.allSatisfy { plain.grids($0).isEmpty })
  }
}
