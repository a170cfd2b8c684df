import ConvArithmetic
import ExplorerViewModel
import LayerNotation
import Testing

/// What a screen of a lesson opens, hides, asks and says.
@Suite struct LessonWordTests {
  private func state(_ screen: String, keys: String = "") throws -> ExplorerState {
    let text = "lesson 1: A\ngoal: b\n" + screen
    var state = try ExplorerState.after("")
    state.begin(try #require(try Lesson.read(Array(text.utf8)).first))
    try state.press(keys)
    return state
  }

  private let padded = "screen\n  T.\nset op=conv2d input=1,1,5,5 kernel_size=3 padding=1\n"

  @Test func `begin goes into the picture, to a cell and some steps`() throws {
    let state = try state(padded + "view watch\nbegin <Enter>...\n")
    #expect(state.view == .watch)
    #expect(state.isCellFocused)
    #expect(state.stepProgress?.steps == 3)
  }

  @Test func `begin opens a network, and leaving gives the layer back`() throws {
    var state = try state("screen\n  T.\nbegin :network resnet18<Enter>\n")
    #expect(state.network?.named.modules.isEmpty == false)
    #expect(state.lesson != nil)
    try state.press("<Esc><Esc><Esc>")
    #expect(state.lesson == nil && state.network == nil)
    #expect(state.subject == LayerCase.decoder)
  }

  @Test(arguments: ["n", "N", "L<Enter>", ":lesson 1<Enter>", "<Esc><Esc>", "q"])
  func `keys that a screen begins with open and leave no lesson`(keys: String) throws {
    let state = try state(padded + "begin \(keys)\n")
    #expect(state.lesson?.index == 0)
  }

  @Test func `only the rows that are shown can be seen and chosen`() throws {
    var state = try state(padded + "row stride\nshow kernel_size stride\n")
    #expect(state.rows == [.kernelSize, .stride])
    #expect(!state.text.contains("dilation"))
    try state.press("jjjj")
    #expect(state.row == .stride)
    try state.press("kkkk")
    #expect(state.row == .kernelSize)
    try state.press("<Esc>")
    #expect(state.rows.contains(.dilation))
  }

  @Test func `hidden counts leave their rows to the picture`() throws {
    let all = try state(padded)
    let without = try state(padded + "hide counts\n")
    #expect(all.text.contains("documents") && !without.text.contains("documents"))
    #expect(without.text.contains("parameters"))
    #expect(!(try state(padded + "hide counts sizes\n").text.contains("parameters 1")))
  }

  @Test func `without formulas the zeros of the stretched input are left to be counted`() throws {
    let layer = "screen\n  T.\nset op=conv_transpose2d input=1,1,2,2 kernel_size=3 stride=2\n"
    #expect(try state(layer + "view stretched\n").text.contains("s − 1 = 1 between"))
    #expect(try !state(layer + "view stretched\nhide formulas\n").text.contains("s − 1"))
  }

  @Test func `names in braces are filled from the layer as it is`() throws {
    let text = "screen\n  Of {input} it makes {output}: {parameters} by {stride}.\n"
    var state = try state(text + "set op=conv2d input=1,1,9,9 kernel_size=3\nrow stride\n")
    #expect(state.text.contains("Of 9 it makes 7×7: 10 by 1."))
    try state.press("l")
    #expect(state.text.contains("Of 9 it makes 4×4: 10 by 2."))
  }

  @Test func `a name that stands for nothing is refused with its line`() {
    let text = "lesson 1: A\ngoal: b\nscreen\n  Has {nothing}.\n"
    #expect(throws: LessonError.self) { try Lesson.read(Array(text.utf8)) }
  }

  @Test func `done is withdrawn when it is undone, an answer when it is not so`() throws {
    let screen = padded + "row stride\nuntil stride>1\nanswer Two.\nkeys l\nthen stride=2\n"
    var state = try state(screen, keys: "l")
    #expect(state.text.contains("  done  Two."))
    try state.press("l")
    #expect(state.lesson?.isDone == true)
    #expect(!state.text.contains("Two.") && state.text.contains("  done  n goes on."))
    try state.press("hh")
    #expect(state.lesson?.isDone == false)
    #expect(state.text.contains("  to do "))
    // It was done once, so that the next screen is not too early.
    try state.press("n")
    #expect(state.lesson?.isOver == true)
  }

  @Test func `a text about the layer at first says so once that has changed`() throws {
    var state = try state(padded + "row stride\ngiven output=5\n")
    #expect(!state.text.contains("before your change"))
    try state.press("l")
    #expect(state.text.contains("before your change"))
  }

  @Test func `a question is answered right, and only then`() throws {
    let screen = padded + "ask parameters\nuntil answered\nkeys g10<Enter><Esc>\n"
    var state = try state(screen, keys: "g11<Enter><Esc>")
    #expect(state.lesson?.isDone == false)
    try state.press("g")
    #expect(state.prediction?.question.kind == .parameters)
    try state.press("10<Enter><Esc>")
    #expect(state.lesson?.isDone == true)
  }

  @Test func `a digit after Esc is for the question that waits, and not for the layer`() throws {
    let screen = padded + "ask parameters\nuntil answered\nkeys 10<Enter><Esc>\n"
    var state = try state(screen, keys: "<Esc>")
    #expect(state.prediction == nil)
    try state.press("1")
    #expect(state.prediction?.entry.text == "1")
    try state.press("0<Enter><Esc>")
    #expect(state.lesson?.isDone == true)
    try state.press("1<Enter>")
    #expect(state.layer.kernelSize == Spatial(square: 1))
    // A list of the page has its digits.
    let solver = try self.state(screen, keys: "<Esc>D<Enter>1")
    #expect(solver.prediction == nil && solver.mode != .browse)
  }

  @Test func `n and N turn the screens from an open question, too`() throws {
    let screen = padded + "ask parameters\nuntil answered\nkeys 10<Enter><Esc>\n"
    var state = try state(screen + screen, keys: "n")
    #expect(state.message?.text == "not done yet; n again skips this screen")
    try state.press("n")
    #expect(state.lesson?.index == 1 && state.prediction?.isAsking == true)
    try state.press("N")
    #expect(state.lesson?.index == 0 && state.prediction?.isAsking == true)
  }

  @Test func `Esc leaves at once where the screen opened, in its picture and played`() throws {
    var state = try state(padded + "view watch\nbegin <Enter>...\n", keys: ".")
    #expect(state.text.contains("Esc leave ─"))
    try state.press("<Esc>")
    #expect(state.lesson == nil)
  }

  @Test func `from deeper, one Esc comes back to where the screen opened`() throws {
    for keys in ["<Enter>..", "P", "C", "g"] {
      var state = try state(padded + "view watch\n", keys: keys)
      #expect(!state.text.contains("Esc leave ─"))
      try state.press("<Esc>")
      #expect(state.text.contains("Esc leave ─") && state.hasKnobs && state.stepProgress == nil)
    }
  }

  @Test func `the answer to another question does not count`() throws {
    let screen = padded + "ask weight\nuntil answered\nkeys g1,1,3,3<Enter><Esc>\n"
    let state = try state(screen, keys: "gg10<Enter><Esc>")
    #expect(state.lesson?.isDone == false)
  }

  @Test func `presented, a lesson has its text below the picture alone`() throws {
    let state = try state(padded + "view map\n", keys: "P")
    #expect(state.isPresenting)
    #expect(state.text.contains("  T."))
    #expect(!state.text.contains("Lesson 1"))
  }

  @Test func `the glossary has the words`() throws {
    let state = try ExplorerState.after(":glossary<Enter>")
    #expect(state.mode == .help)
    #expect(state.text.contains("kernel") && state.text.contains("The small grid of weights"))
  }

  @Test(arguments: [
    ("show nothing", "'nothing' is not sizes, counts, formulas or one of"),
    ("ask nothing", "'nothing' is no number to ask for"), ("begin <Nokey>", "there is no key"),
  ])
  func `what makes no sense is refused`(line: String, reason: String) {
    let text = "lesson 1: A\ngoal: b\n" + padded + line + "\n"
    do throws(LessonError) {
      _ = try Lesson.read(Array(text.utf8))
      Issue.record("\(line) was read")
    } catch { #expect(error.message.contains(reason), "\(error.message)") }
  }
}
