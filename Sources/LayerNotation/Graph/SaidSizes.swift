/// The sizes that a text records of its tensors.
struct SaidSizes {
  private var last: (text: ArraySlice<UInt8>, sizes: [Int]?) = ([], nil)
  private var before: (text: ArraySlice<UInt8>, sizes: [Int]?) = ([], nil)

  /// The sizes in a token; equal ones that follow one another, or alternate as those of weights and
  /// biases do, are read once.
  mutating func read(_ token: PyTorchToken, in lexer: PyTorchLexer) -> [Int]? {
    let text = lexer.bytes[token.range]
    if text != last.text {
      swap(&last, &before)
      if text != last.text { last = (text, lexer.sizes(token)) }
    }
    return last.sizes
  }
}

extension PyTorchLexer {
  /// `"f32[1, 64, 112, 112]"`; `nil` for symbols, and for what is no tensor.
  fileprivate func sizes(_ token: PyTorchToken) -> [Int]? {
    var (sizes, number, isOpen) = ([Int](), Int?.none, false)
    for byte in bytes[token.range] {
      switch byte {
      case UInt8(ascii: "["): isOpen = true
      case UInt8(ascii: "]"), UInt8(ascii: ","):
        guard isOpen else { return nil }
        if let read = number { sizes.append(read) }
        number = nil
        if byte == UInt8(ascii: "]") { return sizes }
      case 0x30...0x39 where isOpen:
        let (product, isLong) = (number ?? 0).multipliedReportingOverflow(by: 10)
        let (sum, isLarge) = product.addingReportingOverflow(Int(byte) - 0x30)
        guard !isLong, !isLarge else { return nil }
        number = sum
      case 0x20: break
      default: if isOpen { return nil }
      }
    }
    return nil
  }
}
