import ConvArithmetic
import ExplorerViewModel
import Testing

/// What conditions say of a state, against values worked out by hand.
@Suite struct LessonConditionTests {
  /// Whether a condition holds, as the reader of a lesson reads it.
  private func holds(_ condition: String, in state: ExplorerState) throws -> Bool {
    let text = "lesson 1: A\ngoal: b\nscreen\n  Text.\nuntil \(condition)\n"
    let lesson = try #require(try Lesson.read(Array(text.utf8)).first)
    return try #require(lesson.screens.first?.until).holds(in: state)
  }

  /// ConvTranspose2d(64, 32, 3, stride=2, padding=1, output_padding=1) on (1, 64, 8, 8).
  static let ofStart: [(condition: String, holds: Bool)] = [
    ("valid", true), ("invalid", false), ("uneven", true), ("even", false),
    ("op=conv_transpose2d", true), ("op=conv2d", false), ("op!=conv2d", true),
    ("kernel_size=3", true), ("kernel_size=3,3", true), ("kernel_size=3,5", false),
    ("kernel_size>2", true), ("kernel_size>3", false), ("kernel_size>=3", true),
    ("kernel_size<4", true), ("kernel_size<=2", false), ("kernel_size!=3", false),
    ("kernel_size != 4", true), ("input=8", true), ("input=1,64,8,8", true),
    ("input=64,8,8", false), ("batch=1", true), ("batch=none", false), ("bias=yes", true),
    ("bias=no", false), ("padding=same", false), ("padding!=same", true), ("groups<2", true),
    ("output=16", true), ("output=16,16", true), ("output=1,32,16,16", true),
    ("output=32,16,16", false), ("output>15", true), ("output!=16", false),
    ("weight=64,32,3,3", true), ("weight=32,64,3,3", false), ("weight!=32,64,3,3", true),
    ("view=overview", true), ("view=map", false), ("row=kernel_size", true), ("row!=stride", true),
    ("focus=values", true), ("focus=map", false), ("axes=both", true), ("axes=h", false),
    ("parameters=18,464", true), ("parameters=18464", true), ("filters=2048", true),
    ("per_filter=2577", true), ("additions_per_filter=273", true), ("aggregation=524288", true),
    ("total=5801984", true), ("multiplications=1179648", true), ("additions=1170400", true),
    ("bias_additions=8192", true), ("useful_multiplications=1083392", true),
    ("useful_additions=1075200", true), ("sum=529", true), ("max=4", true), ("min=1", true),
    ("holes=0", true), ("holes>0", false), ("inside_max=4", true), ("inside_min=1", true),
    // 100·(1,179,648 − 1,083,392)/1,179,648 = 8.16.
    ("wasted_percent=8", true),
    // (8 − 1)·2 + 1 cells, and 3 − 1 − 1 zeros around them.
    ("stretched=15", true), ("stretched_padding=1", true),
    ("torch_flop_counter=2359296", true), ("thop=4718592", true), ("fvcore<=1179648", true),
    ("cell=1", true), ("cell_row=4", true), ("cell_column=4", true),
    ("steps=0", true),
    // One step for each of the 8·8 input cells.
    ("steps_left=64", true),
    // Of a network, where none is open, and of a question, where none was asked.
    ("answered", false), ("fits", false), ("unfit", false), ("network_even", false),
    ("network_uneven", false), ("sees>0", false), ("jump>0", false),
    ("network_parameters>0", false), ("network_multiplications>0", false),
    ("network_output>0", false),
    ("valid and uneven and output=16", true), ("valid and even", false),
  ]

  @Test func `of the first layer`() throws {
    let state = try ExplorerState.after("")
    for (condition, expected) in Self.ofStart {
      #expect(try holds(condition, in: state) == expected, "\(condition)")
    }
  }

  @Test func `every name has been tried`() {
    let tried = Self.ofStart.map(\.condition).joined(separator: " ").split { " =<>!".contains($0) }
    let names =
      LessonStateWord.allCases.map(\.rawValue) + LessonPlace.allCases.map(\.rawValue)
      + LessonShape.allCases.map(\.rawValue) + LessonFact.all.map(\.name)
    let tools = Set(OperationConvention.tools.map(\.id))
    for name in names where !tools.contains(name) {
      #expect(tried.contains { $0 == name }, "\(name)")
    }
  }

