extension NetworkReader {
  /// `nn.Sequential(nn.ZeroPad2d(…), nn.Conv2d(…))(tensor)`: a layer whose ends are padded
  /// differently, as its lines have it.
  mutating func padded(_ token: PyTorchToken) throws(PyTorchProblem) -> Int {
    let name = lexer.lastPart(token)
    _ = try lexer.arguments(of: name, opened: token.position)
    let text = lexer.bytes[token.range.lowerBound..<lexer.offset]
    let opened = lexer.next()
    guard opened.kind == .open else { throw PyTorchProblem(token.position, .notApplied, name) }
    let source = try sum()
    try close(opened)
    guard let layer = try? ModelReader(plain: Array(text)).paddedLayer else {
      throw PyTorchProblem(token.position, .unknownEffect, name)
    }
    return try add(.convolution(layer.layer), of: [source], text: "", at: token)
  }
}
