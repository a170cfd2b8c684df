/// The bytes of a file, read in parts when they are wanted: those of weights never are.
package final class WireBytes {
  package let count: Int
  private let read: (_ place: Int, _ count: Int) -> [UInt8]
  /// The part that was read last.
  private(set) var window: Window

  /// Bytes that stand one after the other in a file.
  struct Window {
    var start = 0
    var bytes: [UInt8] = []

    func holds(_ part: Range<Int>) -> Bool {
      part.lowerBound >= start && part.upperBound - start <= bytes.count
    }
  }

  /// As many as are read at once.
  private let block: Int

  /// Bytes in memory.
  package init(_ bytes: [UInt8]) {
    (count, block, window) = (bytes.count, 0, Window(bytes: bytes))
    read = { _, _ in [] }
  }

  /// So many bytes of a file; `read` gives those from a place on, or fewer where there are no more.
  package init(
    count: Int, block: Int = 1 << 14, read: @escaping (_ place: Int, _ count: Int) -> [UInt8]
  ) {
    (self.count, self.block, self.read, window) = (count, block, read, Window())
  }

  /// A window that has a part in it.
  ///
  /// - Throws: ``WireReader/Fault`` where the file has become shorter meanwhile.
  func window(on part: Range<Int>) throws(WireReader.Fault) -> Window {
    if window.holds(part) { return window }
    let wanted = min(max(block, part.count), count - part.lowerBound)
    window = Window(start: part.lowerBound, bytes: read(part.lowerBound, wanted))
    guard window.holds(part) else {
      throw .init(sentence: .fieldPastEnd, place: window.start + window.bytes.count)
    }
    return window
  }

  subscript(part: Range<Int>) -> ArraySlice<UInt8> {
    get throws(WireReader.Fault) {
      let window = try window(on: part)
      return window.bytes[part.lowerBound - window.start..<part.upperBound - window.start]
    }
  }
}
