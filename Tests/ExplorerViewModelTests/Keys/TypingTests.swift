import ConvArithmetic
import ExplorerViewModel
import LayerNotation
import Testing

/// A value typed into the selected row.
@Suite struct TypingTests {
  @Test func `a digit begins to type and Enter takes the number for both axes`() throws {
    var state = try ExplorerState.after("1")
    #expect(state.text.contains("▸ kernel_size            1_"))
    #expect(state.layer.kernelSize == Spatial(square: 3))
    try state.press("2<Enter>")
    #expect(state.layer.kernelSize == Spatial(square: 12))
    #expect(state.mode == .browse)
  }

  @Test(arguments: [
    ("3,5<Enter>", 3, 5), ("3, 5<Enter>", 3, 5),
    ("07<Enter>", 7, 7), ("a5<Enter>", 5, 3), ("aa5<Enter>", 3, 5), ("aa7,2<Enter>", 7, 2),
  ])
  func `pairs name both axes, one number those that are chosen`(
    keys: String, height: Int, width: Int
  ) throws {
    #expect(
      try ExplorerState.after(keys).layer.kernelSize == Spatial(height: height, width: width))
  }

  @Test func `words are typed over a digit, or after a colon`() throws {
    #expect(try ExplorerState.after("tjj0<BS>valid<Enter>").layer.padding == .valid)
    #expect(try ExplorerState.after("t:padding=SAME<Enter>").layer.padding == .same)
    #expect(try !ExplorerState.after("<End>0<Enter>").layer.bias)
    #expect(try ExplorerState.after("<Home>0<BS>none<Enter>").subject.input.batch == nil)
  }

  @Test func `both ends of an axis are typed, and turned together`() throws {
    let uneven = { (before: Int, after: Int) in
      Padding.explicit(Spatial(repeating: Ends(before, after), count: 2))
    }
    var state = try ExplorerState.after("tjj0:1<Enter>")
    #expect(state.layer.padding == uneven(0, 1))
    #expect(state.text.contains("padding         0:1   0:1"))
    try state.press("ll")
    #expect(state.layer.padding == uneven(2, 3))
    try state.press("al")
    #expect(state.layer.padding == .explicit(Spatial(Ends(3, 4), Ends(2, 3))))
    try state.press("u:padding=0:2147483648<Enter>")
    #expect(state.layer.padding == uneven(2, 3))
    // Of two axes it is refused with the reason.
    try state.press("<Esc>:padding=causal<Enter>")
    #expect(state.layer.padding == .causal)
    #expect(state.text.contains("'causal' is for a layer of"))
  }

  @Test func `a whole shape can be typed into the input`() throws {
    let state = try ExplorerState.after("k2,3,20,10<Enter>")
    #expect(state.subject.input.dimensions == [2, 3, 20, 10])
    #expect(state.layer.inChannels == 3)
    #expect(try ExplorerState.after("k20,10<Enter>").subject.input.dimensions == [1, 64, 20, 10])
    #expect(try ExplorerState.after("k3,20,10<Enter>").subject.input.dimensions == [3, 20, 10])
  }

  @Test(arguments: [
    ("0<Enter>", "kernel_size: 0 is not in 1…2,147,483,647"),
    ("2147483648<Enter>", "kernel_size: 2,147,483,648 is not in 1…2,147,483,647"),
    ("3,0<Enter>", "kernel_size: 0 is not in 1…2,147,483,647"),
    ("a0<Enter>", "kernel_size: 0 is not in 1…2,147,483,647"),
    ("0<BS>-3<Enter>", "kernel_size: −3 is not in 1…2,147,483,647"),
    ("3,<Enter>", "kernel_size: '3,' is not a number, or one for each axis as 3,5"),
    ("1,2,3<Enter>", "kernel_size: 3 numbers, but a ConvTranspose2d has the axes H, W"),
    ("9999999999999999999<Enter>", "does not fit in 64 bits"),
    ("0<BS>same<Enter>", "kernel_size: 'same' is not a number, or one for each axis as 3,5"),
    ("jj0<BS>same<Enter>", "padding: a ConvTranspose2d takes numbers, not 'same'"),
    ("<End>2<Enter>", "bias: '2' is not yes or no"),
  ])
  func `an error is said, keeps the text and changes nothing`(keys: String, words: String) throws {
    let state = try ExplorerState.after(keys)
    #expect(state.text.contains(words))
    guard case .asking(.value, let entry) = state.mode else {
      Issue.record("the text is gone")
      return
    }
    #expect(!entry.text.isEmpty)
    #expect(state.subject == LayerCase.decoder)
  }

  @Test func `a text with an error can be fixed`() throws {
    let state = try ExplorerState.after("50x<Enter><BS><BS><Enter>")
    #expect(state.layer.kernelSize == Spatial(square: 5))
  }

  @Test func `Esc leaves the value as it was`() throws {
    let state = try ExplorerState.after("12<Esc>")
    #expect(state.mode == .browse)
    #expect(state.subject == LayerCase.decoder)
  }

  @Test func `Backspace in an empty text leaves it`() throws {
    #expect(try ExplorerState.after("12<BS><BS>").mode != .browse)
    #expect(try ExplorerState.after("12<BS><BS><BS>").mode == .browse)
  }

  @Test func `an empty text changes nothing`() throws {
    let state = try ExplorerState.after("<Enter><Enter>")
    #expect(state.mode == .browse)
    #expect(state.subject == LayerCase.decoder)
  }

  @Test func `words and lines are deleted as in a shell`() throws {
    #expect(try ExplorerState.after(":stride=5 k=7<C-w><Enter>").layer.stride == Spatial(square: 5))
    #expect(
      try ExplorerState.after(":stride=5 k=7<C-w><Enter>").layer.kernelSize == Spatial(square: 3))
    #expect(try ExplorerState.after("99<C-u>4<Enter>").layer.kernelSize == Spatial(square: 4))
  }

  @Test func `up and down take the value and go on to the next row`() throws {
    var state = try ExplorerState.after("5<Down>3<Up>")
    #expect(state.layer.kernelSize == Spatial(square: 5))
    #expect(state.layer.stride == Spatial(square: 3))
    #expect(state.selected == .kernelSize)
    // A value that cannot be taken holds the selection, too.
    try state.press("0<Down>")
    #expect(state.selected == .kernelSize)
    #expect(state.mode != .browse)
  }

  @Test func `letters are text while a value is typed`() throws {
    let state = try ExplorerState.after("5tbq?")
    #expect(state.text.contains("5tbq?_"))
    #expect(state.subject == LayerCase.decoder)
  }

  @Test func `keys without a character do nothing to a text`() throws {
    var state = try ExplorerState.after("5")
    let before = state
    for key: KeyPress in [.left, .right, .home, .end, .pageUp, .tab, .backTab, .function(2)] {
      #expect(state.press(key) == nil)
      #expect(state == before)
    }
  }

  @Test func `the program can be left and suspended while a value is typed`() throws {
    var state = try ExplorerState.after("5")
    #expect(try state.press("<C-z><C-l><C-c>") == [.suspend, .repaint, .quit])
  }

  @Test func `no value is typed while the keys move the cell cursor`() throws {
    let state = try ExplorerState.after("<Enter>5")
    #expect(state.mode == .browse)
    #expect(state.text.contains("the arrows move the cursor now; Esc goes back"))
  }
}
