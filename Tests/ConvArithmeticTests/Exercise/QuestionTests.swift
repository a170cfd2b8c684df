import ConvArithmetic
import SeededNumbers
import Testing

/// What is asked about a layer, and the right answers.
@Suite struct QuestionTests {
  @Test func `right answers are what PyTorch answers`() throws {
    for recorded in try RecordedCases.recorded.get().accepted {
      let pass = try #require(try recorded.subject?.forward())
      let expected = recorded.expected
      let output = try #require(expected.output)
      let answers: [Question.Kind: [Count]?] = [
        .outputShape: output.map { Count($0) },
        .outputSize(.height): [Count(output[output.count - 2])],
        .outputSize(.width): [Count(output[output.count - 1])],
        .weightShape: expected.weight?.map { Count($0) },
        .parameters: expected.parameters.map { [$0.count] },
        .filters: expected.psi.map { [$0.count] },
        .multiplications: (expected.executed?.mulAll).map { [$0.count] },
        .additionsPerFilter: expected.additionsDocumented.map { [$0.count] },
        .maximumOverlap: expected.overlapMax.map { [$0.count] },
      ]
      for (kind, answer) in answers {
        #expect(Question(kind, pass)?.answer == answer, "\(recorded.id): \(kind)")
      }
    }
  }

  @Test func `a formula gives its answer however it is read`() throws {
    for (_, pass) in LayerCase.validSamples(600, seed: 44) {
      for question in Question.all(about: pass) {
        try expect(question.formulas, give: question.answer)
        for mistake in question.mistakes { try expect(mistake.formulas, give: mistake.answer) }
      }
    }
  }

  /// Reads the formulas in numbers and in names, as a person would.
  private func expect(_ formulas: [Formula], give answer: [Count]) throws {
    for (formula, number) in zip(formulas, answer) {
      #expect(try FormulaReader.evaluate(formula.numbers) == number.value, "\(formula.numbers)")
      let names = Dictionary(
        uniqueKeysWithValues: formula.names.map { ($0.name.filter { $0 != " " }, $0.value.value) })
      guard !formula.names.contains(where: { $0.name.contains("gcd") }) else { continue }
      #expect(try FormulaReader.evaluate(formula.symbols, names) == number.value, "\(names)")
    }
  }

  @Test func `every name of a formula has a meaning`() {
    for (_, pass) in LayerCase.validSamples(300, seed: 45) {
      for question in Question.all(about: pass) {
        let formulas = question.formulas + question.mistakes.flatMap(\.formulas)
        for name in formulas.flatMap(\.names).map(\.name) {
          #expect(Formula.meaning(of: name) != nil, "\(name)")
        }
      }
    }
  }

  @Test func `a wrong answer is none that is right, and is explained by what leads to it`() {
    var explained = 0
    for (_, pass) in LayerCase.validSamples(600, seed: 46) {
      for question in Question.all(about: pass) {
        let mistakes = question.mistakes
        for mistake in mistakes {
          let judgement = question.judge(mistake.answer)
          #expect(judgement?.isRight == false)
          #expect(judgement?.mistakes == mistakes.filter { $0.answer == mistake.answer })
          explained += 1
        }
        #expect(question.judge(question.answer)?.isRight == true)
        #expect(question.judge(question.answer)?.mistakes == [])
      }
    }
    #expect(explained > 5_000)
  }

  @Test func `a number that no misconception leads to has its distance alone`() throws {
    let pass = try LayerCase.square(.convolution, input: 8, kernel: 3).forward()
    let question = try #require(Question(.outputSize(.height), pass))
    let judgement = try #require(question.judge([1_000]))
    #expect(judgement.mistakes.isEmpty)
    #expect(judgement.distances == [994])
    #expect(question.judge([6, 6]) == nil)
    #expect(question.judge([]) == nil)
  }

  @Test func `a convolution has no additions per filter`() throws {
    let pass = try LayerCase.square(.convolution, input: 8, kernel: 3).forward()
    #expect(Question(.additionsPerFilter, pass) == nil)
    #expect(Question.all(about: pass).count == Question.Kind.all(Axis.axes(2)).count - 1)
  }

  @Test(arguments: 1...6)
  func `no numbers whatever end it`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let choices = [1, 2, 3, 1 << 31, 1 << 62, Int.max]
    var asked = 0
    for _ in 0..<400 {
      let subject = random.layer {
        $0.number(in: 0...3) > 0 ? 1 : choices.randomElement(using: &$0) ?? 1
      }
      guard let pass = try? subject.forward() else { continue }
      for question in Question.all(about: pass) {
        asked += 1
        let far = Count(Int128.max)
        let judgement = question.judge(question.answer.map { _ in far })
        #expect(judgement?.mistakes.isEmpty == true)
      }
    }
    #expect(asked > 0)
  }
}
