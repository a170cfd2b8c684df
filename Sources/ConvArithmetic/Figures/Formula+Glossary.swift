extension Formula {
  /// The names of counts, the tools' own last, then the letters of axes.
  private static let rows = DataRow.all(PackageResources.glossary_tsv)

  package static let glossary = rows.filter { $0["of"] == "count" }.map {
    (name: $0["name"], meaning: $0["meaning"])
  }

  /// What a name means; `nil` for one that no formula has.
  package static func meaning(of name: String) -> String? {
    rows.first { $0["name"] == name }?["meaning"]
  }
}
