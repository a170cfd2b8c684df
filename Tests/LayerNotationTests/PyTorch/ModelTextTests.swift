import ConvArithmetic
import LayerNotation
import Testing

/// Printed models as they come out of logs, pages and terminals.
@Suite struct ModelTextTests {
  static let tree = """
    Net(
      (features): Sequential(
        (0): Conv2d(3, 8, kernel_size=(3, 3), stride=(2, 2), padding=(1, 1), bias=False)
        (act): ReLU(inplace)
        (1): ConvTranspose2d(8, 4, kernel_size=(4, 4), stride=(2, 2), padding=(1, 1))
      )
      (head): Conv2d(4, 2, kernel_size=(1, 1), stride=(1, 1))
    )
    """
  static let paths = ["features.0", "features.1", "head"]

  private func paths(_ text: String) throws -> [String] {
    try ModelText(reading: text).layers.map(\.path)
  }

  @Test func `a tree is read with its names, lines and classes`() throws {
    let text = try ModelText(reading: Self.tree)
    #expect(text.layers.map(\.path) == Self.paths)
    #expect(text.layers.map(\.line) == [3, 5, 7])
    #expect(text.layers.map(\.position.column) == [10, 10, 11])
    #expect(text.layers.map(\.moduleName) == ["Conv2d", "ConvTranspose2d", "Conv2d"])
    #expect(text.layers.map(\.model) == ["Net", "Net", "Net"])
    #expect(!text.isSource)
  }

  @Test(arguments: [
    tree.replacing("\n", with: "\r\n"), tree.replacing("\n", with: "\r"),
    tree.replacing("  ", with: "\t"), tree.replacing("  ", with: ""),
    tree.replacing("\n", with: " "), tree.replacing(", ", with: ",\n"),
    tree.replacing(", ", with: ",\n      "), "\u{FEFF}" + tree, tree + "\n" + "\n", tree + ")",
    tree.replacing("(", with: " ("), "# " + tree.replacing("\n", with: "\n# "),
    tree.replacing("\n", with: "\u{1B}[0m\n\u{1B}[32m"),
    tree.replacing("Conv2d", with: "\u{1B}[32mConv2d\u{1B}[0m"), "[" + tree + "]",
    "```\n" + tree + "\n```",
  ])
  func `a tree is read however its lines end and begin`(text: String) throws {
    let read = try ModelText(reading: text)
    #expect(read.layers.map(\.path) == Self.paths)
    #expect(read.problems.isEmpty)
  }

  @Test func `lines around a tree do not matter`() throws {
    let text = """
      $ python -c "print(model)"
      Loading weights (step 3 :( don't worry
      2026-11-21 12:00:00 INFO [main] it's ready (
      \(Self.tree)
      Total params: 1,234 (all)
      """
    let read = try ModelText(reading: text)
    #expect(read.layers.map(\.path) == Self.paths)
    #expect(read.problems.isEmpty)
  }

  @Test(arguments: [
    "2024-01-01 12:00:00,123 INFO ", "web_1  | ", "+", "[0] ", "INFO:root:(main) ",
    "2026-11-30T04:22:40.123456789Z stdout F ", "E       ",
  ])
  func `what a logger writes before each line does not matter`(prefix: String) throws {
    let tree = Self.tree.replacing(
      "ReLU(inplace)",
      with:
        "ParametrizedConv2d(\n      3, 8, kernel_size=(1, 1), stride=(1, 1)\n      (p): ModuleDict()\n    )"
    )
    let lines = tree.split(separator: "\n").enumerated().map { line, text in
      prefix.replacing("12:00:00", with: "12:00:0\(line % 10)") + text
    }
    let read = try ModelText(reading: lines.joined(separator: "\n"))
    #expect(read.layers.map(\.path) == ["features.0", "features.act", "features.1", "head"])
    #expect(read.problems.isEmpty)
  }

