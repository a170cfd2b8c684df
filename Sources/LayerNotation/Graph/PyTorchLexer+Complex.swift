extension PyTorchLexer {
  /// `1j`, and `2.5j`: one number, of which nothing but that is of use here.
  func isImaginary(_ token: PyTorchToken) -> Bool {
    byte(at: token.range.lowerBound)?.isDigit ?? false
      && byte(at: token.range.upperBound - 1) == UInt8(ascii: "j")
  }

  /// `"c64[1, 64]"`, between quotes or not.
  func saysComplex(_ token: PyTorchToken) -> Bool {
    let first = token.range.lowerBound
    let isQuoted = byte(at: first).map { !$0.beginsName } ?? false
    return byte(at: isQuoted ? first + 1 : first) == UInt8(ascii: "c")
  }
}
