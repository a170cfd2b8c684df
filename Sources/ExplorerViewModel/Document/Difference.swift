/// What differs between two layers, as the rows show it: `kernel_size 3 → 4`.
struct Difference: Equatable, Sendable {
  let parts: [String]

  init(from old: LayerCase, to new: LayerCase) {
    let kinds = [old, new].map(\.layer.op.moduleName)
    let rows = Hyperparameter.rows.filter {
      $0.applies(to: old.layer.direction) && $0.applies(to: new.layer.direction)
    }
    let changed = rows.compactMap { row -> String? in
      let (before, after) = (row.text(old), row.text(new))
      return before == after ? nil : "\(row.rawValue) \(before) → \(after)"
    }
    let isOtherWay = old.layer.direction != new.layer.direction
    let axes = "\(old.layer.axes.count)d → \(new.layer.axes.count)d"
    let kind = isOtherWay ? "\(kinds[0]) → \(kinds[1])" : axes
    parts = (kinds[0] == kinds[1] ? [] : [kind]) + changed
  }

  /// As much as fits: all parts, or the first ones and how many more there are.
  func text(width: Int, _ spelling: Spelling) -> String? {
    texts.first { spelling.width($0) <= width }
  }

  /// All parts, then always one less and how many more there are, and their number alone.
  var texts: [String] {
    stride(from: parts.count, through: 1, by: -1).map { count in
      let rest = parts.count - count
      return parts.prefix(count).joined(separator: ", ") + (rest > 0 ? ", and \(rest) more" : "")
    } + (parts.isEmpty ? [] : [parts.count.counted("change")])
  }
}

extension LayerCase {
  /// The nearest valid layer, one reason after the other, and what was changed.
  ///
  /// The input of a later module of a network is not its own: then its in_channels follow.
  func withRemedies(ownsInput: Bool) -> (LayerCase, changes: [String]) {
    var new = self
    var changes: [String] = []
    // Each remedy removes one reason; a few more than there can be reasons are enough.
    while changes.count < 40, case .failure(let refusal) = new.outcome,
      var remedy = refusal.reasons.compactMap(\.remedy).first
    {
      if case .inputChannels = remedy, !ownsInput {
        remedy = .number(.inChannels, nil, new.input.channels)
      }
      new.apply(remedy)
      changes.append(remedy.text)
    }
    return (new, changes)
  }
}
