import ConvArithmetic

// What PyTorch refuses of a module that is no convolution.

extension ModuleClass {
  /// A stage that takes nothing, where a module that undoes a pool gets one tensor alone; `nil` for
  /// other modules.
  ///
  /// Source: `MaxUnpool2d.forward(input, indices, output_size=None)`, `Sequential.forward(input)`.
  func lackingIndices(_ name: String) -> Stage? {
    guard effect == .unpool else { return nil }
    return .channelwise(
      [], demand: .nothing(parameter: "indices", reason: Sentence.needsIndices(name)))
  }
}

extension ModuleCall {
  /// What has to hold of what comes, besides its axes and channels; `nil` for nothing.
  ///
  /// Source: `_check_input_dim` of `torch/nn/modules/batchnorm.py` and `instancenorm.py`,
  /// `layer_norm`, `interpolate`, `dropout1d`, `local_response_norm` and `softmax` of
  /// `torch/nn/functional.py`, `aten/src/ATen/native/ChanelShuffle.cpp`.
  func demand() throws(PyTorchProblem) -> Demand? {
    if name == "ChannelShuffle" { return try number("groups").map { .groups($0) } }
    if known.parameters.first == "normalized_shape", known.channels == nil {
      return try sizes("normalized_shape").map { .last($0) }
    }
    if known.parameters == ["dim"], case .integer(let dimension)? = self["dim"]?.value {
      let least = dimension < 0 ? -max(dimension, -99) : min(dimension, 99) + 1
      return .dimensions(least...(.max))
    }
    return known.dimensions.map { .dimensions($0, mean: mean) }
  }

  /// What a norm takes the mean of; an instance norm keeps one of training only if it is told to.
  private var mean: Demand.Mean? {
    guard unpacked.isEmpty else { return nil }
    if known.weights == .noAffine {
      // What a name stands for may be true.
      let tracks = self["track_running_stats"] != nil && (try? flag("track_running_stats")) != false
      return tracks ? nil : .ofCells
    }
    guard known.parameters.first == "num_groups" else { return nil }
    return (try? number("num_groups")).map { .ofGroup(among: $0) }
  }

  /// Numbers in a tuple, or one alone; `nil` where none is written.
  func sizes(_ parameter: String) throws(PyTorchProblem) -> [Int]? {
    guard let argument = self[parameter] else { return nil }
    guard case .list(let values) = argument.value else {
      return [try number(argument.value, of: argument, parameter)]
    }
    var sizes: [Int] = []
    for value in values { sizes.append(try number(value, of: argument, parameter)) }
    return sizes
  }

  /// A demand that nothing meets, where the arguments contradict each other.
  ///
  /// Source: `GroupNorm.__init__` of `torch/nn/modules/normalization.py`, `interpolate` and
  /// `avg_pool2d` of `torch/nn/functional.py`.
  var contradiction: Demand? {
    func nothing(_ parameter: String, _ reason: String) -> Demand {
      .nothing(parameter: parameter, reason: reason)
    }
    if known.parameters.first == "num_groups", let groups = try? number("num_groups"),
      let channels = try? number("num_channels"), groups < 1 || channels % groups != 0
    {
      return nothing("num_groups", Sentence.groupsDoNotDivide("\(channels)", "\(groups)"))
    }
    if self["divisor_override"]?.value == .integer(0) {
      return nothing("divisor_override", Sentence.divisorOfNothing())
    }
    guard known.effect == .upsample else { return nil }
    if isGiven("size"), isGiven("scale_factor") {
      return nothing("size", Sentence.bothSizeAndScale())
    }
    guard name == "Upsample" else { return nil }
    let mode = isGiven("mode") ? self["mode"]?.value ?? .none : .word("nearest")
    guard case .word(let word) = mode else { return nil }
    guard let taken = Self.upsamplingModes[word] else {
      return nothing("mode", Sentence.noSuchMode(word))
    }
    if isGiven("align_corners"), taken.isPlain {
      return nothing("align_corners", Sentence.alignsNothing(word))
    }
    return taken.axes.contains(axes)
      ? nil : .dimensions(taken.axes.lowerBound + 2...taken.axes.upperBound + 2)
  }

  /// The axes that each mode takes, and whether it takes no `align_corners`.
  private static let upsamplingModes: [String: (axes: ClosedRange<Int>, isPlain: Bool)] = [
    "nearest": (1...3, true), "nearest-exact": (1...3, true), "area": (1...3, true),
    "linear": (1...1, false), "bilinear": (2...2, false), "bicubic": (2...2, false),
    "trilinear": (3...3, false),
  ]
}
