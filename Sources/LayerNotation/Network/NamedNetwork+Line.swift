import ConvArithmetic

extension NamedNetwork {
  /// The network in one line of Python.
  ///
  ///     x = torch.zeros(1, 3, 32, 32); conv1 = nn.Conv2d(3, 8, 3, padding=1)(x)
  var line: String { source.joined(separator: "; ") }

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
