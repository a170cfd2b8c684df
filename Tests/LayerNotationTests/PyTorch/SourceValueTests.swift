import ConvArithmetic
import LayerNotation
import Testing

/// What names stand for in a source, and how often its loops go round.
@Suite struct SourceValueTests {
  private func layers(_ body: String, _ values: [String: Int] = [:]) throws -> [ModelLayer] {
    try text(body, values).layers
  }

  private func text(_ body: String, _ values: [String: Int] = [:]) throws -> ModelText {
    let lines = body.split(separator: "\n").map { "        " + $0 }.joined(separator: "\n")
    return try ModelText(
      reading: """
        WIDTH = 16
        class Net(nn.Module):
            expansion = 4
            def __init__(self, cin, base=64, k=3, *, mode: str = 'same', act=None, **kw):
        \(lines)
        """, values: values)
  }

  @Test(arguments: [
    ("nn.Conv2d(3, base, 3)", "nn.Conv2d(3, 64, 3)"),
    ("nn.Conv2d(3, base * 2, k, padding=(k - 1) // 2)", "nn.Conv2d(3, 128, 3, padding=1)"),
    ("nn.Conv2d(3, 8, (k, 1), padding=[k // 2, 0])", "nn.Conv2d(3, 8, (3, 1), padding=(1, 0))"),
    ("nn.Conv2d(3, 8, k, padding=mode)", "nn.Conv2d(3, 8, 3, padding='same')"),
    ("nn.Conv2d(WIDTH, 2 ** 3 ** 2, 1)", "nn.Conv2d(16, 512, 1)"),
    ("nn.Conv2d(3, self.expansion * base // 3 % 50, 1)", "nn.Conv2d(3, 35, 1)"),
    ("nn.Conv2d(-7 // -2, -7 % 4, -(-k))", "nn.Conv2d(3, 1, 3)"),
    ("nn.Conv2d(3, int(base * 0.5), max(k, 5))", "nn.Conv2d(3, 32, 5)"),
    ("c1, c2 = 24, 48\nnn.Conv2d(c1, c2, 1)", "nn.Conv2d(24, 48, 1)"),
    ("(c1, c2) = (24, 48)\nnn.Conv2d(c1, c2, 1)", "nn.Conv2d(24, 48, 1)"),
    ("self.width: int = 32\nnn.Conv2d(3, self.width, 1)", "nn.Conv2d(3, 32, 1)"),
    ("a = b = 5; c = b + a\nnn.Conv2d(a, c, 1)", "nn.Conv2d(5, 10, 1)"),
    ("a = 8\na = 8\nnn.Conv2d(a, a, 1)", "nn.Conv2d(8, 8, 1)"),
  ])
  func `names have the values that the text assigns them`(body: String, line: String) throws {
    let layer = try #require(try layers(body).first)
    #expect(layer.layer.pytorchLine == line)
  }

