/// A place in a text; lines and columns count from 1, columns in Unicode scalars.
package struct TextPosition: Equatable, Sendable {
  package var line = 1
  package var column = 1

  package init() {}

  package init(line: Int, column: Int) { (self.line, self.column) = (line, column) }
}

extension TextPosition: Comparable {
  package static func < (left: TextPosition, right: TextPosition) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}
