/// A key, whatever the terminal calls it; a paste counts as one.
package enum KeyPress: Hashable, Sendable {
  case character(Character)
  /// A letter with Ctrl, in lower case.
  case control(Character)
  case up, down, left, right
  case home, end, pageUp, pageDown
  case enter, escape, tab, backTab, backspace, delete
  case function(Int)
  /// Text from the clipboard; it never means the keys that it is made of.
  case pasted(String)
  case mouse(MouseEvent)
}

/// What the mouse does, and where.
package struct MouseEvent: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// The first button goes down.
    case press
    /// The mouse moves with the first button down.
    case drag
    case wheelUp, wheelDown
  }

  package let kind: Kind
  package let place: Place

  package init(_ kind: Kind, at place: Place) { (self.kind, self.place) = (kind, place) }
}

extension KeyPress: ExpressibleByExtendedGraphemeClusterLiteral {
  package init(extendedGraphemeClusterLiteral value: Character) { self = .character(value) }
}
