/// A convolution or a transposed one with its hyperparameters, as the modules of `torch.nn` take
/// them; any numbers can be held here, whether PyTorch accepts them is ``LayerCase``'s say.
package struct ConvLayer: Hashable, Sendable {
  package enum Direction: CaseIterable, Hashable, Sendable, CustomStringConvertible {
    case convolution, transposed

    /// Said, where it would be found out by reflection, which is slow.
    package var description: String { self == .convolution ? "convolution" : "transposed" }

    package var opposite: Direction { self == .convolution ? .transposed : .convolution }
  }

  package var inChannels = 1
  package var outChannels = 1
  package var kernelSize: Spatial<Int>
  package var stride: Spatial<Int>
  package var dilation: Spatial<Int>
  package var groups = 1
  package var bias = true
  private var form: Form

  /// What only one direction has, so that no value can hold what its layer does not have.
  private enum Form: Hashable, Sendable {
    case convolution(Padding, PaddingMode = .zeros)
    case transposed(padding: Spatial<Int>, outputPadding: Spatial<Int>)
  }

  /// A layer with PyTorch's defaults, one channel and a kernel of 3.
  package init(_ direction: Direction = .convolution, axes count: Int) {
    kernelSize = Spatial(repeating: 3, count: count)
    stride = Spatial(repeating: 1, count: count)
    dilation = stride
    form = .convolution(.explicit(Spatial(repeating: 0, count: count)))
    self.direction = direction
  }

  package var axes: [Axis] { kernelSize.axes }

  /// The direction; another one keeps whatever carries over.
  ///
  /// A word for the padding becomes the numbers that come nearest to it, for a transposed layer
  /// takes no words; it begins without `output_padding`, which a convolution has none of.
  package var direction: Direction {
    get { if case .transposed = form { .transposed } else { .convolution } }
    set {
      switch (form, newValue) {
      case (.convolution, .transposed):
        form = .transposed(padding: numericPadding, outputPadding: noPadding)
      case (.transposed(let padding, _), .convolution): form = .convolution(.explicit(padding))
      case (.convolution, .convolution), (.transposed, .transposed): break
      }
    }
  }

  /// The padding; a word given to a transposed layer becomes the nearest numbers.
  package var padding: Padding {
    get {
      switch form {
      case .convolution(let padding, _): padding
      case .transposed(let padding, _): .explicit(padding)
      }
    }
    set {
      switch form {
      case .convolution(_, let mode): form = .convolution(newValue, mode)
      case .transposed(_, let outputPadding):
        form = .transposed(padding: numbers(of: newValue), outputPadding: outputPadding)
      }
    }
  }

  /// What is padded with; a transposed layer pads nothing, and takes no other mode than zeros.
  package var paddingMode: PaddingMode {
    get { if case .convolution(_, let mode) = form { mode } else { .zeros } }
    set { if case .convolution(let padding, _) = form { form = .convolution(padding, newValue) } }
  }

  /// The cells kept at the end of each axis; a convolution has none, and takes none.
  package var outputPadding: Spatial<Int> {
    get {
      guard case .transposed(_, let outputPadding) = form else { return noPadding }
      return outputPadding
    }
    set {
      guard case .transposed(let padding, _) = form else { return }
      form = .transposed(padding: padding, outputPadding: newValue)
    }
  }

  /// The cells of padding at both ends of each axis, whatever says so, and whether or not they make
  /// sense; `nil` where they do not fit.
  package var paddingEnds: Spatial<Ends<Int>>? {
    kernelSize.along { axis -> Ends<Int>? in
      let ends = paddingEnds(axis)
      guard let before = Int(exactly: ends.before), let after = Int(exactly: ends.after) else {
        return nil
      }
      return Ends(before, after)
    }.complete()
  }

  /// The same along one axis, as sums that may not fit.
  ///
  /// `same` adds d(k − 1) in all, and the odd one at the end (`torch.nn.functional.conv2d`).
  func paddingEnds(_ axis: Axis) -> Ends<Count> {
    let all = { Count(dilation[axis]) * (Count(kernelSize[axis]) - 1) }
    switch padding {
    case .explicit(let ends): return Ends(Count(ends[axis].before), Count(ends[axis].after))
    case .valid: return Ends(0, 0)
    case .same: return Ends(halving: all())
    case .causal:
      let after = Count(stride[axis]) - 1
      return Ends(all() - after, after)
    }
  }

  /// The same padding at both ends, in numbers: half of all that a padding adds, rounded down.
  package var numericPadding: Spatial<Int> { numbers(of: padding) }

  /// Gives the layer so many axes; see ``Spatial/onAxes(_:)``.
  mutating func use(axes count: Int) {
    guard count != kernelSize.count else { return }
    // Before anything changes that it follows from.
    let numericPadding = numericPadding
    kernelSize = kernelSize.onAxes(count)
    stride = stride.onAxes(count)
    dilation = dilation.onAxes(count)
    switch form {
    case .convolution(.explicit(let cells), let mode):
      form = .convolution(.explicit(cells.onAxes(count)), mode)
    case .convolution(.causal, let mode) where count > 1:
      form = .convolution(.explicit(numericPadding.onAxes(count)), mode)
    case .convolution: break
    case .transposed(let padding, let outputPadding):
      form = .transposed(
        padding: padding.onAxes(count), outputPadding: outputPadding.onAxes(count))
    }
  }

  private var noPadding: Spatial<Int> { Spatial(repeating: 0, count: kernelSize.count) }

  private func numbers(of padding: Padding) -> Spatial<Int> {
    switch padding {
    case .explicit(let ends): ends.map { Int((Int128($0.before) + Int128($0.after)) >> 1) }
    case .valid: noPadding
    case .same, .causal:
      dilation.with(kernelSize) { dilation, kernelSize in
        let (span, overflow) = dilation.multipliedReportingOverflow(by: kernelSize &- 1)
        return overflow ? 0 : Swift.max(0, span / 2)
      }
    }
  }
}
