import ConvArithmetic
import LayerNotation

extension ShareItem {
  /// What the views for designing a layer show.
  static let design: [ShareItem] =
    Budget.Limit.allCases.map(limit) + [
      ShareItem("dtype", \.budget.format) { NumberFormat.allCases.map { ($0.rawValue, $0) } },
      layer("kept", \.comparison.kept),
      ShareItem("same", \.comparison.showsSame),
      ShareItem("plot", \.sweep.number) { Figure.swept.map { ($0.option, $0) } },
      ShareItem(
        name: "sweep", values: { $0.sweep.shareTexts }, take: { $0.sweep.take(shareText: $1) }),
    ]

  private static func limit(_ limit: Budget.Limit) -> ShareItem {
    ShareItem(
      name: limit.rawValue, values: { state in state.budget[limit].map { ["\($0)"] } ?? [] },
      take: { state, text in (try? state.budget.take(limit, text)) != nil })
  }

  /// A layer, as the options that describe it.
  static func layer(
    _ name: String, _ place: any WritableKeyPath<ExplorerState, LayerCase?> & Sendable
  ) -> ShareItem {
    ShareItem(
      name, place, text: { ShareLine($0).text.asMark },
      read: { try? ShareLine(reading: $0.asLine).subject() })
  }
}

extension SweepState {
  /// The values that were asked for, in a form that a mark can have.
  fileprivate var shareTexts: [String] {
    Hyperparameter.allCases.compactMap { hyperparameter in
      values[hyperparameter].map { "\(hyperparameter.rawValue)=\($0.text)".asMark }
    }
  }

  fileprivate mutating func take(shareText: String) -> Bool {
    guard let range = try? SweepRange(shareText.asLine), let hyperparameter = range.hyperparameter,
      let values = range.values
    else { return false }
    self.values[hyperparameter] = values
    return true
  }
}

extension String {
  /// The text without the signs that a list of marks is split at.
  fileprivate var asMark: String { replacing(",", with: ":").replacing(" ", with: "+") }
  fileprivate var asLine: String { replacing(":", with: ",").replacing("+", with: " ") }
}
