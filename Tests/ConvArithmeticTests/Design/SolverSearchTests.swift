import ConvArithmetic
import Testing

/// The solver's formulas against a search of all hyperparameters within small limits: nothing
/// missing, nothing wrong.
@Suite struct SolverSearchTests {
  static let searches = ConvLayer.Direction.allCases.flatMap { kind in
    [
      AxisSearch(kind: kind, kernels: 1...5, strides: 1...4, dilations: 1...3),
      AxisSearch(kind: kind, kernels: 2...3, strides: 2...3, dilations: 1...1, mostPadding: 9),
      AxisSearch(kind: kind, kernels: 1...1, strides: 1...1, dilations: 1...1),
    ]
  }

  @Test(arguments: searches)
  func `the layers for a size are those that a search finds`(search: AxisSearch) throws {
    for input in 1...9 {
      let outputs = search.outputs(input: input)
      for output in 1...18 {
        let expected = Set(outputs.filter { $0.value == output }.keys)
        let solved = try search.solved(input: input, .size(Spatial(square: output)))
        #expect(solved == expected, "\(input) → \(output)")
      }
    }
  }

  @Test(arguments: searches)
  func `the layers that multiply every input are those that a search finds`(
    search: AxisSearch
  ) throws {
    let outputs = (1...14).map { search.outputs(input: $0) }
    for factor in 1...5 {
      let expected = search.candidates.filter { numbers in
        outputs.enumerated().allSatisfy { $0.element[numbers] == factor * ($0.offset + 1) }
      }
      for input in [1, 2, 7] {
        let solved = try search.solved(input: input, .times(factor, for: .everyInput))
        #expect(solved == Set(expected), "×\(factor) of \(input)")
      }
    }
  }

  @Test(arguments: searches)
  func `the layers that divide every multiple are those that a search finds`(
    search: AxisSearch
  ) throws {
    for divisor in 1...5 {
      let outputs = (1...6).map { search.outputs(input: $0 * divisor) }
      let expected = search.candidates.filter { numbers in
        outputs.enumerated().allSatisfy { $0.element[numbers] == $0.offset + 1 }
      }
      let solved = try search.solved(input: 4 * divisor, .part(divisor, for: .everyInput))
      #expect(solved == Set(expected), "÷\(divisor)")
    }
  }

  @Test(arguments: ConvLayer.Direction.allCases)
  func `a factor for this input alone is its size`(kind: ConvLayer.Direction) throws {
    let search = AxisSearch(kind: kind, kernels: 1...5, strides: 1...3, dilations: 1...2)
    for input in [1, 4, 6] {
      for factor in 1...3 {
        #expect(
          try search.solved(input: input, .times(factor, for: .thisInput))
            == search.solved(input: input, .size(Spatial(square: factor * input))))
        guard input % factor == 0 else { continue }
        #expect(
          try search.solved(input: input, .part(factor, for: .thisInput))
            == search.solved(input: input, .size(Spatial(square: input / factor))))
      }
    }
  }

  @Test(arguments: searches)
  func `the nearest sizes are those that a search finds`(search: AxisSearch) throws {
    var failures = 0
    for input in 1...6 {
      let reached = Set(search.outputs(input: input).values)
      for output in 1...30 where !reached.contains(output) {
        let subject = LayerCase.square(search.kind, input: input, kernel: 1)
        let question = SolverQuestion(
          subject, goal: .size(Spatial(square: output)),
          limits: Spatial(square: search.limits))
        let failure = #expect(throws: SolverFailure.self) { try question.answer() }
        failures += 1
        #expect(
          failure?.problems.map(\.reason) == [
            .unreachable(
              input: input, output: output, below: reached.filter { $0 < output }.max(),
              above: reached.filter { $0 > output }.min())
          ])
        #expect(failure?.problems.map(\.axis) == [nil])
      }
    }
    #expect(failures > 20)
  }

  @Test func `given numbers restrict the search`() throws {
    let search = AxisSearch(
      kind: .transposed, kernels: 1...6, strides: 1...3, dilations: 1...2)
    var limits = search.limits
    limits.padding = .exactly(1)
    limits.outputPadding = 1
    let question = SolverQuestion(
      .square(.transposed, input: 5, kernel: 1), goal: .size(Spatial(square: 10)),
      limits: Spatial(square: limits))
    // Padding 1 of a kernel of 1 is beyond full padding, and was asked for.
    let beyond = AxisSearch(
      kind: .transposed, kernels: 1...6, strides: 1...3, dilations: 1...2, mostPadding: 1)
    let all = beyond.outputs(input: 5).filter { $0.value == 10 && $0.key[2] == 1 && $0.key[4] == 1 }
    #expect(Set(try question.answer().solutions.map(\.axes.height.numbers)) == Set(all.keys))
  }
}
