/// A line for the user, shown until the next key.
package struct Message: Equatable, Sendable {
  package let text: String
  package let style: Style
  /// A shorter text, if the first takes more than a row.
  var short: String?
}

extension ExplorerState {
  /// Says something until the next key.
  package mutating func say(_ text: String, _ style: Style = .faint) {
    message = Message(text: text, style: style)
  }

  /// Says what is wrong with the request.
  mutating func refuse(_ text: String) { say(text, .bad) }

  /// Whether something was wrong with the last request.
  var isFaulty: Bool { message?.style == .bad }

  /// Copies a text; `name` stands for it if it is too long to be shown.
  mutating func copy(_ text: String, named name: String? = nil) -> Effect? {
    guard capabilities.hasClipboard else {
      // It can still be selected by hand.
      say("no clipboard here: \(name ?? text)", .notice)
      return nil
    }
    say("copied \(name ?? text)", .good)
    return .copy(text)
  }
}
