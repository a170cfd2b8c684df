import ConvArithmetic
import ExplorerViewModel
import LayerNotation
import Testing

/// Names of snapshots, and of their files.
@Suite struct SnapshotNameTests {
  @Test(arguments: [
    ("decoder", "decoder"), ("my decoder", "my decoder"), ("../x", "%2E.%2Fx"), (".", "%2E"),
    ("..", "%2E."), ("a/b", "a%2Fb"), ("×4", "%C3%974"), ("100%", "100%25"), ("~", "%7E"),
    ("a.b", "a.b"), ("-x", "-x"), ("a:b*c", "a%3Ab%2Ac"),
  ])
  func `a name has one file, which lies in the folder`(text: String, file: String) throws {
    let name = try SnapshotName(text)
    #expect(name.fileName == file)
    #expect(SnapshotName(fileName: file) == name)
    #expect(!file.contains("/") && !file.hasPrefix("."))
  }

  @Test(arguments: [
    ("", "at least one character"), ("   ", "at least one character"),
    ("\n", "at least one character"), ("a\u{1B}[31mb", "U+001B"), ("a\u{0}b", "U+0000"),
    ("a\u{202E}b", "U+202E"), ("a\u{2066}b", "U+2066"),
    (String(repeating: "a", count: 81), "at most 80 characters; this one has 81"),
    (String(repeating: "漢", count: 40), "too long for a file"),
  ])
  func `a text that is no name is refused with the reason`(text: String, reason: String) {
    let fault = #expect(throws: NotationError.self) { try SnapshotName(text) }
    #expect(fault?.message.contains(reason) == true)
  }

  @Test(arguments: ["é", "中文", "ключ", "שלום", "日本語 の 名", "🙂"])
  func `letters of all scripts make a name`(text: String) throws {
    #expect(try SnapshotName(text).text == text)
  }

  @Test(arguments: [
    ".123.tmp", "a%2", "%", "%zz", "a%2fb", "%61", "..", "a/b", "a%0Ab", "%FF", " a", "",
  ])
  func `files of other origin are no snapshots`(file: String) {
    #expect(SnapshotName(fileName: file) == nil)
  }
}

/// The text of the file that keeps a state.
@Suite struct KeptLineTests {
  private let line = ShareLine(LayerCase.decoder, view: "map", theme: "light")

  @Test func `what is kept is read again`() throws {
    let text = KeptLine.text(line)
    #expect(text == "convscope state 1\n\(line.text)\n")
    #expect(try KeptLine.read(Array(text.utf8)).text == line.text)
  }

  @Test func `a file that was cut short anywhere is damaged`() {
    let bytes = Array(KeptLine.text(line).utf8)
    for count in 0..<bytes.count {
      let error = #expect(throws: KeptLine.Fault.self) {
        try KeptLine.read(Array(bytes.prefix(count)))
      }
      guard case .damaged = error else {
        Issue.record("\(count) bytes: \(String(describing: error))")
        return
      }
    }
  }

  @Test(arguments: [
    "convscope state 0\nconvscope\n", "convscope state -1\nconvscope\n",
    "convscope state 1\nconvscope\nmore\n", "convscope state 1\nrm -rf /\n",
    "convscope state 1\nconvscope --stride $(x)\n", "convscope state 1\nconvscope --stride x\n",
    "convscope state 1\nconvscope --op conv2d --output-padding 1\n", "\u{0}\u{1}\n", "{}",
  ])
  func `what makes no sense is damaged`(text: String) {
    let error = #expect(throws: KeptLine.Fault.self) { try KeptLine.read(Array(text.utf8)) }
    #expect(error != .newer)
  }

  @Test func `bytes beyond UTF-8 and beyond all bounds are damaged`() {
    #expect(throws: KeptLine.Fault.self) { try KeptLine.read([0xFF, 0xFE]) }
    #expect(throws: KeptLine.Fault.damaged("it is too long")) {
      try KeptLine.read([UInt8](repeating: 0x20, count: KeptLine.mostBytes + 1))
    }
  }

  @Test func `the file of a later version is not damaged`() {
    #expect(throws: KeptLine.Fault.newer) {
      try KeptLine.read(Array("convscope state 3\nanything\n".utf8))
    }
  }
}

