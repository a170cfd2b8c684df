import Dispatch
import Synchronization

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
  /// A case has some hundred bytes; a longer line than this is not one.
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
      if isSkipping, !skip() { continue }
      // A last line may have no end.
      let end = isAtEnd ? pending.count : pending.lastIndex(of: newline).map { $0 + 1 } ?? 0
      if end > 0 { return take(end) }
      if pending.count > Self.longestLine { return overlongLine() }
    }
    return nil
  }

  private var newline: UInt8 { UInt8(ascii: "\n") }

  private mutating func take(_ length: Int) -> LineBlock {
    let rest = Array(pending[length...])
    pending.removeLast(rest.count)
    defer { pending = rest }
    return block(pending, overlong: nil)
  }

  private mutating func block(_ bytes: [UInt8], overlong: Int?) -> LineBlock {
    var lines: [Range<Int>] = []
    var start = 0
    bytes.withUnsafeBytes { all in
      while let first = all.baseAddress, start < all.count {
        let found = memchr(first + start, Int32(newline), all.count - start)
        let end = found.map { UnsafeRawPointer($0) - first } ?? all.count
        lines.append(start..<end)
        start = end + 1
      }
    }
    defer { number += lines.count + (overlong == nil ? 0 : 1) }
    return LineBlock(bytes: bytes, lines: lines, firstNumber: number, overlong: overlong)
  }

  /// Gives up a line that is too long, and all that comes until its end.
  private mutating func overlongLine() -> LineBlock {
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

extension LineBlock {
  /// Fewer lines than this are answered sooner by one core alone.
  private nonisolated static let linesThatPay = 64

  private nonisolated static let linesAtOnce = 4096
  /// A part of them ends where its answers have more bytes than this: a line of some hundred bytes
  /// can ask for lists of many megabytes, and all answers together could be more than memory holds.
  private nonisolated static let bytesAtOnce = 1 << 22

  nonisolated func answer(_ longestList: Int, emit: ([UInt8]) throws -> Void) throws {
    for start in stride(from: 0, to: lines.count, by: Self.linesAtOnce) {
      let range = start..<min(start + Self.linesAtOnce, lines.count)
      for part in parts(range, longestList) {
        try emit(part.bytes)
        var rest = part.rest
        while !rest.isEmpty {
          let part = self.part(rest, longestList)
          try emit(part.bytes)
          rest = part.rest
        }
      }
    }
    if let overlong {
      var answer = CaseAnswer(listing: longestList)
      answer.refuse(.overlongLine, number: overlong)
      try emit(answer.writer.bytes)
    }
  }

  /// Answers, and the lines of the same range that still want one.
  private struct Part: Sendable {
    nonisolated var bytes: [UInt8] = []
    nonisolated var rest = 0..<0
  }

  private nonisolated func parts(_ range: Range<Int>, _ longestList: Int) -> [Part] {
    guard range.count >= Self.linesThatPay else { return [part(range, longestList)] }
    // Many more parts than cores, so that no core waits long for another one's last part.
    let count = min(64, range.count / 16)
    let done = Mutex([Part](repeating: Part(), count: count))
    DispatchQueue.concurrentPerform(iterations: count) { index in
      let first = range.lowerBound + range.count * index / count
      let end = range.lowerBound + range.count * (index + 1) / count
      let part = part(first..<end, longestList)
      done.withLock { $0[index] = part }
    }
    return done.withLock { $0 }
  }

  private nonisolated func part(_ range: Range<Int>, _ longestList: Int) -> Part {
    var answer = CaseAnswer(listing: longestList)
    var next = range.lowerBound
    bytes.withUnsafeBytes { all in
      while next < range.upperBound, answer.writer.bytes.count < Self.bytesAtOnce {
        let line = UnsafeRawBufferPointer(rebasing: all[lines[next]])
        if line.count > LineReader.longestLine {
          answer.refuse(.overlongLine, number: firstNumber + next)
        } else {
          answer.answer(line, number: firstNumber + next)
        }
        next += 1
      }
    }
    return Part(bytes: answer.writer.bytes, rest: next..<range.upperBound)
  }
}

extension NotationError {
  fileprivate nonisolated static var overlongLine: NotationError {
    NotationError("is longer than \(LineReader.longestLine.grouped) bytes", of: "line")
  }
}
