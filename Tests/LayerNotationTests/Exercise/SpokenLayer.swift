import Foundation

/// A layer and its input as a question says them in PyTorch's words, and its numbers by loops:
/// nothing of the program is asked for them.
struct SpokenLayer {
  let isTransposed: Bool
  let channels: (input: Int, output: Int)
  let input: [Int]
  let hasBatch: Bool
  private let words: [String: [Int]]
  private let hasBias: Bool
  private let mode: String

  /// Reads `nn.Conv2d(2, 8, 3, padding=1, bias=False) on an input of (1, 2, 14, 14). …`; `nil` for
  /// another text.
  init?(_ text: String) {
    guard let middle = text.range(of: ") on an input of ("),
      let open = text.firstIndex(of: "("),
      let end = text[middle.upperBound...].firstIndex(of: ")"),
      let axes = text[..<open].last(where: \.isNumber)?.wholeNumberValue
    else { return nil }
    isTransposed = text[..<open].contains("Transpose")
    let inputs = Self.numbers(text[middle.upperBound..<end])
    var (positional, words): ([Int], [String: [Int]]) = ([], [:])
    let fields = Self.fields(text[text.index(after: open)..<middle.lowerBound])
    for field in fields {
      let parts = field.split(separator: "=")
      if parts.count == 2 {
        words[String(parts[0])] = Self.numbers(parts[1])
      } else if positional.count < 2 {
        positional += Self.numbers(parts[0])
      } else {
        words["kernel_size"] = Self.numbers(parts[0])
      }
    }
    guard positional.count == 2, inputs.count > axes else { return nil }
    channels = (positional[0], positional[1])
    input = Array(inputs.suffix(axes))
    hasBatch = inputs.count == axes + 2
    samples = hasBatch ? inputs[0] : 1
    self.words = words
    hasBias = !fields.contains("bias=False")
    mode =
      fields.first { $0.hasPrefix("padding_mode=") }?.split(separator: "'").last.map(String.init)
      ?? "zeros"
  }

  private let samples: Int

  private static func numbers(_ text: Substring) -> [Int] {
    text.split { !$0.isNumber && $0 != "-" }.compactMap { Int($0) }
  }

  /// What stands between commas outside of parentheses.
  private static func fields(_ text: Substring) -> [String] {
    var (fields, depth) = ([""], 0)
    for character in text {
      depth += character == "(" ? 1 : character == ")" ? -1 : 0
      if character == ",", depth == 0 {
        fields.append("")
      } else if character != " " {
        fields[fields.count - 1].append(character)
      }
    }
    return fields
  }

  private func word(_ name: String, _ axis: Int, _ usual: Int) -> Int {
    guard let values = words[name] else { return usual }
    return values.count == 1 ? values[0] : values[axis]
  }
}

extension SpokenLayer {
  /// The answer to a question about it; `nil` for one that is not known here.
  func answer(to question: String) -> [Int]? {
    let sizes = axes.map(\.output)
    let pairs = channelPairs
    let kernel = axes.map(\.kernel).reduce(1, *)
    if question.contains("shape of the output") {
      return (hasBatch ? [samples] : []) + [channels.output] + sizes
    }
    if let axis = ["D", "H", "W"].suffix(sizes.count).firstIndex(where: {
      question.contains("(\($0)_out)")
    }) {
      return [sizes[axis - max(0, 3 - sizes.count)]]
    }
    if question.contains("(L_out)") { return sizes }
    if question.contains("shape of the weight") {
      let first = isTransposed ? channels.input : channels.output
      return [first, pairs / first] + axes.map(\.kernel)
    }
    if question.contains("learnable parameters") {
      return [pairs * kernel + (hasBias ? channels.output : 0)]
    }
    if question.contains("filters") { return [pairs] }
    if question.contains("multiply-accumulates") {
      return [samples * pairs * axes.map(\.links.count).reduce(1, *)]
    }
    if question.contains("additions") {
      return [axes.map(\.landed.count).reduce(1, *) - sizes.reduce(1, *)]
    }
    if question.contains("applied in a row") { return [axes[0].reachOfTwo] }
    if question.contains("smallest input") { return [axes[0].leastInput] }
    if question.contains("at most") { return [axes.map(\.most).reduce(1, *)] }
    return nil
  }

  /// The pairs of channels in the same group.
  private var channelPairs: Int {
    let groups = words["groups"]?.first ?? 1
    var pairs = 0
    for one in 0..<channels.input {
      for other in 0..<channels.output
      where one / (channels.input / groups) == other / (channels.output / groups) { pairs += 1 }
    }
    return pairs
  }

  var axes: [SpokenAxis] {
    input.indices.map { axis in
      SpokenAxis(
        isTransposed: isTransposed, input: input[axis], kernel: word("kernel_size", axis, 1),
        stride: word("stride", axis, 1), padding: word("padding", axis, 0),
        dilation: word("dilation", axis, 1), extra: word("output_padding", axis, 0), mode: mode)
    }
  }
}

/// One axis of it, position by position and tap by tap.
struct SpokenAxis {
  let isTransposed: Bool
  let input, kernel, stride, padding, dilation, extra: Int
  let mode: String

  /// The places of the kernel that fit, or the cells from the first tap to the last that are kept.
  var output: Int {
    let last = (kernel - 1) * dilation
    guard isTransposed else {
      return (0..<input + 2 * padding).count { $0 % stride == 0 && $0 + last < input + 2 * padding }
    }
    return (padding..<(input - 1) * stride + last + 1 - padding + extra).count
  }

  /// The cells that one cell sees through two such layers, from the first to the last.
  var reachOfTwo: Int {
    let taps = (0..<kernel).map { $0 * dilation }
    let cells = Set(taps.flatMap { second in taps.map { second * stride + $0 } })
    return (cells.max() ?? 0) - (cells.min() ?? 0) + 1
  }

  /// The smallest input with as large an output, one after the other.
  var leastInput: Int {
    (1...input).first { size in
      SpokenAxis(
        isTransposed: isTransposed, input: size, kernel: kernel, stride: stride, padding: padding,
        dilation: dilation, extra: extra, mode: mode
      ).output == output
    } ?? 0
  }

  /// All products: the place that a tap meets, and the position that it belongs to.
  var links: [(place: Int, position: Int)] {
    (0..<(isTransposed ? input : output)).flatMap { position in
      (0..<kernel).map { (position * stride + $0 * dilation - padding, position) }
    }
  }

  /// The cells that products land in, or that are read, themselves or as a copy.
  var landed: [Int] {
    guard !isTransposed else { return links.map(\.place).filter { 0..<output ~= $0 } }
    return links.compactMap { source($0.place) }
  }

  var most: Int { Dictionary(grouping: landed) { $0 }.values.map(\.count).max() ?? 0 }

  /// The input cell at a place of the padded input; `nil` for a zero.
  private func source(_ place: Int) -> Int? {
    if 0..<input ~= place { return place }
    switch mode {
    case "reflect": return place < 0 ? -place : 2 * (input - 1) - place
    case "replicate": return place < 0 ? 0 : input - 1
    case "circular": return (place + input) % input
    default: return nil
    }
  }
}
