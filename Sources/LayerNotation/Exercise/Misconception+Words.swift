import ConvArithmetic

extension Question {
  /// What a wrong answer does, and what would be right.
  package func reason(_ mistake: Mistake) -> String {
    let words = mistake.idea.words(self)
    return "That \(words.wrong); \(words.right)."
  }
}

extension Misconception.Idea {
  typealias Words = (wrong: String, right: String)

  fileprivate func words(_ question: Question) -> Words {
    switch self {
    case .paddingAdded, .paddingCountedOnce, .paddingForgotten: paddingWords(question)
    case .outputPaddingOnBothSides, .outputPaddingForgotten, .dilationIgnored, .spanOfAllTaps,
      .gapsAsTaps:
      cellWords(question)
    case .quotientRoundedUp, .plusOneForgotten, .minusOneForgotten, .sizeOfOtherKind,
      .strideMultiplied, .strideForgotten, .strideAlone, .axesSwapped:
      sizeWords(question)
    case .channelsSwapped, .inChannelsForgotten, .groupsForgotten, .groupsDividedTwice,
      .groupsOnOtherChannels:
      channelWords(question)
    case .biasForgotten, .biasAdded, .biasPerWeight, .biasAsProduct: biasWords
    case .kernelOfOneSide, .multiplyAccumulateTwice, .placesOfOtherKind, .batchForgotten,
      .uselessLeftOut:
      productWords(question)
    case .firstTermCounted, .holesLeftOut, .cropForgotten, .allTapsEverywhere: additionWords
    case .oneAxis, .axesAdded, .allTapsMeet, .quotientRoundedDown, .remainderTaken,
      .bordersIgnored:
      overlapWords
    }
  }

  private func paddingWords(_ question: Question) -> Words {
    let isTransposed = question.isTransposed
    return switch self {
    case .paddingAdded:
      ("adds the padding", "in a ConvTranspose2d padding crops the output, so 2p is subtracted")
    case .paddingCountedOnce:
      (
        "counts the padding once",
        isTransposed
          ? "it crops both ends of an axis, so 2p is subtracted"
          : "it is at both ends of an axis, so 2p is added"
      )
    default:
      (
        "leaves the padding out",
        isTransposed
          ? "it crops p cells at both ends of the output"
          : "it puts p zeros at both ends of the input"
      )
    }
  }

  private func cellWords(_ question: Question) -> Words {
    switch self {
    case .outputPaddingOnBothSides:
      (
        "adds output_padding on both sides, as if it were zeros around the output",
        "it keeps so many more cells, at the end only"
      )
    case .outputPaddingForgotten:
      ("leaves output_padding out", "it keeps so many more cells at the end of the output")
    case .dilationIgnored where question.kind == .maximumOverlap:
      (
        "ignores the dilation",
        "taps that are d apart meet in every s/gcd(s, d)-th position, not in every s-th"
      )
    case .dilationIgnored:
      ("ignores the dilation", "with gaps the kernel spans d(k − 1) + 1 cells, not k")
    case .gapsAsTaps:
      ("counts the gaps of the dilated kernel as taps", "only its k taps give products")
    default:
      (
        "lets the kernel span d·k cells",
        "there is no gap after the last tap, so it spans d(k − 1) + 1"
      )
    }
  }

  private func sizeWords(_ question: Question) -> Words {
    let (isTransposed, axes) = (question.isTransposed, question.pass.layer.axes)
    return switch self {
    case .quotientRoundedUp:
      ("rounds the quotient up", "a last step that does not fit whole is not made")
    case .plusOneForgotten where isTransposed:
      ("forgets the + 1", "the last tap lies d(k − 1) cells after the first, and counts itself")
    case .plusOneForgotten:
      ("forgets the + 1", "the first position of the kernel takes no step")
    case .minusOneForgotten:
      ("multiplies i by the stride", "from the first to the last of i cells there are i − 1 steps")
    case .sizeOfOtherKind where isTransposed:
      (
        "is the size of a Conv2d, which divides by the stride",
        "a ConvTranspose2d multiplies by it"
      )
    case .sizeOfOtherKind:
      (
        "is the size of a ConvTranspose2d, which multiplies by the stride",
        "a Conv2d divides by it"
      )
    case .strideMultiplied:
      ("multiplies by the stride", "a Conv2d moves by s cells at a time, so it divides by it")
    case .strideForgotten where isTransposed:
      ("leaves the stride out", "the input cells lie s cells apart in the output")
    case .strideForgotten: ("leaves the stride out", "the kernel moves by s cells at a time")
    case .strideAlone where isTransposed:
      (
        "takes the stride alone for the factor",
        "it is so only where d(k − 1) + 1 + output_padding = s + 2p"
      )
    case .strideAlone:
      ("divides the input by the stride alone", "kernel and padding matter, too")
    default:
      ("exchanges \(axes[0]) and \(axes[axes.count - 1])", "\(axes[0]) comes first")
    }
  }

