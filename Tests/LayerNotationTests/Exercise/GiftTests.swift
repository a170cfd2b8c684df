import ConvArithmetic
import LayerNotation
import Testing

/// Work sheets in GIFT, read back by another reader, with answers counted from what they say.
@Suite struct GiftTests {
  @Test(arguments: [Exercise.Level.three])
  func `of a thousand variants each has the right answer, and wrong ones that differ from it`(
    level: Exercise.Level
  ) throws {
    let sheet = WorkSheet(seed: 42, level: level, count: 1_000)
    let questions = try GiftReader.questions(sheet.gift)
    #expect(questions.count == 1_000)
    #expect(Set(questions.map(\.title)).count == 1_000)
    for question in questions {
      let layer = try #require(SpokenLayer(question.text), "\(question.text)")
      let counted = try #require(layer.answer(to: question.text), "\(question.text)")
      let right = question.answers.filter { $0.fraction == 100 }
      let numbers = question.answers.map { Self.numbers($0.text, question.isNumerical) }
      #expect(right.count == 1)
      #expect(right.map { Self.numbers($0.text, question.isNumerical) } == [counted])
      #expect(question.isNumerical == (counted.count == 1))
      #expect(question.answers.count >= 3)
      #expect(Set(numbers).count == numbers.count, "\(question.text): \(numbers)")
      for answer in question.answers {
        #expect([0, 100].contains(answer.fraction))
        #expect(answer.feedback.hasPrefix(answer.fraction == 100 ? "Right: " : "That "))
        #expect(answer.feedback.hasSuffix("."))
      }
    }
  }

  /// `47:0` is 47 and nothing beside it, `(1, 8, 14, 14)` a shape.
  private static func numbers(_ text: String, _ isNumerical: Bool) -> [Int] {
    let text = isNumerical && text.hasSuffix(":0") ? String(text.dropLast(2)) : text
    return text.split { !$0.isNumber && $0 != "-" }.compactMap { Int($0) }
  }

  @Test func `a question can be read by a person, too`() {
    let sheet = WorkSheet(seed: 1, level: .two, count: 2)
    #expect(sheet.gift == written)
  }

  @Test func `the variants of a question share a category`() throws {
    let questions = try GiftReader.questions(WorkSheet(seed: 3, level: .two, count: 50).gift)
    let categories = Dictionary(grouping: questions, by: \.category)
    #expect(
      Set(categories.keys)
        == Set(["output", "H_out", "weight", "parameters"].map { "convscope/level 2/\($0)" }))
    for group in categories.values {
      let asked = Set(group.map { $0.text.split(separator: ". ").last })
      #expect(asked.count == 1)
    }
  }

  @Test func `the right choice is anywhere`() throws {
    let questions = try GiftReader.questions(WorkSheet(seed: 4, level: .one, count: 300).gift)
    let places = questions.filter { !$0.isNumerical }.map { question in
      question.answers.firstIndex { $0.fraction == 100 }
    }
    #expect(Set(places).isSuperset(of: [0, 1, 2]))
  }
}

// (23 − 1)·2 − 2 + 4 + 1 = 47; the choices are in an order that follows from the seed.
private let written = #"""
  // Exercises in convolution arithmetic: 2 exercises of level 2, seed 1
  // convscope quiz --seed 1 --level 2 --count 2 --format gift

  $CATEGORY: convscope/level 2/H_out

  ::level 2, seed 1, 1::[plain]nn.ConvTranspose2d(16, 4, 3, stride\=2, padding\=1, dilation\=2) on an input of (1, 16, 23, 23). How many rows does the output have (H_out)? {#
    =%100%47:0#Right\: H_out \= (i − 1)s − 2p + d(k − 1) + output_padding + 1 \= (23 − 1)·2 − 2·1 + 2·(3 − 1) + 0 + 1 \= 47.
    =%0%51:0#That adds the padding; in a ConvTranspose2d padding crops the output, so 2p is subtracted.
    =%0%45:0#That ignores the dilation; with gaps the kernel spans d(k − 1) + 1 cells, not k.
    =%0%48:0#That counts the padding once; it crops both ends of an axis, so 2p is subtracted.
    =%0%46:0#That forgets the + 1; the last tap lies d(k − 1) cells after the first, and itself takes one cell.
    =%0%11:0#That is the size of a Conv2d, which divides by the stride; a ConvTranspose2d multiplies by it.
    =%0%49:0#That multiplies i by the stride; from the first to the last of i cells there are i − 1 steps.
    =%0%25:0#That leaves the stride out; the input cells lie s cells apart in the output.
  }

  $CATEGORY: convscope/level 2/weight

  ::level 2, seed 1, 2::[plain]nn.ConvTranspose2d(16, 8, 3, stride\=2, padding\=3, dilation\=2) on an input of (1, 16, 9, 9). What is the shape of the weight? {
    ~(8, 16, 3, 3)#That is the order of a Conv2d; the weight of a ConvTranspose2d begins with in_channels.
    =(16, 8, 3, 3)#Right\: weight \= (C_in, C_out/groups, k_h, k_w) \= (16, 8/1, 3, 3) \= (16, 8, 3, 3).
    ~(1, 8, 3, 3)#That forgets the input channels; an output channel has a kernel for each of the C_in/groups that it sees.
    ~(16, 8, 5, 5)#That counts the gaps of the dilated kernel as weights; a gap has none.
  }

  """#
