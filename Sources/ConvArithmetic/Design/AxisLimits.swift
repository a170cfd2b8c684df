/// The numbers that a search may use along one axis.
package struct AxisLimits: Equatable, Sendable {
  package enum Padding: Hashable, Sendable {
    /// Up to d(k − 1), which Dumoulin & Visin call full.
    ///
    /// Beyond it, outputs of a Conv2d see padding alone, and a ConvTranspose2d crops all that some
    /// of its inputs make.
    case full
    case upTo(Int)
    case exactly(Int)
    /// Of a convolution alone, as the next one is; for a transposed layer both are like `full`.
    case ends(Ends<Int>)
    case causal
  }

  /// What is searched for in lists of its numbers.
  package static let listed: [Hyperparameter] = [.kernelSize, .stride, .dilation]

  private var numbers: [Hyperparameter: [Int]]
  package var padding: Padding
  /// `nil` for all that PyTorch takes: those below stride or dilation.
  package var outputPadding: Int?

  package init(
    kernelSizes: [Int], strides: [Int], dilations: [Int], padding: Padding = .full,
    outputPadding: Int? = nil
  ) {
    numbers = [.kernelSize: kernelSizes, .stride: strides, .dilation: dilations]
    (self.padding, self.outputPadding) = (padding, outputPadding)
  }

  /// The numbers of one that is ``listed``.
  package subscript(hyperparameter: Hyperparameter) -> [Int] {
    get { numbers[hyperparameter] ?? [] }
    set { numbers[hyperparameter] = newValue }
  }

  /// The largest kernel, stride and dilation that are searched when nobody says otherwise.
  package static let usual = (kernelSize: 11, stride: 4, dilation: 2)
  /// The largest ratio of output and input for which strides are added to the usual ones.
  static let mostRatio = 64
  /// More numbers than this are not searched.
  package static let mostCandidates = 1_000_000

  /// What is searched when nobody says otherwise.
  ///
  /// Where the sizes differ by a factor above the usual strides, that stride is searched, too, and
  /// the kernels that go with it: s, 2s, and the odd ones beside 2s.
  ///
  /// - Returns: Up to 11 for the kernel, 4 for the stride, 2 for the dilation, and those.
  package static func usual(input: Int, goal: AxisGoal) -> AxisLimits {
    let ratios = ratios(input, goal).filter { (usual.stride + 1...mostRatio).contains($0) }
    let kernels = ratios.flatMap { [$0, 2 * $0 - 1, 2 * $0, 2 * $0 + 1] }
    return AxisLimits(
      kernelSizes: Array(1...usual.kernelSize).including(kernels),
      strides: Array(1...usual.stride).including(ratios),
      dilations: Array(1...usual.dilation))
  }

  /// The whole numbers around the ratio of the larger size to the smaller one.
  ///
  /// And the stride of a kernel of 2s without padding, whose larger size is s(n + 1) of n.
  private static func ratios(_ input: Int, _ goal: AxisGoal) -> [Int] {
    switch goal {
    case .times(let factor): return [factor]
    case .part(let divisor): return [divisor]
    case .size(let output):
      let (small, large) = (min(input, output), max(input, output))
      guard small >= 1, large < Int.max else { return [] }
      let ratio = [large / small, large / small + (large % small == 0 ? 0 : 1)]
      return ratio + (large % (small + 1) == 0 ? [large / (small + 1)] : [])
    }
  }

  /// Takes padding that is unequal or causal for given.
  mutating func keepPadding(of layer: ConvLayer, _ axis: Axis) {
    if layer.padding == .causal { padding = .causal }
    if case .explicit(let ends) = layer.padding, layer.padding.equal == nil {
      padding = .ends(ends[axis])
    }
  }

  /// The limits widened to the numbers of a layer, as far as these are no larger than 64.
  package func including(kernelSize: Int, stride: Int, dilation: Int) -> AxisLimits {
    var limits = self
    for (hyperparameter, number) in zip(Self.listed, [kernelSize, stride, dilation])
    where (1...Self.mostRatio).contains(number) {
      limits[hyperparameter] = self[hyperparameter].including([number])
    }
    return limits
  }

  /// At most how many layers the search looks at: max(s, d)/2 + 1 for each k, s and d.
  package var candidates: Count {
    var pairs: Int128 = 0
    for stride in self[.stride].searchable {
      for dilation in self[.dilation].searchable { pairs += Int128(max(stride, dilation) / 2 + 1) }
    }
    return Count(pairs * Int128(self[.kernelSize].searchable.count))
  }
}

extension [Int] {
  fileprivate func including(_ others: [Int]) -> [Int] { Set(self).union(others).sorted() }

  /// The numbers that a layer can have and whose products fit: from 1 to 2^31 − 1.
  var searchable: [Int] { filter { $0 >= 1 && $0 <= Int(Int32.max) } }
}