  private func channelWords(_ question: Question) -> Words {
    switch (self, question.kind) {
    case (.channelsSwapped, .outputShape):
      ("has the channels of the input", "the output has out_channels")
    case (.channelsSwapped, .weightShape):
      (
        "is the order of a \(question.isTransposed ? "Conv2d" : "ConvTranspose2d")",
        question.isTransposed
          ? "the weight of a ConvTranspose2d begins with in_channels"
          : "the weight of a Conv2d begins with out_channels"
      )
    case (.channelsSwapped, _):
      ("has a bias for each input channel", "there is one for each output channel")
    case (.inChannelsForgotten, _):
      (
        "forgets the input channels",
        "an output channel has a kernel for each of the C_in/groups that it sees"
      )
    case (.groupsDividedTwice, _):
      (
        "divides both channel numbers by the groups",
        "each of the C_out output channels sees C_in/groups"
      )
    case (.groupsOnOtherChannels, _):
      (
        "divides the wrong channels by the groups",
        question.isTransposed ? "it is C_out that is divided" : "it is C_in that is divided"
      )
    default:
      (
        "ignores the groups",
        question.kind == .weightShape && question.isTransposed
          ? "each input channel feeds only C_out/groups output channels"
          : "each output channel sees only C_in/groups input channels"
      )
    }
  }

  private var biasWords: Words {
    switch self {
    case .biasForgotten: ("forgets the bias", "there is one for each output channel")
    case .biasAdded: ("adds a bias", "this layer has bias=False")
    case .biasPerWeight:
      ("counts a bias for each weight", "there is one for each output channel")
    default:
      ("counts each bias as a multiply-accumulate", "nothing is multiplied there")
    }
  }

  private func productWords(_ question: Question) -> Words {
    let isTransposed = question.isTransposed
    return switch self {
    case .kernelOfOneSide where question.kind == .maximumOverlap:
      ("is k, all taps of one axis", "with a stride only some of them meet, on each axis")
    case .kernelOfOneSide:
      (
        "takes one side of the kernel for all of it",
        "it has \(question.kernelNames.joined(separator: "·")) taps"
      )
    case .multiplyAccumulateTwice:
      (
        "counts each multiply-accumulate twice",
        "a multiplication and an addition are two operations, but one MAC"
      )
    case .placesOfOtherKind where isTransposed:
      (
        "lays the kernel on each output cell, as in a Conv2d",
        "in a ConvTranspose2d each input cell meets it once"
      )
    case .placesOfOtherKind:
      (
        "lays the kernel on each input cell, as in a ConvTranspose2d",
        "in a Conv2d each output cell takes it once"
      )
    case .batchForgotten: ("is for one sample", "the batch has N of them")
    default:
      (
        isTransposed
          ? "leaves out the products that are cropped"
          : "leaves out the products with padding zeros",
        "they are formed, too, and were asked for"
      )
    }
  }

  private var additionWords: Words {
    switch self {
    case .firstTermCounted:
      ("counts an addition for every product", "the first one in a cell needs none")
    case .holesLeftOut:
      (
        "counts 0 in cells that nothing reaches, which is what happens",
        "the document's overlap − 1 counts −1 there"
      )
    case .cropForgotten:
      ("counts what the padding crops, too", "A is a sum over the output cells only")
    default:
      ("gives every output cell all K products", "it receives those alone that land on it")
    }
  }

  private var overlapWords: Words {
    switch self {
    case .oneAxis: ("is the most along one axis", "in the plane the axes are multiplied")
    case .axesAdded: ("adds the axes", "each row meets each column, so they are multiplied")
    case .allTapsMeet:
      ("is K, all taps of the kernel", "with a stride only some of them meet in a cell")
    case .quotientRoundedDown:
      ("rounds k/s down, which is the least", "the most is k/s rounded up")
    case .remainderTaken:
      ("takes k mod s", "that says whether the overlap is even, not how much it is")
    default:
      ("is what a large input would give", "this one is so small that no cell receives so many")
    }
  }
}
