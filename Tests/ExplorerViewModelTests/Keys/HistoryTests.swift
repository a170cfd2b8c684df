import ConvArithmetic
import ExplorerViewModel
import LayerNotation
import Testing

/// Undo, redo and reset.
@Suite struct HistoryTests {
  /// Every kind of change, each on the start layer or on a Conv2d.
  private static let changes = [
    "l", "h", ">", "<lt>", "al", "aal", "7<Enter>", "3,5<Enter>", "t", "b", "j5<Enter>",
    "<Home>hh", "<Home>j>", "<End>kl", "<End>l", "kl", "jl", "jjjl", "jjjjl", "jjh",
    "p<Down><Down><Enter>", ":groups=2<Enter>", ":input=3,32,32<Enter>",
    ":op=conv2d padding=same<Enter>",
    "tjjhhh", "t<End>l",
  ]

  @Test(arguments: changes)
  func `undo of each kind of change restores exactly, redo does it again`(keys: String) throws {
    var state = try ExplorerState.after(keys)
    let changed = state.subject
    #expect(changed != LayerCase.decoder)
    var steps = 0
    while state.subject != LayerCase.decoder, steps < 10 {
      try state.press("u")
      steps += 1
    }
    #expect(state.subject == LayerCase.decoder)
    for _ in 0..<steps { try state.press("<C-r>") }
    #expect(state.subject == changed)
    try state.press("<C-r>")
    #expect(state.text.contains("nothing to redo"))
  }

  @Test func `changes are undone one by one in their order`() throws {
    var state = try ExplorerState.after("")
    var subjects = [state.subject]
    for keys in Self.changes {
      try state.press(keys)
      if state.subject != subjects.last { subjects.append(state.subject) }
    }
    // Some of the scripts are several changes; every one that was seen comes back.
    for subject in subjects.reversed() {
      var steps = 0
      while state.subject != subject, steps < 10 {
        try state.press("u")
        steps += 1
      }
      #expect(state.subject == subject)
    }
    try state.press("u")
    #expect(state.text.contains("nothing to undo"))
  }

  @Test func `nothing to undo is said, and nothing changes`() throws {
    let state = try ExplorerState.after("u")
    #expect(state.text.contains("nothing to undo"))
    #expect(state.subject == LayerCase.decoder)
    #expect(try ExplorerState.after("<C-r>").text.contains("nothing to redo"))
  }

  @Test func `a new change forgets what was undone`() throws {
    var state = try ExplorerState.after("luj")
    try state.press("l<C-r>")
    #expect(state.text.contains("nothing to redo"))
    #expect(state.layer.kernelSize == Spatial(square: 3))
    #expect(state.layer.stride == Spatial(square: 3))
  }

  @Test func `views, axes and selection are no changes`() throws {
    let state = try ExplorerState.after(
      "jkaaacz<Tab><Enter>ll<Esc><Tab>mm?<Esc>p<Esc>:<Esc>5<Esc>u")
    #expect(state.text.contains("nothing to undo"))
  }

  @Test func `reset goes back to the first layer and can be undone`() throws {
    var state = try ExplorerState.after("tlj>b")
    let changed = state.subject
    try state.press("r")
    #expect(state.subject == LayerCase.decoder)
    try state.press("u")
    #expect(state.subject == changed)
    #expect(try ExplorerState.after("tr", .plain).subject == .plain)
  }

  @Test func `thousands of changes are undone`() throws {
    var state = try ExplorerState.after("")
    for _ in 0..<9_000 { try state.press("l") }
    #expect(state.layer.kernelSize == Spatial(square: 9_003))
    for _ in 0..<9_000 { try state.press("u") }
    #expect(state.subject == LayerCase.decoder)
  }
}
