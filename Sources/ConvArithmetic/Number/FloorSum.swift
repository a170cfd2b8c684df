/// What a sum of floors is computed in: counts, or plain numbers where all steps fit in 64 bits.
package protocol WholeNumber: Comparable, ExpressibleByIntegerLiteral {
  init(_ value: Int)
  static func + (left: Self, right: Self) -> Self
  static func - (left: Self, right: Self) -> Self
  static func * (left: Self, right: Self) -> Self
  /// The quotient rounded down, and the remainder that it leaves.
  func split(by divisor: Self) -> (quotient: Self, remainder: Self)
  var isOverflow: Bool { get }
}

extension Count: WholeNumber {}

extension Int: WholeNumber {
  package func split(by divisor: Int) -> (quotient: Int, remainder: Int) {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }

  package var isOverflow: Bool { false }
}

/// Sums the floors along a line, without a loop over its points.
///
///     Σ ⌊(slope·j + constant) / modulus⌋   for j in 0 ..< count
///
/// Counts the lattice points under a line by exchanging the axes as Euclid's algorithm does, so
/// the work grows with the logarithm of the numbers. Source: the lattice-point sum of Graham,
/// Knuth & Patashnik, *Concrete Mathematics*, section 3.5.
///
/// The modulus is at least 1, the other numbers at least 0; the sum is an overflow where an
/// intermediate result does not fit.
package func floorSum<Number: WholeNumber>(
  count: Number, modulus: Number, slope: Number, constant: Number
) -> Number {
  var (total, count, modulus, slope, constant) = (Number(0), count, modulus, slope, constant)
  while count > 0 {
    let (wholeSlope, slopeRemainder) = slope.split(by: modulus)
    let (wholeConstant, constantRemainder) = constant.split(by: modulus)
    let triangle = (count * (count - 1)).split(by: 2).quotient
    total = total + triangle * wholeSlope + count * wholeConstant
    let top = slopeRemainder * count + constantRemainder
    guard !top.isOverflow else { return top }
    guard top >= modulus else { break }
    (count, constant) = top.split(by: modulus)
    (modulus, slope) = (slopeRemainder, modulus)
  }
  return total
}

func greatestCommonDivisor(_ first: Int, _ second: Int) -> Int {
  var (larger, smaller) = (first, second)
  while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
  return larger
}

/// The least common multiple of two numbers of at least 1.
func leastCommonMultiple(_ first: Count, _ second: Count) -> Count {
  // In lowest terms, first/second has the factor that the second lacks.
  Ratio(first, second).numerator * second
}

/// The number whose product with `number` leaves a remainder of 1 under `modulus`.
///
/// Both are at least 1, without a common divisor; it is 0 only under a modulus of 1.
func modularInverse(of number: Int, modulo modulus: Int) -> Int {
  var (rest, next) = (modulus, number % modulus)
  // The coefficients of Bézout's identity stay within the modulus, so they cannot overflow.
  var (coefficient, nextCoefficient) = (0, 1)
  while next != 0 {
    let quotient = rest / next
    (rest, next) = (next, rest - quotient * next)
    (coefficient, nextCoefficient) = (nextCoefficient, coefficient - quotient * nextCoefficient)
  }
  let remainder = coefficient % modulus
  return remainder < 0 ? remainder + modulus : remainder
}
