import ConvArithmetic
import LayerNotation
import Testing

@Suite struct NameTests {
  @Test(arguments: [
    ("op", Hyperparameter.op), ("batch", .batch), ("in_channels", .inChannels),
    ("out_channels", .outChannels), ("input", .input), ("kernel_size", .kernelSize),
    ("stride", .stride), ("padding", .padding), ("dilation", .dilation),
    ("output_padding", .outputPadding), ("groups", .groups), ("bias", .bias),
  ])
  func `a name is PyTorch's, in any case and with dashes`(
    name: String, hyperparameter: Hyperparameter
  ) throws {
    let dashed = String(name.map { $0 == "_" ? "-" : $0 })
    for text in [name, name.uppercased(), dashed, dashed.uppercased()] {
      #expect(try Hyperparameter.named(text) == hyperparameter, "\(text)")
    }
  }

  @Test(arguments: [
    ("k", Hyperparameter.kernelSize), ("K", .kernelSize), ("kernel", .kernelSize),
    ("kernel-s", .kernelSize), ("s", .stride), ("p", .padding), ("pad", .padding),
    ("d", .dilation), ("g", .groups), ("ba", .batch), ("bi", .bias), ("in_", .inChannels),
    ("in-c", .inChannels), ("inp", .input), ("out_", .outChannels), ("out-", .outChannels),
    ("outp", .outputPadding), ("Output", .outputPadding), ("op", .op),
  ])
  func `the one beginning of a name is enough`(
    beginning: String, hyperparameter: Hyperparameter
  ) throws {
    #expect(try Hyperparameter.named(beginning) == hyperparameter)
  }

  @Test(arguments: [
    ("b", ["batch", "bias"]), ("i", ["in_channels", "input"]), ("in", ["in_channels", "input"]),
    ("o", ["op", "out_channels", "output_padding"]), ("OUT", ["out_channels", "output_padding"]),
  ])
  func `an ambiguous beginning names what it could mean`(beginning: String, candidates: [String]) {
    #expect(throws: NotationError.unknownName(beginning, candidates: candidates)) {
      try Hyperparameter.named(beginning)
    }
  }

  @Test(arguments: [
    "", "x", "kernelsize", "kernel size", "kernel_sizes", "_", "-", "padding_moder", "ｋ",
    "k\u{301}",
    "\u{1B}[31m", String(repeating: "k", count: 1000),
  ])
  func `an unknown name is answered with all names`(name: String) {
    let all = [
      "op", "batch", "in_channels", "out_channels", "input", "kernel_size", "stride", "padding",
      "dilation", "output_padding", "groups", "bias", "padding_mode",
    ]
    #expect(throws: NotationError.unknownName(name, candidates: all)) {
      try Hyperparameter.named(name)
    }
  }
}