/// Keeping, listing, opening and deleting by keys; the answers are those of a folder.
@Suite struct SnapshotKeyTests {
  private func name(_ text: String) throws -> SnapshotName { try SnapshotName(text) }

  @Test func `s asks for a name and keeps what is shown`() throws {
    var state = try ExplorerState.after("jjs")
    #expect(state.text.contains("name of the snapshot: _"))
    let line = state.shareLine
    #expect(
      try state.press("my layer<Enter>") == [.keep(name("my layer"), line, overwrites: false)])
    state.take(.kept(try name("my layer")))
    #expect(state.mode == .browse)
    #expect(state.message?.text == "kept as 'my layer'; S lists the snapshots")
  }

  @Test func `a name that is taken is replaced only when asked again`() throws {
    var state = try ExplorerState.after("sa<Enter>")
    state.take(.taken(try name("a")))
    #expect(state.message?.text == "'a' exists; Enter replaces it")
    var other = state
    #expect(
      try other.press("b<Enter>").first == .keep(name("ab"), other.shareLine, overwrites: false))
    #expect(try state.press("<Enter>").first == .keep(name("a"), state.shareLine, overwrites: true))
  }

  @Test(arguments: ["<Enter>", "  <Enter>"])
  func `an empty name is none`(keys: String) throws {
    var state = try ExplorerState.after("s")
    #expect(try state.press(keys) == [])
    #expect(state.message?.style == .bad)
    try state.press("<Esc>")
    #expect(state.mode == .browse)
  }

  @Test func `O lists them, Enter opens one, undo goes back`() throws {
    var state = try ExplorerState.after("")
    #expect(try state.press("S") == [.listSnapshots])
    let line = try ExplorerState.after(":op=conv2d input=1,3,9,9 s=1 padding=0<Enter>Om")
      .shareLine
    state.take(
      .snapshots([
        Snapshot(name: try name("first"), content: .success(line)),
        Snapshot(name: try name("torn"), content: .failure(.damaged("it is not one whole line"))),
      ]))
    #expect(state.text.contains("▸ first                          Conv2d 3→32, k3"))
    #expect(state.text.contains("torn                           cannot be opened"))
    try state.press("<Enter>")
    #expect(state.view == .map)
    #expect(state.subject.input.dimensions == [1, 3, 9, 9])
    #expect(state.message?.text == "opened 'first'; u goes back")
    try state.press("u")
    #expect(state.subject == LayerCase.decoder)
  }

  @Test func `a damaged one is not opened`() throws {
    var state = try ExplorerState.after("")
    state.take(
      .snapshots([Snapshot(name: try name("torn"), content: .failure(.damaged("it is torn")))]))
    try state.press("<Enter>")
    #expect(state.message?.text == "'torn' cannot be opened: it is torn")
    #expect(state.subject == LayerCase.decoder)
  }

  @Test func `Ctrl-D deletes one when it is pressed twice`() throws {
    var state = try ExplorerState.after("")
    let line = state.shareLine
    state.take(
      .snapshots(try ["a", "b"].map { Snapshot(name: try name($0), content: .success(line)) }))
    #expect(try state.press("<C-d>") == [])
    #expect(state.message?.text == "Ctrl-D again deletes 'a' for good")
    #expect(try state.press("<Down><C-d><Up><C-d>") == [])
    #expect(try state.press("<C-d>") == [.delete(name("a"))])
    state.take(.deleted(try name("a")))
    #expect(state.chooser?.items.map(\.name) == ["b"])
  }

  @Test func `without any, the list says how to keep one`() throws {
    var state = try ExplorerState.after("")
    state.take(.snapshots([]))
    #expect(state.text.contains("no snapshots; s keeps what is shown as one"))
  }

  @Test func `a failure is said`() throws {
    var state = try ExplorerState.after("sa<Enter>")
    state.take(.failed("cannot write /x: No space left on device"))
    #expect(state.text.contains("cannot write /x: No space left on device"))
  }
}
