import ConvArithmetic
import LayerNotation

/// What became of an ``Effect`` that is about files.
package enum Reply: Equatable, Sendable {
  case kept(SnapshotName)
  /// Nothing was kept, for there is a snapshot of this name.
  case taken(SnapshotName)
  case deleted(SnapshotName)
  case snapshots([Snapshot])
  /// Why nothing was done, in a sentence.
  case failed(String)
}

extension ExplorerState {
  /// Takes what became of an effect.
  package mutating func take(_ reply: Reply) {
    switch reply {
    case .kept(let name):
      mode = .browse
      let list = Command.snapshots.keyNames
      say("kept as \(quoted(name.text)); \(list) lists the snapshots", .good)
    case .taken(let name):
      if case .asking(_, let entry) = mode { mode = .asking(.replacement(name), entry) }
      say("\(quoted(name.text)) is there; Enter replaces it", .notice)
    case .deleted(let name):
      snapshots.removeAll { $0.name == name }
      if chooser?.list == .snapshots { open(.snapshots) }
      say("deleted \(quoted(name.text))", .notice)
    case .snapshots(let all):
      snapshots = all
      if let name = wantedSnapshot { takeSnapshot(named: name) } else { open(.snapshots) }
    case .failed(let reason): refuse(reason)
    }
  }

  /// Asks to keep what is shown under a name.
  mutating func keepSnapshot(_ text: String, replacing old: SnapshotName?) -> Effect? {
    do throws(SnapshotName.Fault) {
      let name = try SnapshotName(text)
      return .keep(name, shareLine, overwrites: name == old)
    } catch {
      refuse(error.message)
      return nil
    }
  }

  private mutating func takeSnapshot(named name: String) {
    wantedSnapshot = nil
    guard let snapshot = snapshots.first(where: { $0.name.text == name }) else {
      return refuse("there is no snapshot \(quoted(name)); snapshots lists them")
    }
    take(snapshot)
  }

  /// Shows a snapshot.
  mutating func take(_ snapshot: Snapshot) {
    switch snapshot.content {
    case .success(let line):
      do throws(NotationError) {
        try open(line)
        let back = Command.undo.keyNames
        say("opened \(quoted(snapshot.name.text)); \(back) goes back", .good)
      } catch {
        refuse(error.message)
      }
    case .failure(let fault):
      refuse("\(quoted(snapshot.name.text)) cannot be opened: \(fault.message)")
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
            snapshot.name.text, detail: snapshot.subject?.layer.shorthand ?? "cannot be opened")
        })
    },
    preview: { state, index in
      guard state.snapshots.indices.contains(index) else { return ChooserPreview(paragraphs: []) }
      return state.snapshots[index].preview
    },
    take: { state, index in
      if state.snapshots.indices.contains(index) { state.take(state.snapshots[index]) }
      return nil
    },
    remove: { state, index in
      state.snapshots.indices.contains(index) ? .delete(state.snapshots[index].name) : nil
    })
}

extension Snapshot {
  /// The layer; `nil` where the file has none.
  var subject: LayerCase? {
    guard case .success(let line) = content, let subject = try? line.subject() else { return nil }
    return subject
  }

  fileprivate var preview: ChooserPreview {
    switch content {
    case .success(let line):
      let remark = Span(line.text, .faint)
      return subject.map { ChooserPreview($0, remarks: [remark]) }
        ?? ChooserPreview(paragraphs: [remark])
    case .failure(let fault): return ChooserPreview(paragraphs: [Span(fault.message, .bad)])
    }
  }
}
