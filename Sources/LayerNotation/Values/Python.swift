enum Python {
  /// `3`, or `(3, 5)` where the axes differ.
  static func numbers(_ numbers: Spatial<some Hashable & CustomStringConvertible>) -> String {
    numbers.isUniform ? "\(numbers[0])" : tupleText(numbers)
  }

  /// `((1, 1), (0, 2))`: before and after each axis.
  static func ends(_ ends: some Sequence<Ends<Count>>) -> String {
    tupleText(ends.map { tupleText([$0.before, $0.after]) })
  }
}
