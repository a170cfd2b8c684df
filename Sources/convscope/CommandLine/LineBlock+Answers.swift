import Dispatch
import LayerNotation
import Synchronization

extension LineBlock {
  /// Fewer lines than this are answered sooner by one core alone.
  private nonisolated static let linesThatPay = 64

  private nonisolated static let linesAtOnce = 4096
  /// A part of them ends where its answers have more bytes than this: a line of some hundred bytes
  /// can ask for lists of many megabytes, and all answers together could be more than memory holds.
  private nonisolated static let bytesAtOnce = 1 << 22

  /// Answers all lines, in their order.
  nonisolated func answer(_ lists: CoverageLists, emit: ([UInt8]) throws -> Void) throws {
    for start in stride(from: 0, to: lines.count, by: Self.linesAtOnce) {
      let range = start..<min(start + Self.linesAtOnce, lines.count)
      for part in parts(range, lists) {
        try emit(part.bytes)
        var rest = part.rest
        while !rest.isEmpty {
          let part = self.part(rest, lists)
          try emit(part.bytes)
          rest = part.rest
        }
      }
    }
    if let overlong {
      var answer = CaseAnswer(coverage: lists)
      answer.refuse(.overlongLine, number: overlong)
      try emit(answer.writer.bytes)
    }
  }

  /// Answers, and the lines of the same range that still want one.
  private struct Part: Sendable {
    nonisolated var bytes: [UInt8] = []
    nonisolated var rest = 0..<0
  }

  private nonisolated func parts(_ range: Range<Int>, _ lists: CoverageLists) -> [Part] {
    guard range.count >= Self.linesThatPay else { return [part(range, lists)] }
    // Many more parts than cores, so that no core waits long for another one's last part.
    let count = min(64, range.count / 16)
    let done = Mutex([Part](repeating: Part(), count: count))
    DispatchQueue.concurrentPerform(iterations: count) { index in
      let first = range.lowerBound + range.count * index / count
      let end = range.lowerBound + range.count * (index + 1) / count
      let part = part(first..<end, lists)
      done.withLock { $0[index] = part }
    }
    return done.withLock { $0 }
  }

  private nonisolated func part(_ range: Range<Int>, _ lists: CoverageLists) -> Part {
    var answer = CaseAnswer(coverage: lists)
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

extension CaseProblem {
  fileprivate nonisolated static var overlongLine: CaseProblem {
    CaseProblem("line", "is longer than \(LineReader.longestLine.grouped) bytes")
  }
}
