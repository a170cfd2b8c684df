extension Formula {
  /// The rows of `glossary.tsv`: the names of counts, the tools' own last, then the letters of axes.
  private static let rows = String(decoding: PackageResources.glossary_tsv, as: UTF8.self)
    .split(separator: "\n").map { $0.split(separator: "\t").map(String.init) }
    .filter { $0.count == 3 }

  /// What each name of a count means.
  package static let glossary: [(name: String, meaning: String)] =
    rows.filter { $0[0] == "count" }.map { ($0[1], $0[2]) }

  /// What a name means; `nil` for one that no formula has.
  package static func meaning(of name: String) -> String? { rows.first { $0[1] == name }?[2] }
}
