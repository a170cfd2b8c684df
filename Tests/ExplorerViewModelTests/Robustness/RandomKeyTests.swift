import SeededNumbers
import ConvArithmetic
import ExplorerViewModel
import LayerNotation
import Foundation
import Testing

/// Random keys at random sizes: whatever is pressed, there is a frame of the asked size.
///
/// 16,000 keys are pressed; the environment variable `CONVSCOPE_RANDOM_KEYS` asks for another
/// number, such as `CONVSCOPE_RANDOM_KEYS=1000000 swift test -c release --filter RandomKeyTests`.
@Suite struct RandomKeyTests {
  /// Each run begins anew with a seed of its own.
  private static let runs: UInt64 = 12

  private static var keysPerRun: Int {
    let asked = ProcessInfo.processInfo.environment["CONVSCOPE_RANDOM_KEYS"].flatMap { Int($0) }
    return max(1, (asked ?? 16_000) / Int(runs))
  }

  @Test(arguments: 0..<runs)
  func `random keys at random sizes end nothing`(seed: UInt64) {
    press(Self.keysPerRun, seed: seed)
  }

  @Test(arguments: Lesson.builtIn.map(\.number))
  func `random keys in a lesson end nothing`(number: Int) {
    press(
      max(1, Self.keysPerRun / 12), seed: UInt64(number),
      in: Lesson.builtIn.first { $0.number == number })
  }

  /// Presses keys; a lesson is opened again when they have left it.
  private func press(_ count: Int, seed: UInt64, in lesson: Lesson? = nil) {
    var generator = SeededGenerator(seed: seed)
    let unicode = !seed.isMultiple(of: 3)
    var state = ExplorerState(
      .random(using: &generator), size: ScreenSize(columns: 80, rows: 24),
      capabilities: Capabilities(unicode: unicode, colors: seed.isMultiple(of: 2) ? 256 : 0))
    if seed.isMultiple(of: 2), let model = ModelTests.models.randomElement(using: &generator) {
      state.hold(model)
    }
    var picture = Picture()
    for press in 0..<count {
      if Int.random(in: 0..<20, using: &generator) == 0 {
        state.size = .random(using: &generator)
      }
      if let lesson, state.lesson == nil, press.isMultiple(of: 10) { state.begin(lesson) }
      if Int.random(in: 0..<10, using: &generator) == 0 { state.tick() }
      let key = KeyPress.random(using: &generator)
      if let reply = state.press(key).flatMap({ Reply.random(to: $0, using: &generator) }) {
        state.take(reply)
      }
      let frame = render(state)
      let fault = fault(of: frame, state) ?? picture.fault(showing: state, as: frame)
      guard fault == nil else {
        Issue.record("seed \(seed), key \(press), \(key): \(fault ?? "")")
        return
      }
    }
  }

  /// What is wrong with a frame.
  private func fault(of frame: Frame, _ state: ExplorerState) -> String? {
    guard frame.size == state.size else { return "the frame is \(frame.size)" }
    guard frame.cells.count == state.size.columns * state.size.rows else { return "cells" }
    if let cursor = frame.cursor, !frame.contains(cursor.row, cursor.column) {
      return "the cursor is at \(cursor) of \(frame.size)"
    }
    let isUnicode = state.capabilities.unicode
    for cell in frame.cells where !(0x20..<0x7F).contains(cell.scalar.value) {
      guard isUnicode, Self.isShown(cell.scalar) else {
        return "U+\(String(cell.scalar.value, radix: 16)) on the screen"
      }
    }
    return nil
  }

  /// Whether a terminal shows a character beside ASCII, and takes it for nothing else.
  private static func isShown(_ scalar: Unicode.Scalar) -> Bool {
    scalar == Spelling.secondHalf || (isPrintable(scalar) && Spelling.columns(of: scalar) > 0)
  }
}

extension Picture {
  /// What is wrong with the way to the next picture: it must be the frame that the state alone
  /// gives, and no cell may differ from the one before that is not among the changes.
  fileprivate mutating func fault(showing state: ExplorerState, as expected: Frame) -> String? {
    let before = frame
    show(state)
    guard frame == expected else {
      let row = (0..<frame.size.rows).first { frame.row($0) != expected.row($0) } ?? -1
      return "the picture is not the frame: row \(row) of \(frame.size), cursor"
        + " \(String(describing: frame.cursor)), not \(String(describing: expected.cursor))"
    }
    guard before.size == frame.size, before.theme == frame.theme else { return nil }
    for row in 0..<frame.size.rows {
      let told = changes.first { $0.row == row }?.columns ?? 0..<0
      for column in 0..<frame.size.columns where !told.contains(column) {
        guard before[row, column] == frame[row, column] else {
          return "row \(row), column \(column) changed unsaid"
        }
      }
    }
    return nil
  }
}
