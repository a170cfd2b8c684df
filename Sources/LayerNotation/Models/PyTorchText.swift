/// What a typed text is: one constructor, or what has several layers.
package enum PyTorchText: Sendable {
  case layer(ModelLayer)
  case model(ModelText)

  /// - Throws: ``PyTorchProblem`` for a text without a layer, and for one with a single layer that
  ///   is not all understood.
  package init(reading text: String) throws(PyTorchProblem) {
    let reader = try ModelReader(plain: Array(text.utf8).plainText)
    if let layer = try reader.paddedLayer {
      self = .layer(layer)
      return
    }
    do throws(PyTorchProblem) {
      self = .layer(try reader.loneLayer)
    } catch {
      let layers = reader.layers.count
      guard layers > 1 || layers == 1 && !reader.hasProblems else { throw error }
      self = .model(ModelText(reader))
    }
  }
}
