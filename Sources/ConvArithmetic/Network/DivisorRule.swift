/// Whether all outputs away from the borders have as many paths, told without counting any.
package enum DivisorVerdict: Equatable, Sendable {
  case even
  /// A common divisor of what the strides multiply, which no stage removes: the counts repeat with it.
  case uneven(divisor: Count)
}

extension AxisNetwork {
  /// The verdict of a chain that goes up, through however many stages; `nil` where a stage goes down
  /// by a stride, where branches meet, and where there would be too many divisors.
  ///
  /// With S the product of all strides and P_l that of the strides after stage l, the overlap is even
  /// exactly where for every divisor q > 1 of S some stage has
  ///
  ///     q ∤ P_l·d_l   and   q | P_l·d_l·k_l
  ///
  /// since the counts are a product of the polynomials (z^(P d k) − 1)/(z^(P d) − 1), which have to be
  /// 0 at every S-th root of unity but 1. For one layer that is gcd(d, s) = 1 and s | k, the rule of
  /// Odena, Dumoulin & Olah (Distill, 2016) for d = 1.
  package var divisorVerdict: DivisorVerdict? {
    guard let taps = chain, taps.allSatisfy({ $0.isUp || $0.stride == 1 }),
      let base = CoprimeBase(taps.flatMap { [$0.stride, $0.dilation, $0.kernelSize] })
    else { return nil }
    var later = base.exponents(of: 1)
    var factors: [(kept: [Int], removed: [Int])] = []
    for step in taps.reversed() {
      let kept = zip(later, base.exponents(of: step.dilation)).map { $0 + $1 }
      let removed = zip(kept, base.exponents(of: step.kernelSize)).map { $0 + $1 }
      if step.kernelSize > 1 { factors.append((kept, removed)) }
      if step.isUp { later = zip(later, base.exponents(of: step.stride)).map { $0 + $1 } }
    }
    return base.verdict(below: later, factors)
  }

  /// The steps of a network without branches, in their order.
  var chain: [AxisTaps]? {
    guard nodes.enumerated().allSatisfy({ $1.sources == [$0] }) else { return nil }
    return nodes.map(\.map.taps).complete()?.flatMap { $0 }
  }
}

/// Numbers without a common divisor of any two, whose powers some numbers are products of.
///
/// Where a number is no prime, its divisors fulfil what it does: of what is asked of them, only the
/// powers that they are in matter. So nothing has to be factored. Source: Bernstein, "Factoring into
/// coprimes in essentially linear time" (2005).
private struct CoprimeBase {
  private var members: [Int] = []

  /// `nil` where the numbers are too many.
  init?(_ numbers: [Int]) {
    // Small primes by themselves, so that the least divisor is found of usual numbers.
    var waiting = Array(Set(numbers).union([2, 3, 5, 7, 11, 13]))
    guard waiting.count <= 256 else { return nil }
    while let number = waiting.popLast() {
      guard number > 1, !members.contains(number) else { continue }
      let shared = members.firstIndex { greatestCommonDivisor($0, number) > 1 }
      guard let shared else {
        members.append(number)
        continue
      }
      let member = members.remove(at: shared)
      let divisor = greatestCommonDivisor(member, number)
      waiting += [member / divisor, divisor, number / divisor]
    }
    members.sort()
  }

  /// How often each member divides a number of at least 1.
  func exponents(of number: Int) -> [Int] {
    members.map { member in
      var (rest, exponent) = (number, 0)
      while rest % member == 0 { (rest, exponent) = (rest / member, exponent + 1) }
      return exponent
    }
  }

  /// Goes through all divisors of a number, given by its exponents, and says which is left.
  func verdict(below strides: [Int], _ factors: [(kept: [Int], removed: [Int])]) -> DivisorVerdict?
  {
    let used = strides.indices.filter { strides[$0] > 0 }
    let divisors = used.reduce(Count(1)) { $0 * Count(strides[$1] + 1) }
    guard divisors * Count(max(1, factors.count)) <= Count(1 << 22) else { return nil }
    var exponents = strides.map { _ in 0 }
    var least: Count?
    while let place = used.first(where: { exponents[$0] < strides[$0] }) {
      for full in used.prefix(while: { $0 != place }) { exponents[full] = 0 }
      exponents[place] += 1
      let isRemoved = factors.contains { kept, removed in
        used.allSatisfy { exponents[$0] <= removed[$0] }
          && !used.allSatisfy { exponents[$0] <= kept[$0] }
      }
      if !isRemoved { least = min(least ?? .overflow, value(exponents)) }
    }
    return least.map { DivisorVerdict.uneven(divisor: $0) } ?? .even
  }

  private func value(_ exponents: [Int]) -> Count {
    zip(members, exponents).reduce(Count(1)) { product, power in
      (0..<power.1).reduce(product) { product, _ in product * Count(power.0) }
    }
  }
}
