import LayerNotation
import SeededNumbers
import ConvArithmetic
import ExplorerViewModel
import Testing

/// The key that takes the nearest valid values.
@Suite struct RemedyTests {
  @Test func `one key fixes groups and padding, and says what it did`() throws {
    let state = try ExplorerState.after(":groups=5 padding=20<Enter>f")
    #expect(state.layer.groups == 4)
    #expect(state.layer.padding == .explicit(Spatial(square: 8)))
    #expect(
      render(state).lines[23] == " now groups 4, padding 8 along H, padding 8 along W")
  }

  @Test func `a kernel that is too large becomes the largest that fits`() throws {
    // Dilation 2 on 8 cells: d(k − 1) + 1 ≤ 8 for k = 4.
    let state = try ExplorerState.after(
      "tf:padding=0 dilation=2 stride=1<Enter>9<Enter>f")
    #expect(state.layer.kernelSize == Spatial(square: 4))
  }

  @Test func `same under a stride becomes numbers`() throws {
    let state = try ExplorerState.after("t:padding=same stride=2 k=5<Enter>f")
    #expect(state.layer.padding == .explicit(Spatial(square: 2)))
  }

  @Test func `output_padding becomes the largest that PyTorch takes`() throws {
    let state = try ExplorerState.after(":output_padding=7 stride=3,2 dilation=1,4<Enter>f")
    #expect(state.layer.outputPadding == Spatial(height: 2, width: 3))
  }

  @Test func `a valid layer has nothing to fix`() throws {
    let state = try ExplorerState.after("tf")
    #expect(state.text.contains("the layer is valid, there is nothing to fix"))
    #expect(try ExplorerState.after("tfuu").text.contains("nothing to undo"))
  }

  @Test(arguments: 0..<8)
  func `many random refused layers become valid by one key, and one undo takes all back`(
    seed: UInt64
  ) throws {
    var generator = SeededGenerator(seed: seed)
    var refused = 0
    for _ in 0..<250 {
      let subject = LayerCase.invalid(using: &generator)
      guard (try? subject.forward()) == nil else { continue }
      refused += 1
      var state = try ExplorerState.after("f", subject)
      #expect(throws: Never.self, "\(subject)") { try state.subject.forward() }
      try state.press("u")
      #expect(state.subject == subject)
      try state.press("u")
      #expect(state.text.contains("nothing to undo"))
    }
    #expect(refused > 100)
  }

  @Test func `a size beyond 64 bits has no remedy, and says so`() throws {
    // More than keys can set, but an option may.
    var subject = LayerCase.decoder
    subject.input.size = Spatial(square: .max)
    let state = try ExplorerState.after("f", subject)
    #expect(state.subject == subject)
    #expect(state.text.contains("no value near this one makes the layer valid"))
    #expect(state.text.contains("a size along H, W does not fit in 64 bits"))
  }
}

extension LayerCase {
  /// A random layer of values that can be typed, more often than not a refused one.
  static func invalid(using generator: inout SeededGenerator) -> LayerCase {
    var subject = LayerCase.random(using: &generator)
    func small(_ range: ClosedRange<Int>) -> Spatial<Int> {
      Spatial(
        height: .random(in: range, using: &generator), width: .random(in: range, using: &generator))
    }
    subject.layer.groups = .random(in: 1...5, using: &generator)
    switch Int.random(in: 0..<6, using: &generator) {
    case 0: subject.layer.padding = .same
    case 1: subject.layer.padding = .valid
    case 2: subject.layer.padding = .explicit(small(0...40))
    case 3: subject.layer.kernelSize = small(1...40)
    case 4: subject.layer.outputPadding = small(0...9)
    default: subject.input.channels = .random(in: 1...8, using: &generator)
    }
    return subject
  }
}
