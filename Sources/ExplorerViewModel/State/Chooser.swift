/// An open list: what is typed to filter it, and which of its items is selected.
package struct Chooser: Equatable, Sendable {
  package let list: ChooserList
  package private(set) var items: ChooserItems
  package private(set) var filter = TextEntry()
  /// The items that pass the filter, as indices into all items.
  package private(set) var matches: [Int]
  /// The place of the selected match among all of them; 0 where there are none.
  package private(set) var position = 0
  /// Whether the last key asked to remove the selected item.
  var wasAskedToRemove = false
  /// Whether the arrows have chosen since the line was typed.
  private(set) var isChosen = false
  /// Which earlier line the palette shows, counted from the last one; `nil` once it is edited.
  var recalled: Int?

  init(_ list: ChooserList, _ items: ChooserItems, selected: Int = 0) {
    self.list = list
    self.items = items
    matches = items.ordered()
    select(selected)
    isChosen = false
  }

  /// The selected one of all items; `nil` where nothing matches.
  package var selected: Int? { matches[at: position] }

  var selectedItem: ChooserItem? { selected.map { items[$0] } }

  var isPalette: Bool { list.isPalette }

  /// Selects one of the matches; beyond the ends, the first or the last one.
  mutating func move(to place: Int) {
    isChosen = true
    position = min(max(0, place), max(0, matches.count - 1))
  }

  private mutating func select(_ item: Int) { move(to: matches.firstIndex(of: item) ?? 0) }

  /// Filters by all words of a line; the first item whose name has them is selected, or without any
  /// words the item that was selected before.
  mutating func filter(by entry: TextEntry) {
    let before = selected
    let words = SearchWords(list.searched(entry.text))
    filter = entry
    let found = items.index.matches(words)
    matches = items.ordered(found.places)
    let best = words.isEmpty ? before : found.named
    select(best ?? matches.first ?? 0)
    isChosen = false
  }

  /// Takes the same items in another order, or with other words; the selected one stays.
  mutating func renew(_ items: ChooserItems) {
    let before = selected
    self.items = items
    filter(by: filter)
    if let before, matches.contains(before) { select(before) }
  }
}
