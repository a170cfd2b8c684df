/// The one candidate that a misspelt word most likely means.
///
/// - Returns: The nearest within two changes of a letter, or the one that the word begins; `nil` if
///   there is none.
func nearest(to word: String, among candidates: [String]) -> String? {
  let word = Array(word.lowercased().utf8.prefix(32))
  guard word.count > 1 else { return nil }
  let distances = candidates.map { ($0, changes(word, Array($0.lowercased().utf8))) }
  if let best = distances.min(by: { $0.1 < $1.1 }), best.1 <= min(2, word.count / 2) {
    return best.0
  }
  return candidates.first { $0.lowercased().utf8.starts(with: word) }
}

/// How many letters have to be put in, taken out or replaced to make one word of the other.
///
/// Source: Levenshtein's distance, row by row (Wagner & Fischer 1974).
private func changes(_ word: [UInt8], _ other: [UInt8]) -> Int {
  var row = Array(0...other.count)
  for (place, letter) in word.enumerated() {
    var diagonal = row[0]
    row[0] = place + 1
    for (column, candidate) in other.enumerated() {
      let replaced = diagonal + (letter == candidate ? 0 : 1)
      diagonal = row[column + 1]
      row[column + 1] = min(replaced, diagonal + 1, row[column] + 1)
    }
  }
  return row[other.count]
}
