import ConvArithmetic
import LayerNotation

extension Model {
  /// What its layers are sorted and found by; the same layer on the same input is computed once.
  var rankedLayers: [StageRank] {
    var known: [LayerCase: StageRank] = [:]
    var alone: [ConvLayer: StageRank] = [:]
    return layers.indices.map { place in
      let layer = layers[place]
      guard let subject = subject(place) else {
        var rank = alone[layer.layer] ?? layer.layer.rank
        alone[layer.layer] = rank
        rank.marks.insert(.unknown)
        return rank.repeated(layer.repetitions)
      }
      var rank = known[subject] ?? subject.rank
      known[subject] = rank
      if !layer.assumptions.isEmpty { rank.marks.insert(.assumed) }
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

extension StageRank {
  fileprivate func repeated(_ times: Int) -> StageRank {
    guard times > 1 else { return self }
    var rank = self
    rank.multiplications *= Double(times)
    rank.parameters *= Double(times)
    return rank
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

  /// How evenly the products of a transposed layer meet away from the borders; flat for another.
  fileprivate var verdict: OverlapVerdict {
    guard direction == .transposed, let (least, most) = interiorExtremes, !most.isOverflow else {
      return .flat
    }
    if least == 0 { return .holes }
    return most == least ? .even : .uneven(most, least)
  }
}
