extension Lesson {
  /// The built-in lessons, from the first step to the dialects of other libraries; read when they
  /// are first asked for, as a file of a teacher would be.
  package static let builtIn: [Lesson] = builtInTexts.flatMap { text in
    (try? read(Array(text.utf8))) ?? []
  }

  /// A lesson is one row here, and its text.
  package static let builtInTexts = [
    windowText, paddingText, strideText, dilationText, scatterText, stretchText, cropText,
    outputPaddingText, overlapText, doublingText, upsamplingText, channelsText, countingText,
    dialectsText,
  ]
}
