import ConvArithmetic
import LayerNotation

/// Why there is no output, each reason with its numbers and the nearest value that would do.
struct RefusalPanel {
  let state: ExplorerState
  let refusal: Refusal

  func draw(_ size: ScreenSize) -> Frame {
    var frame = Frame(size: size, spelling: state.capabilities.spelling)
    for (row, line) in lines(width: size.columns).prefix(size.rows).enumerated() {
      frame.write(line, row: row)
    }
    if lines(width: size.columns).count > size.rows, size.rows > 0 {
      frame.write("… more reasons than fit", row: size.rows - 1, style: .notice)
    }
    return frame
  }

  private func lines(width: Int) -> [[Span]] {
    let spelling = state.capabilities.spelling
    var lines = [[Span("no output: PyTorch refuses this layer", .bad)], []]
    for reason in refusal.reasons {
      lines.append([Span(reason.hyperparameter.rawValue, .heading)])
      lines += wrap(reason.message, width: width - 2, spelling).map { [Span("  \($0)")] }
      if let remedy = reason.remedy {
        lines.append([Span("  nearest: ", .faint), Span(remedy.text, .good)])
      }
      lines.append([])
    }
    lines.append(hint(.applyRemedy, "applies the nearest valid values"))
    lines.append(hint(.undo, "takes the last change back"))
    return lines
  }

  private func hint(_ action: Action, _ text: String) -> [Span] {
    [Span(KeyBinding.keyNames(for: action), .key), Span(" \(text)", .faint)]
  }
}

/// Breaks a text between words.
///
/// - Parameters:
///   - text: Words between single spaces.
///   - width: Columns at most; a longer word stands alone.
///   - spelling: How the text will be written.
/// - Returns: At least one line.
func wrap(_ text: String, width: Int, _ spelling: Spelling) -> [String] {
  var lines: [String] = []
  var line = ""
  for word in text.split(separator: " ") {
    let longer = line.isEmpty ? String(word) : line + " " + word
    if line.isEmpty || spelling.width(longer) <= width {
      line = longer
    } else {
      lines.append(line)
      line = String(word)
    }
  }
  return lines + [line]
}
