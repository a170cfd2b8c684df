extension Padding {
  /// `1`, `1,2`, `0:1`, `0:1,2`, `same`, `valid` or `causal`.
  package var text: String {
    switch self {
    case .explicit(let ends): ends.text(",")
    case .same: "same"
    case .valid: "valid"
    case .causal: "causal"
    }
  }
}

extension Spatial where Value == Ends<Int> {
  /// The ends of each axis with a sign between them; once where they are the same on all axes.
  package func text(_ separator: String) -> String { map(\.text).text(separator) { $1 } }
}

extension Ends<Int> {
  /// `1`, or `0:1` of unequal ends.
  package var text: String { before == after ? "\(before)" : "\(before):\(after)" }
}

extension ForwardPass {
  /// Why no cell of the layer can be followed.
  package var traceRefusal: String {
    let lacks = LayerTrace.lacks(self)
    return lacks.isEmpty
      ? "the places of this layer exceed 64 bits" : "cells and steps are " + lacks.refusal("drawn")
  }

  package var verdictRefusal: String { countRefusal ?? "The numbers exceed 127 bits." }
}

extension Spatial where Value == Int {
  /// `3`, or `3,5` where the axes differ.
  package var text: String { text(",") }

  /// The numbers with a sign between them; one where they are the same on all axes.
  package func text(_ separator: String) -> String {
    isUniform ? "\(self[0])" : map(String.init).joined(separator: separator)
  }
}

extension Spatial where Value: Equatable {
  /// The values with the letters of their axes, `H, W` at once where they have the same one.
  package var named: [(names: String, value: Value)] {
    isUniform
      ? [(axes.map(\.letter).joined(separator: ", "), self[0])]
      : zip(axes, self).map { ($0.letter, $1) }
  }
}

extension Spatial where Value == String {
  /// The text that all axes have, or one for each, made of its letter and its text.
  func text(_ separator: String, _ each: (_ letter: String, _ text: String) -> String) -> String {
    isUniform ? self[0] : zip(axes, self).map { each($0.letter, $1) }.joined(separator: separator)
  }
}

extension TensorShape {
  /// The shape as PyTorch prints it: `(1, 64, 8, 8)`.
  package var text: String { tupleText(dimensions) }
}

/// Numbers as a Python tuple: `(3, 5)`, `(3,)`.
package func tupleText(_ numbers: some Sequence<some CustomStringConvertible>) -> String {
  let texts = numbers.map(\.description)
  return "(" + texts.joined(separator: ", ") + (texts.count == 1 ? ",)" : ")")
}

extension Count {
  /// The digits in groups of three, with a true minus: `5,801,984`, `−9`; `> 2^127` of an overflow.
  package var grouped: String {
    guard let value = exact else { return "> 2^127" }
    // Most numbers on the screen are short, and 128 bits take long to divide.
    let digits = Int(exactly: value).map { String($0.magnitude) } ?? String(value.magnitude)
    var left = digits.utf8.count
    var text = value < 0 ? "−" : ""
    for digit in digits.unicodeScalars {
      text.unicodeScalars.append(digit)
      left -= 1
      if left > 0, left.isMultiple(of: 3) { text += "," }
    }
    return text
  }

  /// The number in at most `width` characters, 6 or more: `5,801,984`, or `≈5.802e15` with as many of
  /// four digits as there is room for.
  package func grouped(within width: Int) -> String {
    let exact = grouped
    guard exact.count > width, let value = self.exact else { return exact }
    let digits = String(value.magnitude)
    let sign = value < 0 ? "≈−" : "≈"
    /// The digits that there is room for before an exponent; a point takes a place, too.
    func places(_ exponent: Int) -> Int {
      let room = width - sign.count - "e\(exponent)".count
      return max(1, min(4, room - 1, digits.count - 1))
    }
    var exponent = digits.count - 1
    var (mantissa, carry) = Self.rounded(digits, to: places(exponent))
    if carry {
      // The next power of ten, whose exponent may be longer.
      exponent += 1
      mantissa = String(mantissa.prefix(places(exponent)))
    }
    let fraction = mantissa.dropFirst()
    return sign + mantissa.prefix(1) + (fraction.isEmpty ? "" : "." + fraction) + "e\(exponent)"
  }

  /// The leading digits, rounded half up, and whether that made one digit more.
  private static func rounded(_ digits: String, to kept: Int) -> (String, carry: Bool) {
    let leading = Int(digits.prefix(kept + 1)) ?? 0
    let rounded = String((leading + 5) / 10)
    return rounded.count > kept ? (String(rounded.prefix(kept)), true) : (rounded, false)
  }

  /// The number over a power of ten, with so many places: 1,234 with two of them is `12.34`.
  package func decimal(_ places: Int) -> String {
    let digits = magnitude.description
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    let whole = (Int128(padded.dropLast(places)).map { Count($0) } ?? 0).grouped
    return (self < 0 ? "−" : "") + "\(whole).\(padded.suffix(places))"
  }

  /// What stands in a sentence in place of a number that does not fit.
  package static let overflowWords = "more than 127 bits hold"

  /// The number of some things: `1 product`, `2 products`.
  package func counted(_ word: String) -> String { "\(grouped) \(word)\(self == 1 ? "" : "s")" }

  /// The digits in groups of three, or words in their place.
  package var words: String { isOverflow ? Self.overflowWords : grouped }
}

extension BinaryInteger {
  /// The digits alone, with a true minus: the number of a row or a column.
  package var plain: String { self < 0 ? "−\(magnitude)" : "\(magnitude)" }
}

extension Int {
  package var grouped: String { Count(self).grouped }
  package func counted(_ word: String) -> String { Count(self).counted(word) }
  /// The same for a word with another plural: `1 axis`, `2 axes`.
  package func counted(_ word: String, _ plural: String) -> String {
    "\(grouped) \(self == 1 ? word : plural)"
  }
}

extension Ratio {
  package var grouped: String {
    denominator == 1 ? numerator.grouped : "\(numerator.grouped)/\(denominator.grouped)"
  }

  /// The same, or words in place of what does not fit.
  package var words: String { isOverflow ? Count.overflowWords : grouped }
}

extension ClosedRange<Count> {
  /// `4`, or `5–8` for several counts.
  package var text: String {
    lowerBound == upperBound ? lowerBound.grouped : "\(lowerBound.grouped)–\(upperBound.grouped)"
  }
}

extension [String] {
  /// That of all axes, said once where they agree: `7`, `7×9`.
  package var axesText: String { Set(self).count == 1 ? self[0] : joined(separator: "×") }
}

extension Spatial where Value == Count {
  /// All axes: `16×24`.
  package var sizeText: String { map(\.grouped).joined(separator: "×") }

  /// One number, or one for each axis where they differ.
  var pairText: String { map(\.grouped).text(",") { $1 } }
}
