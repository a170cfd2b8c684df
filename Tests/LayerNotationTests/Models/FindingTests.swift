import ConvArithmetic
import Foundation
import LayerNotation
import Testing

/// What is warned of in small models whose faults can be counted by hand.
@Suite struct FindingTests {
  private static func lines(
    _ text: String, _ kinds: [FindingKind] = FindingKind.usual, budget: Budget = Budget()
  ) throws -> [String] {
    try ModelSheetTests.sheet(text).findings(of: kinds, budget: budget).map { $0.text(in: "f") }
  }

  // k = 3, s = 2: along an axis one or two products, 4 : 1 in a plane; 16/9 of the products for k = 4.
  @Test func `uneven overlap is told with its ratio and the nearest change`() throws {
    let line = "x = torch.zeros(1, 8, 8, 8)\nup = nn.ConvTranspose2d(8, 4, 3, 2, 1, 1)(x)"
    #expect(
      try Self.lines(line) == [
        "f:2: warning: up: uneven overlap, most : least 4 : 1;"
          + " kernel_size=4, output_padding=0 makes it even (products ×1.78) [overlap]"
      ])
    #expect(try Self.lines(line.replacing("4, 3, 2, 1, 1", with: "4, 4, 2, 1")) == [])
  }

  @Test func `without a size the change is told all the same, without its price`() throws {
    let text = """
      Net(
        (a): Conv2d(3, 8, kernel_size=(3, 3), stride=(1, 1))
        (up): ConvTranspose2d(8, 3, kernel_size=(3, 3), stride=(2, 2))
      )
      """
    let found = try Self.lines(text)
    #expect(found.count == 1)
    #expect(
      found[0].hasPrefix("f:3: warning: up: uneven overlap, most : least 4 : 1; kernel_size="))
    #expect(found[0].hasSuffix(" makes it even [overlap]"))
    #expect(
      try Self.lines(text, [.unknown]).first?.hasPrefix("f:2: note: a: the size is not known")
        == true)
  }

  @Test func `two uneven layers compound, which is told once`() throws {
    let found = try Self.lines(
      """
      x = torch.zeros(1, 1, 8)
      a = nn.ConvTranspose1d(1, 1, 3, stride=2)(x)
      b = nn.ConvTranspose1d(1, 1, 3, stride=2)(a)
      """, [.wholeOverlap])
    #expect(found.count == 1)
    #expect(found[0].hasPrefix("f:3: warning: b: the overlap of all stages up to here is uneven"))
  }

  @Test func `a join that does not fit, and a stage that is refused, are errors`() throws {
    let join = """
      x = torch.zeros(1, 3, 9, 9)
      d = nn.MaxPool2d(2)(x)
      c = torch.cat([d, x], 1)
      e = nn.Conv2d(6, 1, 1)(c)
      """
    #expect(
      try Self.lines(join, [.join]) == [
        "f:3: error: c: joins 4×4 and 9×9, which do not fit [join]"
      ])
    let refused = "x = torch.zeros(1, 3, 4, 4)\na = nn.Conv2d(3, 8, 5)(x)\nb = nn.ReLU()(a)"
    #expect(
      try Self.lines(refused) == [
        "f:2: error: a: kernel_size: the kernel spans 5 along H, W, the padded input has 4;"
          + " nearest: kernel_size 4 along H, W [refused]"
      ])
    #expect(
      try Self.lines(refused, [.unknown]) == [
        "f:3: note: b: the size is not known: 'a' has no output [unknown]"
      ])
  }

  // Windows of 2 on 9 cells leave the last one; every second cell of 9 with kernel 1 leaves 4.
  @Test(arguments: [("nn.MaxPool2d(2)", 1), ("nn.Conv2d(3, 8, 1, stride=2)", 4)])
  func `cells that no window reads are counted`(module: String, count: Int) throws {
    let cells = count == 1 ? "1 cell" : "\(count) cells"
    #expect(
      try Self.lines("x = torch.zeros(1, 3, 9, 9)\nb = nn.Conv2d(3, 3, 1)(x)\na = \(module)(b)")
        == [
          "f:3: warning: a: no window reads \(cells) along H, W of the input [unread]"
        ])
  }

  // 8 + 1 + 1 cells hold windows of 3 at 0, 2, 4, 6: the last cell, which is padding, is in none.
  @Test func `padding that no window reads is a note, which is asked for`() throws {
    let text = "x = torch.zeros(1, 2, 8)\na = nn.Conv1d(2, 2, 3, stride=2, padding=1)(x)"
    #expect(try Self.lines(text) == [])
    #expect(
      try Self.lines(text, [.padding]) == [
        "f:2: note: a: no window reads 1 cell along L of the padding after the input [padding]"
      ])
  }

  // Kernel 1 with padding 1 on 4 cells: the first and the last of 6 outputs read padding alone.
  // Kernel 2 with stride 3 on 4 cells: of 11 outputs 3 are between the kernels.
  @Test(arguments: [
    ("nn.Conv1d(1, 1, 1, padding=1, bias=False)", "2 of 6 output cells, which stay 0"),
    ("nn.ConvTranspose1d(1, 1, 2, stride=3)", "3 of 11 output cells, which hold the bias alone"),
  ])
  func `outputs that no input reaches are counted`(module: String, words: String) throws {
    #expect(
      try Self.lines("x = torch.zeros(1, 1, 4)\na = \(module)(x)", [.dead]) == [
        "f:2: warning: a: no input reaches \(words) [dead]"
      ])
  }

  @Test func `a budget is held against the whole model`() throws {
    var budget = Budget()
    let text = "x = torch.zeros(1, 1, 4)\na = nn.Conv1d(1, 1, 3, bias=False)(x)"
    // 2 outputs of 3 products; 3 weights; 4 + 2 values.
    (budget[.macs], budget[.flash], budget[.ram]) = (6, 3, 6)
    #expect(try Self.lines(text, budget: budget) == [])
    (budget[.macs], budget[.flash], budget[.ram]) = (5, 2, 5)
    #expect(
      try Self.lines(text, budget: budget) == [
        "f:1: error: MACs: 6 of at most 5 [budget]", "f:1: error: RAM: 6 B of at most 5 B [budget]",
        "f:1: error: flash: 3 B of at most 2 B [budget]",
      ])
  }

  @Test func `a size that the rules do not give is an error, and goes on`() throws {
    let text = """
      ExportedProgram:
          class GraphModule(torch.nn.Module):
              def forward(self, x: "f32[1, 4, 8, 8]"):
                  relu: "f32[1, 4, 9, 9]" = torch.ops.aten.relu.default(x);  x = None
                  return (relu,)
      """
    #expect(
      try Self.lines(text) == [
        "f:4: error: relu: 'relu' is computed as (1, 4, 8, 8), and recorded as (1, 4, 9, 9) [size]"
      ])
    #expect(try ModelSheetTests.sheet(text).output == [1, 4, 9, 9])
  }

  // MONAI's U-Nets go up by kernels of 3 with a stride of 2; HiFi-GAN's kernels are multiples.
  @Test func `real decoders are told apart`() throws {
    func overlaps(_ name: String) throws -> [String] {
      let text = try RecordedModel(name: name).text("export")
      let sheet = try ModelSheet(reading: text, title: name)
      return sheet.findings(of: [.overlap]).map(\.path)
    }
    #expect(try overlaps("monai_unet3d") == ["model.1.submodule.2.0.conv", "model.2.0.conv"])
    #expect(try overlaps("monai_unet2d").count == 3)
    #expect(try overlaps("sb_hifigan") == [])
    #expect(try overlaps("tv_resnet18") == [])
  }

  @Test func `every kind has its words, and a summary counts severities`() throws {
    for kind in FindingKind.allCases { #expect(!kind.help.isEmpty, "\(kind)") }
    #expect(FindingKind.usual.count == FindingKind.allCases.count - 2)
    #expect(Finding.summary([]) == "nothing to warn of")
    let text = "x = torch.zeros(1, 3, 9, 9)\nd = nn.Conv2d(3, 3, 2, 2)(x)\nc = torch.cat([d, x], 1)"
    let all = try ModelSheetTests.sheet(text).findings(of: FindingKind.usual)
    #expect(Finding.summary(all) == "1 error, 1 warning")
  }

  @Test func `the manual has every kind`() throws {
    var root = URL(filePath: #filePath)
    for _ in 0..<4 { root.deleteLastPathComponent() }
    let page = root.appending(path: "Sources/convscope/convscope.docc/Models.md")
    let readme = try String(contentsOf: page, encoding: .utf8)
    for kind in FindingKind.allCases {
      let row = "| `\(kind.rawValue)` | \(kind.severity.rawValue) | \(kind.help) |"
      #expect(readme.contains(row), "\(row)")
    }
  }

  @Test func `control codes of a file's name or a path are not written`() throws {
    let finding = try #require(
      try ModelSheetTests.sheet("x = torch.zeros(1, 3, 9, 9)\nd = nn.Conv2d(3, 3, 2, 2)(x)")
        .findings(of: [.unread]).first)
    #expect(finding.text(in: "a\u{1B}[31m").unicodeScalars.allSatisfy { $0 != "\u{1B}" })
  }
}
