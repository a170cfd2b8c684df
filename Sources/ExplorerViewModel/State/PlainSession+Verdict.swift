import ConvArithmetic
import LayerNotation

extension PlainSession {
  /// How evenly the products meet.
  var verdict: [String] {
    guard case .success(let pass) = state.outcome else { return outcome }
    return [pass.verdict?.line].compactMap(\.self) + lines(FactSheet(pass)[.verdict])
  }

  /// What makes the overlap even.
  var advice: [String] {
    guard case .success(let pass) = state.outcome else { return outcome }
    guard pass.layer.direction == .transposed else {
      return ["advice is for the overlap of transposed layers"]
    }
    let isNeeded = !pass.overlap.isEvenInside
    return lines(FactSheet(pass)[.advice]) + (isNeeded ? ["advice 1 takes the first change"] : [])
  }

  /// Takes a change by its number.
  mutating func advice(_ words: [String]) -> [String]? {
    guard words.count == 1, let number = Int(words[0]), (1...Advice.mostOffered).contains(number)
    else { return nil }
    guard case .success = state.outcome else { return outcome }
    state.message = nil
    state.applyAdvice(number - 1)
    return state.message.map { [$0.text] } ?? []
  }

  private func lines(_ section: FactSection) -> [String] {
    FactLines(spelling: state.capabilities.spelling, width: 100).lines(section)
      .map { $0.map(\.text).joined() }
  }
}
