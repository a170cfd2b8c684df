import ConvArithmetic
import LayerNotation

extension ShareItem {
  /// What the views for designing a layer show.
  static let design: [ShareItem] =
    Budget.Limit.allCases.map(limit) + [
      ShareItem("dtype", "how the bytes of the budget are counted", \.budget.format) {
        NumberFormat.allCases.map { ($0.rawValue, $0) }
      },
      layer("kept", "the layer that the present one is compared with", \.comparison.kept),
      ShareItem("same", "rows that are the same in a comparison, too", \.comparison.showsSame),
      ShareItem("plot", "what is drawn of a sweep", \.sweep.number) {
        Figure.swept.map { ($0.option, $0) }
      },
      ShareItem(
        "sweep", "the values of a sweep: kernel_size=1..9", values: { $0.sweep.shareTexts },
        take: { $0.sweep.take(shareText: $1) }),
    ]

  private static func limit(_ limit: Budget.Limit) -> ShareItem {
    ShareItem(
      limit.rawValue, "the budget's \(limit.name)",
      values: { state in state.budget[limit].map { ["\($0)"] } ?? [] },
      take: { state, text in
        do throws(NotationError) {
          try state.budget.take(limit, text)
          return true
        } catch {
          return false
        }
      })
  }

  /// A layer, as the options that describe it.
  static func layer(
    _ name: String, _ help: String,
    _ place: any WritableKeyPath<ExplorerState, LayerCase?> & Sendable
  ) -> ShareItem {
    ShareItem(
      name, help,
      values: { state in state[keyPath: place].map { [ShareLine($0).text.asMark] } ?? [] }
    ) { state, text in
      guard let subject = try? ShareLine(reading: text.asLine).subject() else { return false }
      state[keyPath: place] = subject
      return true
    }
  }
}

extension SweepState {
  /// The values that were asked for, as far as a mark can have them.
  fileprivate var shareTexts: [String] {
    Hyperparameter.allCases.compactMap { hyperparameter in
      values[hyperparameter].map { "\(hyperparameter.rawValue)=\($0.text)".asMark }
    }
  }

  fileprivate mutating func take(shareText: String) -> Bool {
    do throws(NotationError) {
      let range = try SweepRange(shareText.asLine)
      guard let hyperparameter = range.hyperparameter, let values = range.values else {
        return false
      }
      self.values[hyperparameter] = values
      return true
    } catch {
      return false
    }
  }
}

extension String {
  /// The text without the signs that a list of marks is split at.
  fileprivate var asMark: String { replacing(",", with: ":").replacing(" ", with: "+") }
  fileprivate var asLine: String { replacing(":", with: ",").replacing("+", with: " ") }
}
