import ArgumentParser
import ConvArithmetic
import ExplorerViewModel
import LayerNotation

/// A layer and its input as options, by PyTorch's names.
struct LayerOptions: ParsableArguments {
  @Option(help: "conv2d, if there are other options, or conv_transpose2d.", transform: reading(.op))
  var op: HyperparameterValue?

  @Option(
    parsing: .unconditional, help: "The input's shape: N,C,H,W or C,H,W.",
    transform: reading(.input))
  var input: HyperparameterValue?

  @Option(parsing: .unconditional, help: help(.inChannels), transform: reading(.inChannels))
  var inChannels: HyperparameterValue?

  @Option(parsing: .unconditional, help: help(.outChannels), transform: reading(.outChannels))
  var outChannels: HyperparameterValue?

  @Option(parsing: .unconditional, help: help(.kernelSize), transform: reading(.kernelSize))
  var kernelSize: HyperparameterValue?

  @Option(parsing: .unconditional, help: help(.stride), transform: reading(.stride))
  var stride: HyperparameterValue?

  @Option(parsing: .unconditional, help: help(.padding), transform: reading(.padding))
  var padding: HyperparameterValue?

  @Option(parsing: .unconditional, help: help(.dilation), transform: reading(.dilation))
  var dilation: HyperparameterValue?

  @Option(parsing: .unconditional, help: help(.outputPadding), transform: reading(.outputPadding))
  var outputPadding: HyperparameterValue?

  @Option(parsing: .unconditional, help: help(.groups), transform: reading(.groups))
  var groups: HyperparameterValue?

  @Flag(inversion: .prefixedNo, help: help(.bias))
  var bias: Bool?

  @Option(
    name: .customLong("layer"),
    help: ArgumentHelp("The layer of a model, by its path in it.", valueName: "path"))
  var layerPath: String?
}

extension LayerOptions {
  /// What the options say.
  var assignments: [Assignment] {
    let values: [(Hyperparameter, HyperparameterValue?)] = [
      (.op, op), (.input, input), (.inChannels, inChannels), (.outChannels, outChannels),
      (.kernelSize, kernelSize), (.stride, stride), (.padding, padding), (.dilation, dilation),
      (.outputPadding, outputPadding), (.groups, groups), (.bias, bias.map { .flag($0) }),
    ]
    return values.compactMap { hyperparameter, value in
      value.map { Assignment(hyperparameter, $0) }
    }
  }

  /// The layer that a LAYER argument and the options describe, which must be a valid one.
  ///
  /// - Parameter text: The argument.
  /// - Throws: A usage error, or the exit status of an invalid layer, whose reasons are said then.
  /// - Returns: All that follows from it.
  func validPass(_ text: String?) throws -> ForwardPass {
    switch Result(catching: try subject(text).forward) {
    case .success(let pass): return pass
    case .failure(let refusal):
      let spelling = Environment.spelling
      for reason in refusal.reasons { complain(spelling.text(reason.line)) }
      throw ExitCode(1)
    }
  }

  /// Whether no option is given.
  var isEmpty: Bool { assignments.isEmpty && layerPath == nil }

  /// Whether nothing is said of a layer, so that it may come on standard input.
  var leaveLayerOpen: Bool { assignments.allSatisfy { $0.hyperparameter == .input } }

  /// The layer that the options describe.
  ///
  /// Without any option it is the layer that the explorer opens with.
  ///
  /// - Returns: The layer and its input, whether or not PyTorch would accept them.
  /// - Throws: A usage error for a value that this kind of layer does not have.
  func subject() throws -> LayerCase {
    let assignments = assignments
    guard !assignments.isEmpty else { return Preset.start.subject }
    do throws(NotationError) {
      return try LayerCase(assignments)
    } catch {
      throw ValidationError(error.message)
    }
  }

  private static func help(_ hyperparameter: Hyperparameter) -> ArgumentHelp {
    let row = HyperparameterRow.all.first { $0.hyperparameter == hyperparameter }
    let text = row?.help ?? ""
    return ArgumentHelp(
      "\(text.prefix(1).uppercased() + text.dropFirst()).",
      valueName: hyperparameter.isSpatial ? "n|h,w" : "n")
  }

  private static func reading(
    _ hyperparameter: Hyperparameter
  ) -> @Sendable (String) throws -> HyperparameterValue {
    { text in try hyperparameter.value(text) }
  }
}
