/// The bytes of a file, read in parts when they are wanted: those of weights never are.
///
/// Where a file has become shorter meanwhile, zeros are in their place, and ``missing`` says so.
package final class WireBytes {
  package let count: Int
  /// The first byte that should have been there.
  private(set) var missing: Int?
  private let read: (_ place: Int, _ count: Int) -> [UInt8]
  private var window: [UInt8]
  private var start = 0

  /// As many as are read at once.
  private static let block = 1 << 14

  /// Bytes in memory.
  package init(_ bytes: [UInt8]) {
    (count, window) = (bytes.count, bytes)
    read = { _, _ in [] }
  }

  /// So many bytes of a file; `read` gives those from a place on, or fewer where there are no more.
  package init(count: Int, read: @escaping (_ place: Int, _ count: Int) -> [UInt8]) {
    (self.count, self.read, window) = (count, read, [])
  }

  subscript(place: Int) -> UInt8 {
    let offset = place - start
    if offset >= 0, offset < window.count { return window[offset] }
    return self[place..<place + 1].first ?? 0
  }

  subscript(part: Range<Int>) -> ArraySlice<UInt8> {
    if !holds(part), missing == nil {
      let wanted = min(max(Self.block, part.count), count - part.lowerBound)
      (start, window) = (part.lowerBound, read(part.lowerBound, wanted))
      if !holds(part) { missing = start + window.count }
    }
    guard holds(part) else { return ArraySlice(repeating: 0, count: part.count) }
    return window[part.lowerBound - start..<part.upperBound - start]
  }

  private func holds(_ part: Range<Int>) -> Bool {
    part.lowerBound >= start && part.upperBound - start <= window.count
  }
}
