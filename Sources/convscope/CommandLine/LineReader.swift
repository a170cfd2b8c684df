import LayerNotation

/// Whole lines, as many as have come at once, and the number of the first of them.
nonisolated struct LineBlock: Sendable {
  let bytes: [UInt8]
  /// The places of the lines in the bytes, without their ends.
  let lines: [Range<Int>]
  let firstNumber: Int
  /// A line that is longer than any case can be; it stands after the others.
  let overlong: Int?
}

/// Reads lines from a file or a pipe with a bounded amount of memory.
nonisolated struct LineReader {
  /// A case has some hundred bytes; a longer line than this is no case.
  static let longestLine = 1 << 20

  private let descriptor: Int32
  private var chunk = [UInt8](repeating: 0, count: longestLine)
  private var pending: [UInt8] = []
  private var number = 1
  private var isSkipping = false
  private var isAtEnd = false

  init(_ descriptor: Int32) { self.descriptor = descriptor }

  /// The lines that have come, at least one of them; `nil` after the last one.
  mutating func next() throws(FileFailure) -> LineBlock? {
    while !isAtEnd {
      try fill()
      if isAtEnd { return lastLine() }
      if isSkipping, !skip() { continue }
      guard let end = pending.lastIndex(of: newline) else {
        if let block = overlongLine() { return block }
        continue
      }
      return take(end + 1)
    }
    return nil
  }

  private var newline: UInt8 { UInt8(ascii: "\n") }

  private mutating func take(_ length: Int) -> LineBlock {
    let bytes = Array(pending[..<length])
    pending.removeFirst(length)
    return block(bytes, overlong: nil)
  }

  private mutating func block(_ bytes: [UInt8], overlong: Int?) -> LineBlock {
    var lines: [Range<Int>] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: newline) ?? bytes.count
      lines.append(start..<end)
      start = end + 1
    }
    defer { number += lines.count + (overlong == nil ? 0 : 1) }
    return LineBlock(bytes: bytes, lines: lines, firstNumber: number, overlong: overlong)
  }

  /// A last line may have no end.
  private mutating func lastLine() -> LineBlock? {
    guard !pending.isEmpty, !isSkipping else { return nil }
    let bytes = pending
    pending = []
    return block(bytes, overlong: nil)
  }

  /// Gives up a line that is too long, and all that comes until its end.
  private mutating func overlongLine() -> LineBlock? {
    guard pending.count > Self.longestLine else { return nil }
    pending = []
    isSkipping = true
    return block([], overlong: number)
  }

  /// Drops the rest of an overlong line; whether its end has come.
  private mutating func skip() -> Bool {
    guard let end = pending.firstIndex(of: newline) else {
      pending = []
      return false
    }
    pending.removeFirst(end + 1)
    isSkipping = false
    return !pending.isEmpty
  }

  private mutating func fill() throws(FileFailure) {
    let count = read(descriptor, &chunk, chunk.count)
    if count > 0 {
      pending += chunk[..<count]
    } else if count == 0 {
      isAtEnd = true
    } else if errno != EINTR {
      throw FileFailure("read", "the cases")
    }
  }
}
