import Dispatch
import LayerNotation
import Synchronization

extension LineBlock {
  /// Fewer lines than this are answered sooner by one core alone.
  private nonisolated static let linesThatPay = 64

  /// The answers to all lines, in their order, in one or more pieces.
  nonisolated func answers(_ lists: CoverageLists) -> [[UInt8]] {
    var pieces: [[UInt8]] = []
    if lines.count < Self.linesThatPay {
      pieces = [answers(lines.indices, lists)]
    } else {
      // Many more pieces than cores, so that no core waits long for another one's last piece.
      let count = min(64, lines.count / 16)
      let done = Mutex([[UInt8]](repeating: [], count: count))
      DispatchQueue.concurrentPerform(iterations: count) { index in
        let range = lines.count * index / count..<lines.count * (index + 1) / count
        let piece = answers(range, lists)
        done.withLock { $0[index] = piece }
      }
      pieces = done.withLock { $0 }
    }
    if let overlong {
      var answer = CaseAnswer(coverage: lists)
      let problem = "is longer than \(LineReader.longestLine.grouped) bytes"
      answer.refuse(CaseProblem("line", problem), number: overlong)
      pieces.append(answer.writer.bytes)
    }
    return pieces
  }

  private nonisolated func answers(_ range: Range<Int>, _ lists: CoverageLists) -> [UInt8] {
    var answer = CaseAnswer(coverage: lists)
    bytes.withUnsafeBytes { all in
      for index in range {
        let line = UnsafeRawBufferPointer(rebasing: all[lines[index]])
        answer.answer(line, number: firstNumber + index)
      }
    }
    return answer.writer.bytes
  }
}
