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

  /// The numbers of a hyperparameter; its words are a row of `hyperparameters.tsv`.
  ///
  /// From both follow its option, its key in JSON, its place in a constructor, a repr, a share line
  /// and a file name, its row in the explorer and its help.
  package struct Row: Sendable {
    /// The least number that makes sense; a layer with less is refused.
    package var minimum = 0
    /// PyTorch's default, on every axis; `nil` for what has none.
    package var initial: Int?
    /// The direction that alone has it; `nil` for both.
    package var direction: ConvLayer.Direction?
  }

  /// The kind of value that a hyperparameter has, and how to read and write it.
  package enum Values: Sendable {
    /// One of a few words.
    case choice
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
    case .op, .batch: Row()
    case .inChannels, .outChannels, .input, .kernelSize: Row(minimum: 1)
    case .stride, .dilation, .groups: Row(minimum: 1, initial: 1)
    case .padding: Row(initial: 0)
    case .outputPadding: Row(initial: 0, direction: .transposed)
    case .bias: Row(initial: 1)
    case .paddingMode: Row(initial: 0, direction: .convolution)
    }
  }

  private static let words = DataRow.named(PackageResources.hyperparameters_tsv)

  private func word(_ column: String) -> String { Self.words[rawValue]?[column] ?? "" }

  /// The letter of papers and model tables; `nil` for what they leave out.
  package var letter: String? { word("letter").isEmpty ? nil : word("letter") }
  package var help: String { word("help") }
  /// The values that are not words of a list: `a number`.
  package var expectedValues: String { word("expected") }

  /// Where a layer stores it.
  package var values: Values {
    switch self {
    case .op, .bias, .paddingMode: .choice
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
    }
  }

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
    case .choice: nil
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
    case .choice: break
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
    case .choice: break
    case .single(_, let write): write(&self, numbers[0])
    case .perAxis(_, let write): write(&self, numbers)
    }
  }
}
