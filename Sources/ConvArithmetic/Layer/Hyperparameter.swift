/// The hyperparameters, each by its name in PyTorch.
package enum Hyperparameter: String, CaseIterable, Hashable, Sendable {
  case op
  case batch
  case inChannels = "in_channels"
  case outChannels = "out_channels"
  case input
  case kernelSize = "kernel_size"
  case stride
  case padding
  case dilation
  case outputPadding = "output_padding"
  case groups
  case bias
}

extension Hyperparameter {
  /// The least number that makes sense; a layer with less is refused.
  package var minimum: Int {
    switch self {
    case .op, .bias, .batch, .padding, .outputPadding: 0
    case .inChannels, .outChannels, .input, .kernelSize, .stride, .dilation, .groups: 1
    }
  }

  /// Whether it has a number for each axis.
  package var isSpatial: Bool {
    switch self {
    case .input, .kernelSize, .stride, .padding, .dilation, .outputPadding: true
    case .op, .batch, .inChannels, .outChannels, .groups, .bias: false
    }
  }
}

extension LayerCase {
  /// The number of a hyperparameter on an axis.
  ///
  /// - Parameters:
  ///   - hyperparameter: Any.
  ///   - axis: Ignored where there is one number for both.
  /// - Returns: `nil` where there is no number: `op`, `bias`, padding by a word, no batch.
  package func number(_ hyperparameter: Hyperparameter, _ axis: Axis) -> Int? {
    switch hyperparameter {
    case .op, .bias: nil
    case .batch: input.batch
    case .inChannels: layer.inChannels
    case .outChannels: layer.outChannels
    case .input: input.size[axis]
    case .kernelSize: layer.kernelSize[axis]
    case .stride: layer.stride[axis]
    case .padding: if case .explicit(let cells) = layer.padding { cells[axis] } else { nil }
    case .dilation: layer.dilation[axis]
    case .outputPadding: layer.outputPadding[axis]
    case .groups: layer.groups
    }
  }

  /// Sets the number of a hyperparameter, on one axis where it has two.
  ///
  /// The input's channels follow `in_channels`. A word for the padding gives way to numbers, on
  /// the other axis to 0. `op` and `bias` have no number and stay as they are.
  package mutating func set(_ hyperparameter: Hyperparameter, _ axis: Axis, to number: Int) {
    switch hyperparameter {
    case .op, .bias: break
    case .batch: input.batch = number
    case .inChannels:
      layer.inChannels = number
      input.channels = number
    case .outChannels: layer.outChannels = number
    case .input: input.size[axis] = number
    case .kernelSize: layer.kernelSize[axis] = number
    case .stride: layer.stride[axis] = number
    case .padding:
      var cells = Spatial(square: 0)
      if case .explicit(let present) = layer.padding { cells = present }
      cells[axis] = number
      layer.padding = .explicit(cells)
    case .dilation: layer.dilation[axis] = number
    case .outputPadding: layer.outputPadding[axis] = number
    case .groups: layer.groups = number
    }
  }
}