  @Test(arguments: [
    "a = 8\na = 9\nnn.Conv2d(3, a, 1)", "if cin:\n    a = 8\nnn.Conv2d(3, a, 1)",
    "for a in (1, 2):\n    nn.Conv2d(3, a, 1)", "a = 8\na += 1\nnn.Conv2d(3, a, 1)",
    "a = a\nnn.Conv2d(3, a, 1)", "def f(a):\n    return nn.Conv2d(3, a, 1)",
    "[nn.Conv2d(3, a, 1) for a in range(3)]", "a, b = pair\nnn.Conv2d(3, a, 1)",
    "while True:\n    a = 3\nnn.Conv2d(3, a, 1)",
  ])
  func `a name without one value has none, unless it is given`(body: String) throws {
    let text = try text(body)
    #expect(text.layers.isEmpty)
    #expect(
      text.problems.map(\.message) == [
        "'a' has no value in the text, and a layer depends on it"
      ])
    #expect(try layers(body, ["a": 5]).map(\.layer.outChannels) == [5])
  }

  // As `functools.partial` documents it: its arguments first, and of two keywords the call's.
  @Test(arguments: [
    ("Conv = partial(nn.Conv2d, bias=False)\nConv(3, 8, 3)", "nn.Conv2d(3, 8, 3, bias=False)"),
    (
      "Conv = functools.partial(nn.Conv2d, bias=False)\nConv(3, 8, k, bias=True)",
      "nn.Conv2d(3, 8, 3)"
    ),
    ("Conv = partial(nn.Conv2d, 3, 8)\nConv(5, stride=2)", "nn.Conv2d(3, 8, 5, stride=2)"),
    (
      "Conv = partial(nn.Conv2d, kernel_size=k, padding=1)\nSame = partial(Conv, padding='same')\n"
        + "Same(3, base)", "nn.Conv2d(3, 64, 3, padding='same')"
    ),
    ("plain = nn.Conv1d\nself.conv = partial(plain, 3)\nself.conv(8, 3)", "nn.Conv1d(3, 8, 3)"),
  ])
  func `what partial gives a class comes before what a call gives it`(
    body: String, line: String
  ) throws {
    let text = try text(body)
    #expect(text.layers.map(\.layer.pytorchLine) == [line] && text.problems.isEmpty)
  }

  @Test(arguments: [
    "Conv = partial(nn.Conv2d if cin else nn.Conv1d, bias=False)",
    "Conv = nn.Conv2d if cin else nn.Conv1d", "Conv = nn.Conv2d\nif cin:\n    Conv = nn.Conv1d",
  ])
  func `a convolution of a class that is not known is told`(body: String) throws {
    let text = try text(body + "\nself.a = Conv(3, 8, 3)\nself.b = Conv(8, 8, 3)")
    #expect(
      text.problems.map(\.message) == [
        "'Conv' has no value in the text, and 2 layers depend on it"
      ])
  }

  @Test(arguments: [
    "self.c = nn.Conv2d(3, 8, 3)\nself.c(x)", "block = make(nn.Conv2d)\nblock(3)",
    "Norm = partial(nn.BatchNorm2d, eps=1e-6)\nNorm(3)", "Own = partial(Block, 3)\nOwn(8)",
    "Own = partial(Block, conv_layer=nn.Conv2d)\nOwn(64)",
  ])
  func `what is no convolution for sure is not missed`(body: String) throws {
    #expect(try text("nn.Conv2d(1, 1, 1)\n" + body).problems.isEmpty)
  }

  @Test func `a default is said, and gives way to what is given`() throws {
    let body = "nn.Conv2d(3, base, k)"
    let layer = try #require(try layers(body).first)
    #expect(layer.notes == [Remark(.usesDefaults, "base=64, k=3")])
    let given = try #require(try layers(body, ["base": 10, "k": 5]).first)
    #expect(given.layer.pytorchLine == "nn.Conv2d(3, 10, 5)")
    #expect(given.notes.isEmpty)
  }

  @Test func `what is unknown is named once, however many layers depend on it`() throws {
    let body = """
      nn.Conv2d(cin, 8, 3)
      nn.Conv2d(8, cin * 2, 3)
      nn.Conv2d(cfg.width, channels[0], 3)
      nn.Conv2d(8, act, 3)
      """
    let text = try text(body)
    #expect(
      text.problems.map(\.message) == [
        "'cin' has no value in the text, and 2 layers depend on it",
        "'cfg.width' has no value in the text, and a layer depends on it",
        "'channels[0]' has no value in the text, and a layer depends on it",
        "'act' has no value in the text, and a layer depends on it",
      ])
    let given = ["cin": 1, "cfg.width": 2, "channels[0]": 3, "act": 4]
    #expect(try layers(body, given).map(\.layer.outChannels) == [8, 2, 3, 4])
  }

  @Test(arguments: [
    ("for i in range(4):\n    self.convs.append(nn.Conv2d(8, 8, 3))", 4),
    ("for i in range(k): x = nn.Conv2d(8, 8, 3)", 3),
    ("for i in range(2):\n    for j in range(9, 0, -2):\n        nn.Conv2d(8, 8, 3)", 10),
    ("nn.ModuleList([nn.Conv2d(8, 8, 3) for _ in range(2, 7)])", 5),
    ("[nn.Sequential(nn.Conv2d(8, 8, 3)) for a in range(2) for b in range(3)]", 6),
    ("for i in range(4):\n    pass\nnn.Conv2d(8, 8, 3)", 1),
  ])
  func `a loop counts as often as it goes round`(body: String, count: Int) throws {
    let layers = try layers(body)
    #expect(layers.map(\.repetitions) == [count])
    #expect(!layers[0].notes.contains { $0.sentence == .inLoop })
  }

  @Test(arguments: [
    "for c in channels:\n    nn.Conv2d(8, 8, 3)", "while True:\n    nn.Conv2d(8, 8, 3)",
    "[nn.Conv2d(8, 8, 3) for c in channels]", "[nn.Conv2d(8, 8, 3) for i in range(cin)]",
    "[nn.Conv2d(8, 8, 3) for i in range(9) if i % 2]",
  ])
  func `a loop that does not say how often is said to be one`(body: String) throws {
    let layers = try layers(body)
    #expect(layers.map(\.repetitions) == [1])
    #expect(layers.map(\.notes) == [[Remark(.inLoop)]])
  }

  @Test func `a repeated layer that keeps the size has it known`() throws {
    let text = try ModelText(
      reading: "nn.Sequential(*[nn.Conv2d(8, 8, 3, padding=1) for _ in range(4)])")
    let layer = try #require(
      text.layers(from: TensorShape(batch: 1, channels: 8, size: Spatial(9, 9))).first)
    #expect(layer.repetitions == 4)
    #expect(layer.input == Spatial(9, 9))
    #expect(text.network() == nil)
  }

  @Test func `two branches with one path are told apart`() throws {
    let layers = try layers(
      """
      if cin > 3:
          self.f = nn.Sequential(nn.Conv2d(3, 8, 3))
      else:
          self.f = nn.Sequential(nn.Conv2d(3, 8, 5))
      """)
    #expect(layers.map(\.path) == ["f.0", "f.0 (line 8)"])
    let remark = Remark(.samePath, 2, "f.0", "6, 8")
    #expect(layers.map(\.notes) == [[remark], [remark]])
    #expect(remark.text == "the text has 2 layers called f.0: lines 6, 8")
  }

  @Test func `what a class does with its only module is not guessed`() throws {
    let text = try text("self.main = nn.Sequential(nn.Conv2d(3, 8, 3), nn.Conv2d(8, 8, 3))")
    let shape = TensorShape(batch: 1, channels: 3, size: Spatial(9, 9))
    #expect(
      text.layers(from: shape).map(\.gap) == [
        Remark(.unknownOrderOfClass, "Net"), Remark(.unknownOrderOfClass, "Net"),
      ])
    #expect(text.network() == nil)
    let assumed = text.layers(from: shape, assumingPrintedOrder: true)
    #expect(assumed.map(\.basis) == Array(repeating: .assumed([Remark(.printedOrder)]), count: 2))
  }

  @Test func `names that grow without end, or go in circles, end`() throws {
    let growing = (1..<300).map { "x\($0) = x\($0 - 1) * x\($0 - 1)" }
    let text = (["x0 = 2"] + growing + ["y = nn.Conv2d(x299, x3, 3)", "z = nn.Conv2d(3, x3, 1)"])
    let layers = try ModelText(reading: text.joined(separator: "\n")).layers
    #expect(layers.map(\.layer.outChannels) == [256])
    let circle = try ModelText(reading: "a = b + b\nb = a + a\nc = nn.Conv2d(a, 1, 1)")
    #expect(circle.layers.isEmpty && circle.problems.count == 1)
    for part in [
      "for i in range(3):\n", "def f(a=(", "x = [", "nn.Conv2d(1, 1, 1) for ", "a = b\n",
    ] {
      let long = String(repeating: part, count: 5_000) + "\nx = nn.Conv2d(1, 1, a)"
      _ = try? ModelText(reading: long)
    }
  }
}
