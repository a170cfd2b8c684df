/// What the screen of a lesson leaves out: rows of hyperparameters, sizes, counts, formulas.
package struct Hidden: Equatable, Sendable {
  private(set) var rows: Set<Hyperparameter> = []
  private(set) var hasSizes = true
  private(set) var hasCounts = true
  /// The formulas of Watch: why these cells belong together, and which operation it is.
  private(set) var hasFormulas = true

  /// Takes the names of a line: rows, or parts of pages; where rows are shown, all others are not.
  ///
  /// - Throws: ``LessonError`` for a name of something else.
  mutating func take(_ line: String, isHidden: Bool) throws(LessonError) {
    var named: Set<Hyperparameter> = []
    for name in line.words {
      switch name {
      case "sizes": hasSizes = !isHidden
      case "counts": hasCounts = !isHidden
      case "formulas": hasFormulas = !isHidden
      default:
        guard let row = Hyperparameter.rows.first(where: { $0.rawValue == name }) else {
          let names = Hyperparameter.rows.map(\.rawValue).joined(separator: ", ")
          throw LessonError(
            "\(quoted(String(name))) is not sizes, counts, formulas or one of \(names)")
        }
        named.insert(row)
      }
    }
    guard !named.isEmpty else { return }
    rows.formUnion(isHidden ? named : Set(Hyperparameter.rows).subtracting(named))
  }
}

extension ExplorerState {
  /// The hyperparameters that the layer has, and the lesson does not hide.
  package var rows: [Hyperparameter] {
    let all = Hyperparameter.rows(subject.layer.direction)
    guard !hidden.rows.isEmpty else { return all }
    return all.filter { $0 == row || !hidden.rows.contains($0) }
  }
}
