import ConvArithmetic
import ExplorerViewModel
import Testing

/// Padding that copies, on the screen.
@Suite struct PaddingModeTests {
  private static let row = "t:padding=1 k=5 input=6 stride=1 padding=2<Enter>"

  @Test func `the arrows go through the modes, and stop at the ends`() throws {
    var state = try ExplorerState.after("t<End>")
    #expect(state.selected == .paddingMode)
    var seen = [state.layer.paddingMode]
    for _ in 0..<4 {
      try state.press("<Right>")
      seen.append(state.layer.paddingMode)
    }
    #expect(seen == PaddingMode.allCases + [.circular])
    try state.press("<Left><Left>")
    #expect(state.layer.paddingMode == .reflect)
    #expect(state.text.contains("padding_mode"))
  }

  /// Reads along an axis of 6 with k5 p2, as PyTorch measures them; the map multiplies the axes.
  @Test(arguments: [
    ("zeros", "3 to 5"), ("reflect", "3 to 6"), ("replicate", "4 to 6"), ("circular", "5 each"),
  ])
  func `the map has the reads of the copies`(mode: String, reads: String) throws {
    let keys = Self.row + ":padding_mode=\(mode)<Enter>"
    let pass = try ExplorerState.after(keys).subject.forward()
    let (least, most) = (pass.overlap.minimum, pass.overlap.maximum)
    let numbers = reads.split(separator: " ").compactMap { Int($0) }
    #expect(least == Count(numbers[0] * numbers[0]))
    #expect(most == Count(numbers[numbers.count - 1] * numbers[numbers.count - 1]))
    #expect(try ExplorerState.after(keys).text.contains("padding_mode"))
  }

  @Test func `copies that are too many to be counted are said not to be drawn`() throws {
    let keys = Self.row + ":padding=5000 padding_mode=replicate<Enter>"
    let words = "cells and steps are not drawn for more than 4,096 copied cells"
    #expect(try ExplorerState.after(keys + "W").text.contains(words))
    #expect(try ExplorerState.after(keys + "<Space>").text.contains(words))
  }

  @Test func `the code and the first screen say that padding copies`() throws {
    let keys = Self.row + ":padding_mode=reflect<Enter>"
    #expect(
      try ExplorerState.after(keys + "K").text.contains("padding_mode='reflect'"))
    #expect(
      try ExplorerState.after(keys).text.contains("holds copies of the input, not zeros"))
  }

  @Test func `too much padding is refused with the most that there may be`() throws {
    var state = try ExplorerState.after("t:input=4 stride=1 padding=4<Enter>")
    try state.press(":padding_mode=reflect<Enter>")
    #expect(state.text.contains("reflect copies 4 cells"))
    try state.press("f")
    #expect(state.layer.padding == .explicit(Spatial(square: 3)))
    #expect(try state.subject.forward().layer.paddingMode == .reflect)
  }

  @Test func `a transposed layer has no mode, and undo gives it back`() throws {
    var state = try ExplorerState.after(Self.row + ":padding_mode=circular<Enter>t")
    #expect(state.layer.paddingMode == .zeros)
    #expect(!state.text.contains("padding_mode"))
    try state.press("u")
    #expect(state.layer.paddingMode == .circular)
  }
}
