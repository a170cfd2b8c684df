import ConvArithmetic

// Which operation has which parameters: the first that takes them with something that is no weight.
// What is made of weights alone, as `_weight_norm` does, hands them on.
//
// A compiler's text says of no input whether it is a weight: those are that are used as nothing else.

extension ModelGraph {
  /// What a weight, or a tensor that is made of weights alone, has for the operation that takes it.
  private struct Weights {
    /// The learnable numbers that no operation has yet.
    var parameters: Count = 0
    var path: Substring?
  }

  mutating func shareParameters() {
    var isTaken = [Bool](repeating: false, count: inputs.count)
    // The tensors that are made of weights alone.
    var made: [Int: Weights] = [:]
    for place in operations.indices {
      let sources = operations[place].sources
      var (all, isWeight) = (Weights(), !sources.isEmpty)
      for source in sources {
        let isInput = source < inputs.count
        guard let own = isInput ? weights(source, isTaken[source]) : made[source] else {
          isWeight = false
          continue
        }
        all.parameters = all.parameters + own.parameters
        all.path = Self.common(all.path, own.path)
        if isInput { isTaken[source] = true } else { made[source]?.parameters = 0 }
      }
      // What runs graphs is none of their modules.
      let path = operations[place].holdsGraphs ? nil : all.path
      operations[place].path = path.map { String($0) } ?? ""
      if isWeight {
        made[inputs.count + place] = all
      } else {
        operations[place].parameters = all.parameters
      }
    }
    unusedParameters = made.values.reduce(0) { $0 + $1.parameters }
    let left = inputs.indices.filter { !isTaken[$0] && learnable($0) > 0 }
    unusedParameters = left.reduce(unusedParameters) { $0 + learnable($1) }
    if origin == .exported { noteOtherNames(of: left) }
  }

  /// What an input has that is a weight, whose numbers may be another operation's.
  private func weights(_ place: Int, _ isTaken: Bool) -> Weights? {
    guard inputs[place].kind != .user else { return nil }
    return Weights(parameters: isTaken ? 0 : learnable(place), path: inputs[place].modulePath)
  }

  /// The learnable numbers of an input.
  private func learnable(_ place: Int) -> Count {
    inputs[place].kind == .parameter ? inputs[place].said?.elements ?? 0 : 0
  }

  /// An exported model has a parameter of several names once for each, and uses it by one of them;
  /// its text does not say which are the same.
  private mutating func noteOtherNames(of unused: [Int]) {
    guard !unused.isEmpty else { return }
    let all = Set(unused)
    let used = Set(
      inputs.indices.filter { inputs[$0].kind == .parameter && !all.contains($0) }
        .compactMap { inputs[$0].said })
    let count = unused.reduce(Count(0)) { sum, place in
      guard let sizes = inputs[place].said, used.contains(sizes) else { return sum }
      return sum + sizes.elements
    }
    if count > 0 { notes.append(Remark(.otherNamesOpen, count.counted("parameter"))) }
  }

  /// The modules that both paths begin with.
  private static func common(_ first: Substring?, _ second: Substring?) -> Substring? {
    guard let first, let second, first != second else { return first ?? second }
    let words = zip(first.split(separator: "."), second.split(separator: "."))
    let common = words.prefix { $0 == $1 }.last
    return common.map { first[..<$0.0.endIndex] } ?? ""
  }
}

extension ModelGraph.Input {
  /// The path of its module: `layer1.0.conv1` of `layer1.0.conv1.weight`, and `conv` of
  /// `conv.parametrizations.weight.original0`; `nil` where no line says it.
  fileprivate var modulePath: Substring? {
    guard let point = target.utf8.lastIndex(of: UInt8(ascii: ".")) else {
      return target.isEmpty ? nil : ""
    }
    if target.hasPrefix("parametrizations.") { return "" }
    let bytes = target.utf8
    let end = bytes.indices.first { place in
      bytes[place] == UInt8(ascii: ".")
        && bytes[place...].starts(with: ".parametrizations.".utf8)
    }
    return target[..<(end ?? point)]
  }
}

extension ModelGraph {
  /// Finds the weights among inputs that the text does not tell apart; `false` where it has no sizes
  /// of them.
  mutating func findWeights() -> Bool {
    // The input that a tensor is made of alone.
    var origins = inputs.indices.map { Optional($0) }
    var kinds = [Input.Kind?](repeating: nil, count: inputs.count)
    var isTaken = [Bool](repeating: false, count: inputs.count)
    for operation in operations {
      let own = operation.sources.first.flatMap { origins[$0] }
      let isAlone = operation.sources.allSatisfy { origins[$0] == own }
      origins.append(isAlone ? own : nil)
      for (number, source) in operation.sources.enumerated() {
        guard let origin = origins[source] else { continue }
        isTaken[origin] = true
        if !isAlone, kinds[origin] != .user { kinds[origin] = kind(number, in: operation) }
      }
    }
    guard kinds.contains(.user) else { return false }
    for place in inputs.indices {
      inputs[place].kind = kinds[place] ?? (isTaken[place] ? .user : .buffer)
    }
    return inputs.contains { $0.kind == .parameter && $0.said != nil }
  }

  /// What an operation takes one of its sources for.
  private func kind(_ number: Int, in operation: Operation) -> Input.Kind {
    let (count, source) = (operation.sources.count, operation.sources[number])
    guard case .function(let call) = operation.rule else {
      guard case .stage = operation.rule, number > 0 else { return .user }
      // The running mean and variance come last.
      return operation.word.contains("batch_norm") && number + 2 >= count ? .buffer : .parameter
    }
    let place = call.values.firstIndex { $0 == .result(source) }
    let parameter = place.map { call.function.parameters[$0] }
    switch (call.function.effectName, parameter) {
    case ("matmul", "mat1"): return .user
    case ("matmul", _):
      // A weight has no samples.
      let rank = said(of: source)?.count ?? 2
      return call.function.name != "bmm" && rank <= 2 ? .parameter : .user
    case (_, "weight"), (_, "bias"): return .parameter
    case (_, "running_mean"), (_, "running_var"): return .buffer
    case ("elementwise", _):
      // A number for each channel.
      let (own, whole) = (said(of: source), operation.said)
      guard let own, let whole, own.count(where: { $0 != 1 }) < 2 else { return .user }
      return whole.elements > own.elements ? .parameter : .user
    default: return .user
    }
  }
}
