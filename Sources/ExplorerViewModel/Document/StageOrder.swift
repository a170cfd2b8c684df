/// What the stages of a model are listed by, the most or the worst first.
package enum StageOrder: String, CaseIterable, Sendable {
  case printed, multiplications, parameters, memory, verdict

  /// What the heading of the list says about it.
  package var words: String {
    switch self {
    case .printed: "as printed"
    case .multiplications: "most multiplications first"
    case .parameters: "most parameters first"
    case .memory: "largest output first"
    case .verdict: "most uneven first"
    }
  }

  /// The only order whose name begins like this.
  init?(beginning text: String) {
    let found = Self.allCases.filter { $0.rawValue.hasPrefix(text.lowercased()) }
    guard found.count == 1 else { return nil }
    self = found[0]
  }
}

/// A word that stages are found by.
struct StageMarks: OptionSet, Sendable {
  let rawValue: UInt8

  static let refused = Self(rawValue: 1)
  static let uneven = Self(rawValue: 2)
  static let holes = Self(rawValue: 4)
  static let even = Self(rawValue: 8)
  static let unknown = Self(rawValue: 16)
  static let assumed = Self(rawValue: 32)

  private static let names: [(mark: Self, name: String)] = [
    (.refused, "refused"), (.uneven, "uneven"), (.holes, "holes"), (.even, "even"),
    (.unknown, "unknown"), (.assumed, "assumed"),
  ]

  /// What a stage is found by; between `;`, so that `even` does not find what is uneven.
  var searched: String {
    Self.names.filter { contains($0.mark) }.map { ";\($0.name);" }.joined()
  }

  /// A typed line, as the search uses it.
  static func searched(_ line: String) -> String {
    line.words.map { word in
      let name = word.lowercased()
      return names.contains { $0.name == name } ? ";\(name);" : String(word)
    }.joined(separator: " ")
  }
}

/// What a stage is sorted, found and, in the list of a model, shown by; a number below 0 is not known.
struct StageRank: Sendable {
  var multiplications = -1.0
  var parameters = 0.0
  /// The values of its output.
  var memory = -1.0
  /// The most paths to a cell against the least; more for holes, the most for what is refused.
  var unevenness = -1.0
  var marks: StageMarks = []
  /// The layer of a model in short, on its input.
  var shorthand = ""

  fileprivate func number(_ order: StageOrder) -> Double {
    switch order {
    case .printed: 0
    case .multiplications: multiplications
    case .parameters: parameters
    case .memory: memory
    case .verdict: unevenness
    }
  }

  mutating func refuse() {
    marks.insert(.refused)
    unevenness = .infinity
  }

  mutating func take(_ verdict: OverlapVerdict) {
    switch verdict {
    case .flat: break
    case .even: (marks, unevenness) = (marks.union(.even), 0)
    case .uneven(let most, let least):
      (marks, unevenness) = (marks.union(.uneven), most.value / max(1, least.value))
    case .unevenInPlane: (marks, unevenness) = (marks.union(.uneven), 1)
    case .holes: (marks, unevenness) = (marks.union([.uneven, .holes]), .greatestFiniteMagnitude)
    case .unknown: marks.insert(.unknown)
    }
  }
}

extension [StageRank] {
  /// The indices of all stages in this order; equal ones stay as printed.
  func places(by order: StageOrder) -> [Int] {
    guard order != .printed else { return Array<Int>(indices) }
    let numbers = enumerated().map { (number: $1.number(order), place: $0) }
    return numbers.sorted {
      $0.number == $1.number ? $0.place < $1.place : $0.number > $1.number
    }.map(\.place)
  }
}

/// In which order the stages of a model are listed, and which of them.
package struct StageListing: Equatable, Sendable {
  package internal(set) var order = StageOrder.printed
  /// The words that all listed ones have.
  package internal(set) var filter = ""
  /// The rows of the network that are listed, in their order; `nil` for all as printed.
  private(set) var rows: [Int]?
  /// What they are sorted and found by, once that was asked for.
  private var ranks = Derived<[StageRank]?>(nil)
  private var index = Derived<SearchIndex?>(nil)

  /// Follows a network that has changed; the row that is worked on stays in sight.
  mutating func follow(_ network: OpenNetwork?) {
    (ranks, index) = (Derived(nil), Derived(nil))
    list(network, keeping: network?.row)
  }

  /// Lists the rows of a network anew.
  mutating func list(_ network: OpenNetwork?, keeping kept: Int? = nil) {
    guard let network, order != .printed || !filter.words.isEmpty else { return rows = nil }
    let ranks = self.ranks.value ?? network.sheet.ranks
    self.ranks = Derived(ranks)
    let places = ranks.places(by: order)
    guard !filter.words.isEmpty else { return rows = places }
    let index = self.index.value ?? network.sheet.index(ranks)
    self.index = Derived(index)
    var isShown = [Bool](repeating: false, count: places.count)
    for place in index.matches(SearchWords(StageMarks.searched(filter))).places {
      isShown[place] = true
    }
    if let kept, isShown.indices.contains(kept) { isShown[kept] = true }
    rows = places.filter { isShown[$0] }
  }

  /// `12 of 61 shown: uneven; most parameters first`; `nil` for all as printed.
  func summary(_ shown: Int, of all: Int) -> String? {
    let parts = [
      filter.words.isEmpty
        ? nil : "\(shown.grouped) of \(all.grouped) shown: \(printable(String(filter.trimmed)))",
      order == .printed ? nil : order.words,
    ].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }
}

extension NetworkSheet {
  /// What its rows are sorted by.
  fileprivate var ranks: [StageRank] { rows.indices.map(rank) }

  /// What they are found by.
  fileprivate func index(_ ranks: [StageRank]) -> SearchIndex {
    SearchIndex(
      rows.indices.lazy.map { (name: name($0), words: what($0) + " " + ranks[$0].marks.searched) })
  }

  private func rank(_ row: Int) -> StageRank {
    var rank = StageRank()
    let cost = cost(row)
    rank.parameters = cost.parameters.value
    if problem(row) != nil { rank.refuse() }
    guard let output = output(row) else {
      if problem(row) == nil { rank.marks.insert(.unknown) }
      return rank
    }
    if problem(row) == nil { rank.take(verdict(row)) }
    (rank.multiplications, rank.memory) = (cost.multiplications.value, output.elements.value)
    return rank
  }
}
