extension CaseIterable where Self: Equatable {
  /// The case after this one, wrapping around.
  var next: Self { moved(by: 1) }

  /// The case before this one, wrapping around.
  var previous: Self { moved(by: -1) }

  private func moved(by offset: Int) -> Self { Array(Self.allCases).element(from: self, offset) }
}

extension Array where Element: Equatable {
  /// The element a number of places after another, wrapping around; the number is below the count.
  func element(from present: Element, _ offset: Int) -> Element {
    isEmpty ? present : self[((firstIndex(of: present) ?? 0) + offset + count) % count]
  }
}
