import SeededNumbers

extension SeededGenerator {
  mutating func number(in range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

  mutating func pair(in range: ClosedRange<Int>) -> (Int, Int) {
    (number(in: range), number(in: range))
  }
}
