import ConvArithmetic
import LayerNotation

extension Model {
  /// What its layers are sorted and found by; the same layer on the same input is computed once.
  var rankedLayers: [StageRank] {
    var known: [[LayerCase: StageRank]] = [[:], [:]]
    var alone: [ConvLayer: StageRank] = [:]
    return layers.indices.map { place in
      let layer = layers[place]
      guard let subject = subject(place) else {
        var rank = alone[layer.layer] ?? layer.layer.rank
        alone[layer.layer] = rank
        rank.marks.insert(.unknown)
        rank.shorthand += layer.sizeText
        return rank.repeated(layer.repetitions)
      }
      let isAssumed = layer.assumptions.isEmpty ? 0 : 1
      if let rank = known[isAssumed][subject] { return rank.repeated(layer.repetitions) }
      var rank = subject.rank
      rank.shorthand += layer.sizeText
      if isAssumed == 1 { rank.marks.insert(.assumed) }
      known[isAssumed][subject] = rank
      return rank.repeated(layer.repetitions)
    }
  }

  /// The number that a layer is sorted by, in words; `nil` where there is none.
  func number(_ place: Int, _ order: StageOrder) -> String? {
    guard order != .printed, let layer = layers[at: place]?.layer else { return nil }
    let subject = subject(place)
    let pass = try? subject?.forward()
    switch order {
    case .printed: return nil
    case .parameters: return "\(layer.learnableNumbers.words) parameters"
    case .multiplications: return pass.map { "\($0[.multiplications].words) products" }
    case .memory: return pass.map { "output \($0.output.text)" }
    case .verdict:
      if subject != nil, pass == nil { return "refused" }
      return layer.verdict == .flat ? nil : layer.verdict.text
    }
  }
}

// MARK: The rows of its list

extension Model {
  /// The row of the first layer: above it is the model's input, if sizes follow from it.
  var firstLayer: Int { dependsOnInput ? 1 : 0 }

  var rows: Int {
    firstLayer + layers.count + text.problems.count + (text.furtherProblems > 0 ? 1 : 0)
  }

  /// A row of its list in words: the input, a layer, something that was not understood, or how much
  /// more was not; the others are only searched for.
  func words(
    of row: Int, _ order: StageOrder = .printed
  ) -> (name: String, detail: String, others: String) {
    let place = row - firstLayer
    if place < 0 {
      let detail = input?.text ?? "not given; \(KeyPress.enter.name) to give it"
      return ("input of the model", detail, "")
    }
    if let layer = layers[at: place] {
      let rank = ranks[at: place]
      let number = number(place, order).map { "\($0), " } ?? ""
      let detail = number + (rank?.shorthand ?? "") + layer.timesText
      return (layer.name, detail, "\(layer.moduleName) \(rank?.marks.searched ?? "")")
    }
    guard let problem = text.problems[at: place - layers.count] else {
      return ("! and \(text.furtherProblems.grouped) more", "", "problem")
    }
    return ("! line \(problem.line) not understood", problem.message, "problem")
  }
}

extension StageRank {
  fileprivate func repeated(_ times: Int) -> StageRank {
    guard times > 1 else { return self }
    var rank = self
    rank.multiplications *= Double(times)
    rank.parameters *= Double(times)
    return rank
  }
}

extension ModelLayer {
  /// The mark comes first, since long texts are cut.
  fileprivate var sizeText: String {
    input.map { ", \(assumptions.isEmpty ? "on" : "assumed") \($0.area)" } ?? ""
  }
}

extension LayerCase {
  fileprivate var rank: StageRank {
    var rank = layer.rank
    switch outcome {
    case .failure: rank.refuse()
    case .success(let pass):
      rank.multiplications = pass[.multiplications].value
      rank.memory = pass.output.elements.value
    }
    return rank
  }
}

extension ConvLayer {
  /// What is known of it without its input.
  fileprivate var rank: StageRank {
    var rank = StageRank()
    rank.shorthand = shorthand
    rank.parameters = learnableNumbers.value
    rank.take(verdict)
    return rank
  }
}
