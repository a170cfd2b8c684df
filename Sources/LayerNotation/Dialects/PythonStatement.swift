/// A statement of Python, which knows where it may be broken.
enum PythonStatement: Equatable {
  /// As it is, whatever its length.
  case line(String)
  case comment(String)
  /// A function with its arguments, and what closes them; pieces of that may go below.
  case call(_ function: String, _ arguments: [String], tail: [String] = [")"])

  /// The statement in lines of at most so many characters, where an argument is not longer.
  func lines(width: Int) -> [String] {
    switch self {
    case .line(let line): [line]
    case .comment(let text): filled(text.split(separator: " "), start: "# ", width: width)
    case .call(let function, let arguments, let tail):
      Self.call(function + "(", arguments, tail, width)
    }
  }

  private static func call(
    _ head: String, _ arguments: [String], _ tail: [String], _ width: Int
  ) -> [String] {
    let whole = head + arguments.joined(separator: ", ") + tail.joined(separator: " ")
    guard whole.count > width, let last = arguments.last else { return [whole] }
    let words = arguments.dropLast().map { $0 + "," } + [last + (tail.first ?? "")]
    return [head] + filled(words, start: "    ", width: width)
      + filled(tail.dropFirst(), start: "    ", width: width)
  }
}
