/// What is known of the tensor between two modules.
struct ModelFlow: Equatable, Sendable {
  var channels: Int?
  var size: Spatial<Int>?
  /// Why the size is not known, where it is not.
  var gap = Remark(.noModelInput)
  /// What has to hold for the size to be what it is, the first remark of each kind.
  var assumptions: [Remark] = []
  /// Whether a person has said the size.
  var isSaid = false
  /// Whether a module has refused what came to it, so that nothing comes after it.
  var isRefused = false

  static func unknown(_ gap: Remark) -> ModelFlow { ModelFlow(gap: gap) }
  static func refused(_ gap: Remark) -> ModelFlow { ModelFlow(gap: gap, isRefused: true) }

  mutating func assume(_ remark: Remark) {
    guard !assumptions.contains(where: { $0.sentence == remark.sentence }) else { return }
    assumptions.append(remark)
  }

  var basis: ModelLayer.Basis {
    if size == nil { return .unknown(gap) }
    return assumptions.isEmpty ? isSaid ? .said : .computed : .assumed(assumptions)
  }

  /// What comes out where the module is one of some stages, and each of them makes the same of it.
  func through(_ stages: [Stage], _ node: ModelNode) -> ModelFlow {
    guard let stage = stages.first else { return .unknown(node.gap(.unknownModule)) }
    if let gap = mismatch(stage, node) { return .refused(gap) }
    let channels = channels.map { stage.channels($0) }
    let made = size.map { stage.size($0) }
    // Either is known, and there is no output.
    if channels == .some(nil) || made == .some(nil) { return .refused(node.gap(.noModuleOutput)) }
    var next = self
    (next.channels, next.isSaid) = (channels ?? nil, false)
    guard let size, let made else {
      next.size = isRefused ? nil : stage.fixedSizes
      return next
    }
    next.size = made
    let isSame = stages.dropFirst().allSatisfy { $0.size(size) == made }
    return isSame ? next : .unknown(node.gap(.unknownRounding))
  }

  /// What comes out of a gated linear unit, which halves one dimension, the last one by default.
  ///
  /// Source: `torch.nn.GLU`.
  func halved(_ dimension: Int, isBatched: Bool, _ node: ModelNode) -> ModelFlow {
    guard let size else { return .unknown(gap) }
    let rank = size.count + (isBatched ? 2 : 1)
    let place = dimension < 0 ? rank &+ dimension : dimension
    var next = self
    next.isSaid = false
    let axis = place - (rank - size.count)
    if axis == -1, let channels, channels % 2 == 0 {
      next.channels = channels / 2
    } else if size.indices.contains(axis), size[axis] % 2 == 0 {
      next.size?[axis] = size[axis] / 2
    } else {
      let isOpen = axis == -1 && channels == nil
      return isOpen ? .unknown(node.gap(.unknownModule)) : .refused(node.gap(.noModuleOutput))
    }
    return next
  }

  /// The axes or channels that come where a stage takes others; `nil` where they fit or are not
  /// known.
  func mismatch(_ stage: Stage, _ node: ModelNode) -> Remark? {
    if let coming = size?.count, let taken = stage.axes, coming != taken {
      return node.gap(.otherAxesCome, taken.counted("axis", "axes"), "\(coming)")
    }
    if let coming = channels, let taken = stage.inChannels, coming != taken {
      return node.gap(.otherChannelsCome, taken.counted("channel"), "\(coming)")
    }
    // What is wrong with a layer by itself is said of it.
    if case .convolution = stage { return nil }
    return stage.refusal(OpenTensor(channels: channels, axes: size?.count)).map {
      node.gap(.moduleRefused, $0.text)
    }
  }
}

extension ModelNode {
  func gap(_ sentence: Sentence, _ taken: String = "", _ coming: String = "") -> Remark {
    Remark(sentence, className, line, taken, coming)
  }

  var orderGap: Remark { gap(className.isEmpty ? .unknownOrder : .unknownModuleOrder) }
}
