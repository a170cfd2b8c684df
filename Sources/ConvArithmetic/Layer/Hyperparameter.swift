/// The hyperparameters, each by its name in PyTorch.
package enum Hyperparameter: String, CaseIterable, Equatable, Sendable {
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
  case paddingMode = "padding_mode"
}

extension Hyperparameter {
  /// All that is to be known of a hyperparameter; its option, its key in JSON, its place in a
  /// constructor, a repr, a share line and a file name, its row in the explorer and its help follow.
  ///
  /// Its texts are static ones, so that a row costs next to nothing: reading a layer needs many.
  package struct Row: Sendable {
    /// The letter of papers and model tables; `nil` for what they leave out.
    package var letter: StaticString?
    /// What it is, in a few words.
    package var help: StaticString = ""
    /// The least number that makes sense; a layer with less is refused.
    package var minimum = 0
    /// PyTorch's default, on every axis; `nil` for what has none.
    package var initial: Int?
    /// The direction that alone has it; `nil` for both.
    package var direction: ConvLayer.Direction?
  }

  /// The kind of value that a hyperparameter has, and how to read and write it.
  package enum Values: Sendable {
    case op
    case flag(read: @Sendable (LayerCase) -> Bool, write: @Sendable (inout LayerCase, Bool) -> Void)
    case mode
    /// One number, `nil` where there is none.
    case single(
      read: @Sendable (LayerCase) -> Int?, write: @Sendable (inout LayerCase, Int) -> Void)
    /// A number for each axis, `nil` where a word or unequal ends stand for them.
    case perAxis(
      read: @Sendable (LayerCase) -> Spatial<Int>?,
      write: @Sendable (inout LayerCase, Spatial<Int>) -> Void)
  }

  package var row: Row {
    switch self {
    case .op: Row(help: "the kind of layer, by PyTorch's name")
    case .batch: Row(help: "samples N; none for an unbatched input")
    case .inChannels: Row(help: "channels of the input, C_in", minimum: 1)
    case .outChannels: Row(help: "channels of the output, C_out", minimum: 1)
    case .input: Row(help: "cells of the input along each axis", minimum: 1)
    case .kernelSize: Row(letter: "k", help: "cells of the kernel along each axis, k", minimum: 1)
    case .stride:
      Row(
        letter: "s", help: "cells from one kernel position to the next, s", minimum: 1, initial: 1)
    case .padding:
      Row(
        letter: "p",
        help: "cells around the input; crops the output of a transposed layer",
        initial: 0)
    case .dilation:
      Row(letter: "d", help: "cells from one kernel tap to the next, d", minimum: 1, initial: 1)
    case .outputPadding:
      Row(
        letter: "op", help: "trailing cells kept; adds no zeros", initial: 0,
        direction: .transposed)
    case .groups:
      Row(letter: "g", help: "parts of the channels that do not mix", minimum: 1, initial: 1)
    case .bias: Row(help: "one learnable number added to each output channel", initial: 1)
    case .paddingMode:
      Row(help: "what the padding of a convolution copies", initial: 0, direction: .convolution)
    }
  }

  /// Where a layer stores it.
  package var values: Values {
    switch self {
    case .op: .op
    case .batch: .single(read: { $0.input.batch }, write: { $0.input.batch = $1 })
    // The input's channels follow, so that a person says them once.
    case .inChannels:
      .single(
        read: { $0.layer.inChannels },
        write: { ($0.layer.inChannels, $0.input.channels) = ($1, $1) })
    case .outChannels: .single(read: { $0.layer.outChannels }, write: { $0.layer.outChannels = $1 })
    case .input: .perAxis(read: { $0.input.size }, write: { $0.input.size = $1 })
    case .kernelSize: .perAxis(read: { $0.layer.kernelSize }, write: { $0.layer.kernelSize = $1 })
    case .stride: .perAxis(read: { $0.layer.stride }, write: { $0.layer.stride = $1 })
    case .padding:
      .perAxis(
        read: { $0.layer.padding.equal }, write: { $0.layer.padding = .explicit($1) })
    case .dilation: .perAxis(read: { $0.layer.dilation }, write: { $0.layer.dilation = $1 })
    case .outputPadding:
      .perAxis(read: { $0.layer.outputPadding }, write: { $0.layer.outputPadding = $1 })
    case .groups: .single(read: { $0.layer.groups }, write: { $0.layer.groups = $1 })
    case .bias: .flag(read: { $0.layer.bias }, write: { $0.layer.bias = $1 })
    case .paddingMode: .mode
    }
  }

  /// The least number that makes sense; a layer with less is refused.
  package var minimum: Int { row.minimum }

  package func applies(to direction: ConvLayer.Direction) -> Bool {
    row.direction == nil || row.direction == direction
  }

  package var isSpatial: Bool { if case .perAxis = values { true } else { false } }
}

extension LayerCase {
  /// The numbers of a hyperparameter, the same one on all axes where it has only one; `nil` where
  /// there is no number: `op`, `bias`, `padding_mode`, padding by a word or of unequal ends, no
  /// batch.
  package func numbers(_ hyperparameter: Hyperparameter) -> Spatial<Int>? {
    numbers(hyperparameter.values)
  }

  func numbers(_ values: Hyperparameter.Values) -> Spatial<Int>? {
    switch values {
    case .op, .flag, .mode: nil
    case .single(let read, _): read(self).map { number in layer.kernelSize.map { _ in number } }
    case .perAxis(let read, _): read(self)
    }
  }

  /// The number of a hyperparameter on an axis; `nil` as for ``numbers(_:)``.
  package func number(_ hyperparameter: Hyperparameter, _ axis: Axis) -> Int? {
    numbers(hyperparameter)?[axis]
  }

  /// Sets the number of a hyperparameter, on one axis where it has several.
  ///
  /// A word for the padding gives way to numbers, on the other axes to 0. `op` and `bias` have no
  /// number and stay as they are, and so does what the layer does not have.
  package mutating func set(_ hyperparameter: Hyperparameter, _ axis: Axis, to number: Int) {
    switch hyperparameter.values {
    case .op, .flag, .mode: break
    case .single(_, let write): write(&self, number)
    case .perAxis(let read, let write):
      if hyperparameter == .padding { return setPadding(axis, to: Ends(number, number)) }
      var numbers = read(self) ?? layer.kernelSize.map { _ in 0 }
      numbers[axis] = number
      write(&self, numbers)
    }
  }

  /// Sets the padding at both ends of an axis; those of the others stay.
  package mutating func setPadding(_ axis: Axis, to cells: Ends<Int>) {
    var ends = layer.kernelSize.map { _ in Ends(0, 0) }
    if case .explicit(let present) = layer.padding { ends = present }
    ends[axis] = cells
    layer.padding = .explicit(ends)
  }

  /// Sets the numbers of a hyperparameter on all axes; what has one number takes the first.
  package mutating func set(_ values: Hyperparameter.Values, to numbers: Spatial<Int>) {
    switch values {
    case .op, .flag, .mode: break
    case .single(_, let write): write(&self, numbers[0])
    case .perAxis(_, let write): write(&self, numbers)
    }
  }
}