  @Test func `a line that was cut off costs itself alone`() throws {
    let text = Self.tree.replacing("padding=(1, 1), bias=False)", with: "paddi")
    let read = try ModelText(reading: text)
    #expect(read.layers.map(\.path) == ["features.1", "head"])
    #expect(
      read.problems.map(\.description) == [
        "line 3, column 10: the parenthesis of 'Conv2d' is not closed"
      ])
  }

  @Test func `a tree that ends early keeps what it has`() throws {
    let text = String(Self.tree.prefix(200))
    let read = try ModelText(reading: text)
    #expect(read.layers.map(\.path) == ["features.0"])
    #expect(read.problems.count == 1)
    let missing = Self.tree.split(separator: "\n").dropFirst(2).joined(separator: "\n")
    #expect(try paths(missing) == ["0", "1", "head"])
  }

  @Test func `two models are told apart by their names`() throws {
    let read = try ModelText(
      reading: Self.tree + "\n\n" + Self.tree.replacing("Net", with: "Other"))
    #expect(read.layers.map(\.model) == ["Net", "Net", "Net", "Other", "Other", "Other"])
    #expect(read.layers[3].gap == Remark(.unknownModuleOrder, "Other", 10))
    let cut = String(Self.tree.dropLast(80)) + "\n" + Self.tree.replacing("Net", with: "Other")
    #expect(try ModelText(reading: cut).layers.last?.model == "Other")
  }

  @Test func `equal constructors are layers of their own`() throws {
    let line = "Conv2d(3, 3, kernel_size=(3, 1), bias=False)"
    let text = try ModelText(reading: "Net(\n  (a): \(line)\n  (b): \(line)\n  (c): \(line)\n)")
    #expect(text.layers.map(\.path) == ["a", "b", "c"])
    #expect(text.layers.map(\.line) == [2, 3, 4])
    for layer in text.layers {
      #expect(layer.layer.kernelSize == Spatial(3, 1))
      #expect(!layer.layer.bias)
    }
  }

  @Test func `equal modules have their own numbers, as far as they can be kept`() throws {
    let text = """
      ModuleList(
        (0-2): 3 x Block(
          (c): ModuleList(
            (0-1): 2 x Conv2d(4, 4, kernel_size=(3, 3), stride=(1, 1))
          )
        )
        (3-1000000002): 1000000000 x Conv2d(4, 4, kernel_size=(3, 3), stride=(1, 1))
        (4): 99999999999999999999999 x Conv2d(4, 4, kernel_size=(3, 3), stride=(1, 1))
        (9223372036854775805-5): 3 x Conv2d(4, 4, kernel_size=(3, 3), stride=(1, 1))
      )
      """
    let read = try ModelText(reading: text)
    let blocks = (0...2).flatMap { ["\($0).c.0", "\($0).c.1"] }
    #expect(read.layers.map(\.path) == blocks + ["3-1000000002", "4", "9223372036854775805-5"])
    #expect(read.layers.map(\.repetitions) == [1, 1, 1, 1, 1, 1, 1_000_000_000, 1, 3])
    #expect(read.layers.prefix(6).allSatisfy { $0.line == 4 })
    #expect(read.problems.map(\.line) == [8])
  }

  @Test func `what is no known layer is named, and the rest is read`() throws {
    let text = """
      Net(
        (a): Conv3d(3, 8, kernel_size=(3, 3, 3), stride=(1, 1, 1))
        (b): GatedConv2d(channels=8, kernel_size=3)
        (c): Conv2d(
          (conv): Conv2d(3, 8, kernel_size=(3, 3), stride=(2, 2))
        )
        (d): Conv2d(3, 8, kernel_size=(3, 3), stride=(1, 1), filters=3)
        (e): None
        (f): a layer of its own words
        (g): Resblk
        (h): Conv2d(3, 8, kernel_size=(3, 3), stride=(1, 1))
        (i-j k): Conv2d(3, 8, kernel_size=(3, 3), stride=(1, 1))
      )
      """
    let read = try ModelText(reading: text)
    #expect(read.layers.map(\.path) == ["a", "c.conv", "h", "i-j k"])
    #expect(
      read.problems.map(\.description) == [
        "line 3, column 8: 'GatedConv2d' is not a class of torch.nn, so its sizes may follow other rules",
        "line 7, column 56: Conv2d has no argument 'filters'",
      ])
  }

  @Test func `a text without a layer is refused`() {
    for text in [
      "", "hello (world", "ReLU()", "Linear(in_features=3, out_features=4)", "\u{0}\u{1}",
    ] {
      #expect(throws: PyTorchProblem.self) { try ModelText(reading: text) }
    }
  }

  @Test func `bytes that are no text are named, and the rest is read`() throws {
    let bytes = Array("net\n (é\u{FF}".unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) })
    let read = try ModelText(reading: bytes + Array("\n\(Self.tree)".utf8))
    #expect(read.layers.map(\.path) == Self.paths)
    #expect(read.problems.map(\.description) == ["line 2, column 3: the text is not UTF-8 here"])
  }
}
