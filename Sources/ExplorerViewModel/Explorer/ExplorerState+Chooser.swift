extension ExplorerState {
  /// Does what a key asks for while a list is open.
  mutating func edit(_ before: Chooser, _ key: KeyPress) -> Effect? {
    var chooser = before
    (chooser.wasAskedToRemove, chooser.recalled) = (false, nil)
    let move = move(of: key, in: chooser)
    if let offset = before.recalls(key) {
      recall(offset, from: before.recalled, in: chooser)
      return nil
    }
    switch key {
    case _ where chooser.list[key] != nil:
      chooser.list[key]?.act(&self)
      return nil
    case _ where move != nil: chooser.move(to: chooser.position + (move ?? 0))
    case .enter: return take(chooser)
    case .pasted(let text) where chooser.isPalette && ShareLine.isMeant(by: text):
      takePasted(line: text)
      return nil
    case .control("d") where chooser.selectedItem?.removal != nil:
      if before.wasAskedToRemove { return chooser.selectedItem?.removal }
      chooser.wasAskedToRemove = true
      say("Ctrl-D again deletes \(quoted(chooser.selectedItem?.name ?? "")) for good", .notice)
    case .escape where chooser.filter.text.isEmpty || chooser.isPalette,
      .backspace where chooser.filter.text.isEmpty && chooser.isPalette:
      mode = .browse
      if chooser.list == .model { goBack() }
      return nil
    default:
      var entry = chooser.filter
      guard entry.edit(key == .escape ? .control("u") : key) else {
        say("\(key.name) does nothing in a list")
        return nil
      }
      chooser.filter(by: entry)
    }
    mode = .choosing(chooser)
    return nil
  }

  /// How many rows a key moves the selection.
  private func move(of key: KeyPress, in chooser: Chooser) -> Int? {
    let (page, all) = (max(1, ChooserPanel(self, chooser).listRows), chooser.items.count)
    let moves: [KeyPress: Int] = [
      .up: -1, .down: 1, .pageUp: -page, .pageDown: page, .home: -all, .end: all,
    ]
    return moves[key]
  }

  private mutating func take(_ chooser: Chooser) -> Effect? {
    if chooser.isPalette { return take(palette: chooser) }
    guard let item = chooser.selectedItem else {
      say(chooser.items.isEmpty ? chooser.list.emptyText : "nothing matches", .notice)
      return nil
    }
    mode = .browse
    item.take(&self)
    return nil
  }

  /// Selects one of the matches of the list, or takes it if it is selected already.
  mutating func point(at place: Int) -> Effect? {
    guard var chooser else { return nil }
    if chooser.position == place { return take(chooser) }
    chooser.move(to: place)
    mode = .choosing(chooser)
    return nil
  }
}