  @Test func `names of numbers, shapes and hyperparameters are different`() {
    let names =
      LessonFact.all.map(\.name) + LessonShape.allCases.map(\.rawValue)
      + LessonPlace.allCases.map(\.rawValue) + Hyperparameter.allCases.map(\.rawValue)
    #expect(Set(names).count == names.count)
  }

  @Test func `of an invalid layer only what it has`() throws {
    let state = try ExplorerState.after(":groups=3<Enter>")
    for condition in ["invalid", "groups=3", "view=overview", "kernel_size=3"] {
      #expect(try holds(condition, in: state), "\(condition)")
    }
    for condition in [
      "valid", "even", "uneven", "output=16", "output!=16", "parameters>0", "weight=64,32,3,3",
      "cell=1",
    ] {
      #expect(try !holds(condition, in: state), "\(condition)")
    }
  }

  @Test func `both axes have to fulfil a number`() throws {
    let state = try ExplorerState.after(":kernel_size=3,5<Enter>")
    for condition in ["kernel_size=3,5", "kernel_size>2", "kernel_size!=3", "output=16,18"] {
      #expect(try holds(condition, in: state), "\(condition)")
    }
    for condition in ["kernel_size=3", "kernel_size=5", "kernel_size>3", "output=16"] {
      #expect(try !holds(condition, in: state), "\(condition)")
    }
  }

  @Test func `of what the screen shows`() throws {
    let tried = [
      ("C", "view=operations and focus=values"), ("Cm<Enter>", "focus=tools"),
      ("<Enter><PgUp>", "focus=map and cell_row=0"),
      ("<Enter>jl", "cell=4 and cell_row=5 and cell_column=5"),
      ("Om<Enter>", "view=map and focus=map"), ("W<Enter>", "view=cells and focus=output"),
      ("W<Enter>..", "view=steps and focus=steps and steps=2"), ("Wm", "view=stretched"),
      ("Wm<Enter>vmm", "focus=kernel"),
      ("Cmmmm", "view=channels and focus=values"),
      ("W<Enter>m", "focus=input"), ("W<Enter>mm", "focus=kernel"),
      ("W<Enter>.ll", "steps=3 and steps_left=61"),
      ("W", "focus=values"), ("W<Enter>l", "cell_row=4 and cell_column=5"),
      ("jj", "row=padding"), ("a", "axes=h"),
      ("aa", "axes=w"), (":padding=0 op=conv2d padding=same stride=1<Enter>", "padding=same"),
    ]
    for (keys, condition) in tried {
      #expect(try holds(condition, in: .after(keys)), "\(keys): \(condition)")
    }
  }

  @Test func `of a network that is open`() throws {
    let network =
      "x = torch.zeros(1, 1, 16, 16); a = nn.Conv2d(1, 1, 3, stride=2)(x); "
      + "b = nn.Conv2d(1, 1, 3)(a)"
    var state = try ExplorerState.after("")
    _ = state.press(.pasted(network))
    try state.press("<Enter>")
    // Of a 3×3 window with stride 2 over 16, then of one over the 7 that it makes: 49·9 + 25·9.
    for condition in [
      "fits", "sees=3", "jump=2", "network_parameters=20", "network_multiplications=666",
      "network_output=5", "network_even",
    ] { #expect(try holds(condition, in: state), "\(condition)") }
  }

  @Test func `numbers beyond all bounds make no condition true, and none fails`() throws {
    let state = try ExplorerState.after(
      ":op=conv_transpose2d in_channels=2147483647 out_channels=2147483647 input=2147483647"
        + " kernel_size=2147483647 stride=2147483647 dilation=2147483647 padding=0<Enter>")
    for fact in LessonFact.all { _ = try holds("\(fact.name)=1", in: state) }
    #expect(try !holds("total>0", in: state))
  }
}
