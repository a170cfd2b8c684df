/// Why a text is no line that opens the explorer.
package enum ShareError: Error, Equatable, Sendable {
  /// A quote or a backslash without what must follow.
  case unfinished
  /// A character that a shell would do something with.
  case meaning(Unicode.Scalar)
  /// A word that is no option of a layer or of what is shown.
  case unexpected(String)
  case missingValue(String)
  case value(NotationError)
  /// A value that an option of what is shown does not have.
  case unknownValue(option: String, String, candidates: [String])
}

extension ShareError {
  /// What is wrong, in one sentence.
  package var message: String {
    switch self {
    case .unfinished: "a quote or backslash has no end"
    case .meaning(let scalar): "\(quoted(String(scalar))) means something to a shell; quote it"
    case .unexpected(let word): "\(quoted(word)) is no option of a layer or of the view"
    case .missingValue(let option): "--\(printable(option)) has no value"
    case .value(let error): error.message
    case .unknownValue(let option, let value, let candidates):
      "--\(option): \(quoted(value)) is not "
        + (candidates.isEmpty ? "understood" : "one of \(candidates.joined(separator: ", "))")
    }
  }
}

extension ShareError: CustomStringConvertible {
  package var description: String { message }
}
