/// The result of an ``Effect`` on files.
package enum Reply: Equatable, Sendable {
  case kept(SnapshotName)
  /// Nothing was kept, for there is a snapshot of this name.
  case taken(SnapshotName)
  case deleted(SnapshotName)
  case snapshots([Snapshot])
  /// The map is in a file of this name.
  case written(String)
  /// No map was written, for there is a file of its name.
  case exists
  /// Why nothing was done, in a sentence.
  case failed(String)
}

extension ExplorerState {
  package mutating func take(_ reply: Reply) {
    switch reply {
    case .kept(let name):
      mode = .browse
      let (list, loss) = (Command.snapshots.keyNames, unsharedNetwork)
      say(
        "kept as \(quoted(name.text))\(loss ?? ""); \(list) lists the snapshots",
        loss == nil ? .good : .notice)
    case .taken(let name):
      if case .asking(_, let entry) = mode { mode = .asking(.snapshot(replacing: name), entry) }
      say("\(quoted(name.text)) exists; Enter replaces it", .notice)
    case .deleted(let name):
      snapshots.removeAll { $0.name == name }
      if chooser?.list == .snapshots { open(.snapshots) }
      say("deleted \(quoted(name.text))", .notice)
    case .snapshots(let all):
      snapshots = all
      if let name = wantedSnapshot { takeSnapshot(named: name) } else { open(.snapshots) }
    case .written(let name):
      mode = .browse
      say("wrote \(name)", .good)
    case .exists:
      askForFile(replaces: true)
      say("exists; Enter replaces it, Esc leaves", .notice)
    case .failed(let reason):
      askForFile(replaces: false)
      refuse(reason)
    }
  }

  /// Until the map is written, the name of its file can be changed.
  private mutating func askForFile(replaces: Bool) {
    if case .asking(.file, let entry) = mode { mode = .asking(.file(replaces: replaces), entry) }
  }

  func keepSnapshot(_ text: String, replacing old: SnapshotName?) throws(NotationError) -> Effect? {
    let name = try SnapshotName(text)
    return .keep(name, shareLine, overwrites: name == old)
  }

  private mutating func takeSnapshot(named name: String) {
    wantedSnapshot = nil
    guard let snapshot = snapshots.first(where: { $0.name.text == name }) else {
      return refuse("there is no snapshot \(quoted(name)); snapshots lists them")
    }
    take(snapshot)
  }

  mutating func take(_ snapshot: Snapshot) {
    let name = quoted(snapshot.name.text)
    switch snapshot.content {
    case .success(let line):
      do throws(NotationError) {
        try open(line)
        say("opened \(name); \(Command.undo.keyNames) goes back", .good)
      } catch { refuse(error.message) }
    case .failure(let fault): refuse("\(name) cannot be opened: \(fault.message)")
    }
  }
}

extension ChooserList {
  /// The snapshots by their names, with the layers that they show.
  package static let snapshots = ChooserList(
    title: "Snapshots",
    emptyText: "no snapshots; \(Command.keep.keyNames) keeps what is shown as one",
    detailColumn: 34, previewRows: 7, hasLayers: true,
    items: { state in
      ChooserItems(
        state.snapshots.map { snapshot in
          ChooserItem(
            name: snapshot.name.text, detail: snapshot.shorthand, removal: .delete(snapshot.name),
            preview: { snapshot.preview }, take: { $0.take(snapshot) })
        })
    })
}

extension Snapshot {
  /// The layer; `nil` where the file has none.
  var subject: LayerCase? {
    guard case .success(let line) = content, let subject = try? line.subject() else { return nil }
    return subject
  }

  private var network: NamedNetwork? { try? content.get().network }

  /// The layer or the network in short.
  var shorthand: String {
    let modules = network.map { Count($0.modules.count).counted("module") + ", \($0.input.text)" }
    return modules ?? subject?.layer.shorthand ?? "cannot be opened"
  }

  fileprivate var preview: ChooserPreview {
    switch content {
    case .success(let line):
      let remark = Span(line.text, .faint)
      return subject.map { ChooserPreview($0, remarks: [remark]) }
        ?? ChooserPreview(paragraphs: [Span(shorthand, .value), remark])
    case .failure(let fault): return ChooserPreview(paragraphs: [Span(fault.message, .bad)])
    }
  }
}
