/// What an engineer would be warned of: a row of `findings.tsv`.
package enum FindingKind: String, CaseIterable, Sendable {
  case refused, join, size, overlap
  case wholeOverlap = "whole-overlap"
  case dead, unread, padding, budget, unknown

  package enum Severity: String, CaseIterable, Sendable { case error, warning, note }

  private static let rows = DataRow.named(PackageResources.findings_tsv)

  private func cell(_ column: String) -> String { Self.rows[rawValue]?[column] ?? "" }

  package var severity: Severity { Severity(rawValue: cell("severity")) ?? .warning }
  /// What it is about, for the help.
  package var help: String { cell("help") }

  /// What it says of a stage, with the parts in their order.
  func text(_ parts: any CustomStringConvertible...) -> String {
    let words = parts.enumerated().map { ("\($0 + 1)", $1.description) }
    return cell("text").filled(Dictionary(uniqueKeysWithValues: words))
  }

  /// What is looked for unless somebody says otherwise: all that is more than a note.
  package static let usual = allCases.filter { $0.severity != .note }
}
