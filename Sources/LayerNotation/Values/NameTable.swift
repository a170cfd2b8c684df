/// Numbers for names, from 0 in the order in which they come first.
///
/// What is known of a name stands in arrays at its number: it is looked for once wherever it
/// stands, and a text is made of it only where it is shown.
struct NameTable: Sendable {
  /// The names one after the other, where each begins, and where the last one ends.
  private var bytes: [UInt8] = []
  private var starts = [0]
  /// At the place of a name's hash, or at the next free one, the hash and the number from 1.
  private var slots = [(hash: UInt32, number: UInt32)](repeating: (0, 0), count: 64)
  /// The numbers after those that were found last: names mostly come again in their order, and to
  /// look at a place of the hash is what takes time in a long table.
  private var likely = (0, 0)

  var count: Int { starts.count - 1 }

  subscript(number: Int) -> String {
    String(decoding: bytes[starts[number]..<starts[number + 1]], as: UTF8.self)
  }

  mutating func number(of name: String) -> Int { number(of: ArraySlice(name.utf8)) }

  mutating func number(of name: ArraySlice<UInt8>) -> Int {
    if isName(count - 1, name) { return count - 1 }
    if isName(likely.0, name) {
      likely.0 += 1
      return likely.0 - 1
    }
    if isName(likely.1, name) {
      likely = (likely.1 + 1, likely.0)
      return likely.0 - 1
    }
    if 3 * slots.count < 4 * starts.count { grow() }
    var hasher = Hasher()
    name.withUnsafeBytes { hasher.combine(bytes: $0) }
    let hash = UInt32(truncatingIfNeeded: hasher.finalize())
    var place = Int(hash) & (slots.count - 1)
    while slots[place].number > 0 {
      let number = Int(slots[place].number) - 1
      if slots[place].hash == hash, isName(number, name) {
        likely = (number + 1, likely.0)
        return number
      }
      place = (place + 1) & (slots.count - 1)
    }
    slots[place] = (hash, UInt32(truncatingIfNeeded: starts.count))
    bytes += name
    starts.append(bytes.count)
    return count - 1
  }

  private func isName(_ number: Int, _ name: ArraySlice<UInt8>) -> Bool {
    guard number >= 0, number < count else { return false }
    let start = starts[number]
    guard starts[number + 1] - start == name.count else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      name.withUnsafeBufferPointer { name in
        name.indices.allSatisfy { bytes[start + $0] == name[$0] }
      }
    }
  }

  private mutating func grow() {
    let before = slots
    slots = Array(repeating: (0, 0), count: 2 * before.count)
    for slot in before where slot.number > 0 {
      var place = Int(slot.hash) & (slots.count - 1)
      while slots[place].number > 0 { place = (place + 1) & (slots.count - 1) }
      slots[place] = slot
    }
  }
}
