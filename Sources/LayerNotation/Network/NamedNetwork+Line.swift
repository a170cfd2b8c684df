import ConvArithmetic

extension NamedNetwork {
  /// The network in one line of Python.
  ///
  ///     x = torch.zeros(1, 3, 32, 32); conv1 = nn.Conv2d(3, 8, 3, padding=1)(x)
  ///
  /// `causal` stands in it as a word, which PyTorch does not have: as a module that pads it would be
  /// numbers, which another kernel leaves as they are.
  var line: String { source { $0.causalLine ?? $0.pytorchLine }.joined(separator: "; ") }

  /// The network as its ``line`` is read: the same, under names that Python can have.
  ///
  /// - Throws: ``NotationError`` that says why the line would not say all of it.
  package var reread: NamedNetwork {
    get throws(NotationError) {
      let again: NamedNetwork
      do throws(PyTorchProblem) {
        again = try NamedNetwork(reading: Array(line.utf8))
      } catch {
        throw NotationError(error.message)
      }
      guard again.network == network, again.input == input else {
        throw NotationError(Sentence.readsOtherwise())
      }
      return again
    }
  }
}

extension ConvLayer {
  /// The constructor of a layer with `causal` padding, with that word; `nil` for another layer.
  fileprivate var causalLine: String? {
    guard padding == .causal, direction == .convolution else { return nil }
    var plain = self
    plain.padding = .explicit(Spatial(repeating: 0, count: kernelSize.count))
    return "\(plain.pytorchLine.dropLast()), padding='\(Padding.causal.text)')"
  }
}
