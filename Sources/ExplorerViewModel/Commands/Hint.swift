/// What the footer says about a command's keys, where they are needed most.
struct Hint: Sendable {
  /// Its rank in the footer, the lowest first.
  let rank: Int
  /// The keys as they are shown.
  let keys: String
  /// What they do in a view, for a use of the arrows; in any view if none is named.
  private let cases: [(uses: [ArrowUse], views: [View], word: String)]

  /// A hint of `commands.tsv`, such as `knobs: select; list budget: change`.
  init?(_ row: DataRow, _ key: KeyPress?) {
    guard let rank = Int(row["rank"]) else { return nil }
    self.rank = rank
    keys = row["hint keys"].isEmpty ? key?.name ?? "" : row["hint keys"]
    // As bytes: every row is read before the first screen.
    cases = row["hint"].utf8.split(separator: UInt8(ascii: ";")).map { text in
      let parts = text.split(separator: UInt8(ascii: ":"))
      let names = (parts.first ?? text).split(separator: UInt8(ascii: " "))
        .map { String(Substring($0)) }
      let uses = names.compactMap(ArrowUse.init)
      // The pages stand after the uses of the arrows, one of which is called like a page.
      let views = names.dropFirst(uses.count).compactMap(View.init(rawValue:))
      let word = (parts.last ?? text).drop { $0 == UInt8(ascii: " ") }
      return (uses, views, String(Substring(word)))
    }
  }

  /// What the keys do; `nil` if that need not be said.
  func word(_ arrows: ArrowUse, _ view: View) -> String? {
    let found = cases.first { uses, views, _ in
      uses.contains(arrows) && (views.isEmpty || views.contains(view))
    }
    guard let word = found?.word, word.contains("{") else { return found?.word }
    return word.filled(["choice": view.choiceName])
  }
}
