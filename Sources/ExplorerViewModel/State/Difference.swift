import ConvArithmetic
import LayerNotation

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
    for count in stride(from: parts.count, through: 1, by: -1) {
      let rest = parts.count - count
      let text =
        parts.prefix(count).joined(separator: ", ") + (rest > 0 ? ", and \(rest) more" : "")
      if spelling.width(text) <= width { return text }
    }
    let text = "\(parts.count) change\(parts.count == 1 ? "" : "s")"
    return parts.isEmpty || spelling.width(text) > width ? nil : text
  }
}
