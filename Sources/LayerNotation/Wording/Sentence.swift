import ConvArithmetic

/// A sentence of `sentences.tsv`, in which `{1}`, `{2}` and so on stand for what changes.
package enum Sentence: String, CaseIterable, Sendable {
  // Why a text of PyTorch makes no layer.
  case noLayer, notUTF8, unclosedText, tooLong, tooDeep, tooManyModules, unclosed, unexpected
  case notALayer, lazyLayer, foreignConvolution, tooManyRepetitions, missingArgument
  case unknownArgument, didYouMean, repeatedArgument, tooManyArguments, positionalAfterKeyword
  case wrongValue, notANumber, notWhole, numberTooLarge, wrongFunctionPads, wrongPads, wrongLength
  case wrongLengthOfOne, padOfOtherAxes, padBeforeTransposed, padCrops, padTooLarge, padValue
  case padsTwice

  private static let rows: [Sentence: DataRow] = DataRow.byCase(PackageResources.sentences_tsv)

  /// The sentence with its parts; a part in single quotes is a text from outside, and is written as
  /// ``quoted(_:)`` does.
  package func callAsFunction(_ parts: any CustomStringConvertible...) -> String { text(parts) }

  func text(_ parts: [any CustomStringConvertible]) -> String {
    var (text, left) = ("", (Self.rows[self]?["text"] ?? "")[...])
    while let open = left.firstIndex(of: "{"), let close = left[open...].firstIndex(of: "}") {
      let number = Int(left[left.index(after: open)..<close]) ?? 0
      let part = parts.indices.contains(number - 1) ? parts[number - 1].description : ""
      let (before, after) = (left[..<open], left[left.index(after: close)...])
      let isQuoted = before.last == "'" && after.first == "'"
      text += isQuoted ? before.dropLast() + quoted(part) : before + part
      left = isQuoted ? after.dropFirst() : after
    }
    return text + left
  }
}
