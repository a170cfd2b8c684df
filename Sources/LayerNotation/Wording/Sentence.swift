/// A sentence of `sentences.tsv`, in which `{1}`, `{2}` and so on stand for what changes.
package enum Sentence: String, CaseIterable, Sendable {
  // Why a text of PyTorch makes no layer.
  case noLayer, notUTF8, unclosedText, tooLong, tooDeep, tooManyModules, unclosed, unexpected
  case notALayer, lazyLayer, foreignConvolution, tooManyRepetitions, missingArgument
  case unknownArgument, didYouMean, repeatedArgument, tooManyArguments, positionalAfterKeyword
  case unknownVariable, unknownVariables, wrongValue, notANumber, notWhole, numberTooLarge,
    wrongFunctionPads, wrongPads, wrongLength
  case wrongLengthOfOne, padOfOtherAxes, padBeforeTransposed, padCrops, padTooLarge, padValue
  case padsTwice, noInputShape, notOneModule, otherDimension, unknownTensor, unknownClass
  case unknownEffect, notApplied
  // Why the size of a layer's input does not follow from a model.
  case otherModelInput, noModelInput, severalRoots, unknownOrder, unknownModuleOrder, unknownModule
  case notAlongAxes, unknownOrderOfClass, forwardNotRead, ownForward
  case repeatedSizes
  case unknownRounding, otherChannelsCome, otherAxesCome, noModuleOutput, moduleRefused
  // What is assumed for it.
  case printedOrder
  // What a layer's text says that the layer does not.
  case padsByInput, padsFirst, lazyChannels, sameRule, quantizedWeight, fusedModules, takenFor
  case inLoop, usesDefaults, samePath
  case computedWeight, unpackedArguments
  // What another library cannot say of a layer.
  case noBatch, paddingByWord, unequalPadding, padsZerosAlone, causal, stridedCausal, cropByWord
  case everyPlace, gapsAsZeros, outputPaddingBelowStride, kerasGroups, jaxGroups, automaticPadding
  case zeroOutputPadding, transposedDilation, foreignSame
  // Why a way to count does not give the right count, or fails.
  case usesOutputSize, ignoresWordPadding, readsUnbatchedAsBatch, dividesByBatch
  case dividesByGroupsTwice, usesConvolutionSize, halvesSamePadding, countsBiasAsProduct
  case countsFirstTermAsAddition, leavesOutBias, ignoresOutputPadding, chargesOutputCells
  case countsHolesAsMinusOne, leavesOutCroppedAdditions, contradictsSteps, dividesByEmptyBatch
  case assertsChannels, buildsEmptyMap, notRecorded
  // Why no layer makes a wanted size.
  case inputBelowOne, outputBelowOne, factorBelowOne, noMultiple, wantedSizeTooLarge
  case enlargesNotEvery, reducesNotEvery, strideExcluded, inequalityUnmet, identityUnmet
  case unreachable, limitsTooWide
  // What is said of the numbers of a layer, and of what cannot be read or written.
  case causalNote, paddingCrops, outputPaddingKeeps, computesNothing, noWholePeriod, evenOverlap
  case unevenOverlap, evenReads, unevenReads, stepsTooLarge, agreesWithSteps, summaryWithBias
  case summaryWithoutBias, chargedProducts, holesInA, memoryNote, columnsOfTransposed, columns
  case noColumns, floorMakes, paper, paperAndMore, flatBilinear, popularRule, noCellInside
  case noPeriodInside, unreachedEnd, unreadEnd, sharedDivisor, resizeAndConvolve, subPixel, noAdvice
  case enlargesNothing, stridesDiffer, noWholeBlocks, noEquivalent, shufflesPlanes, oneSlice, noRoom
  case keepsSize, keepsScale, costNote, orderOfAdvice, noAmount, noBudget, tooManyCells
  case tooManyPatches, noSingleHyperparameter, noOutputPadding, padsNothing, takesNumbers, otherAxes
  case otherRank, missingEquals, shellMeaning, unexpectedOption, missingValue, strideOverCausal
  case copiesNotWritten, ordinaryConvolution, stretchedInput
  // What there is to say of the sizes in a model's graph.
  case argumentNotKnown, unknownFunction, noDimension, notAWeight, stageRefused, otherFeatures
  case complexNumbers, outputPaddingOpen
  case otherDimensions, otherOutputSize, notInGroups, otherWindows, poolExceedsInput
  case oneCell, oneValue
  case zerosAlone, unknownKey, noCommand, reflectsFew
  // Why the arguments of a module contradict each other.
  case groupsDoNotDivide, bothSizeAndScale, noSuchMode, alignsNothing, needsIndices
  case divisorOfNothing
  case sizesDoNotFit, noReshape, inputNotSaid, weightNotSaid, computedOtherwise, recordedAlone
  case broadcastAssumed, weightNormAssumed, attentionAssumed, productsNotCounted, graphCutOff
  case lineNotRead, noOperation, furtherModel
  case recordedModules, paddedByInput, otherInputs, missingParameters, indicesAssumed
  // Why a file is no model, and what an ONNX file does not say.
  case noField, fieldPastEnd, noONNXGraph, noTensorBefore, madeTwice, openSizes, learntAssumed
  case graphsInside, runsNotKnown, archive, pickle, otherFile
  // What is said of a model stage by stage.
  case nothingToWarnOf, sizesNeedInput, sizesNotKnown
  case weightsNotSaid, noOutputBefore, firstSizeGoesOn, convolutionsAlone, otherNamesOpen
  case inputsNotSaid
  case convolutionsOfForward, countersOfConvolutions
  case sharedParameters, missingProducts, reachUnknown
  // Why a network is not shared or kept.
  case networkAndOptions, readsOtherwise, tooLongToKeep
  // What the command line refuses.
  case classAlone, noSuchLayer, nothingCame, moreThanRead, noLayerOfModel, noGoalSize

  private static let rows = DataRow.named(PackageResources.sentences_tsv)

  /// The sentence with its parts; a part in single quotes is from outside, and ``quoted(_:)``.
  package func callAsFunction(_ parts: any CustomStringConvertible...) -> String { text(parts) }

  func text(_ parts: [any CustomStringConvertible]) -> String {
    let words = parts.enumerated().map { ("\($0 + 1)", $1.description) }
    return (Self.rows[rawValue]?["text"] ?? "").filled(Dictionary(uniqueKeysWithValues: words))
  }
}

extension String {
  /// The text of a table with what stands for the names in braces; nothing for an unknown one.
  ///
  /// A name in single quotes stands for a text from outside, written as ``quoted(_:)`` does.
  package func filled(_ words: [String: String]) -> String {
    var (text, left) = ("", self[...])
    // Braces are never a part of another character, and bytes are found sooner.
    while let open = left.utf8.firstIndex(of: UInt8(ascii: "{")),
      let close = left[open...].utf8.firstIndex(of: UInt8(ascii: "}"))
    {
      let word = words[String(left[left.index(after: open)..<close])] ?? ""
      let (before, after) = (left[..<open], left[left.index(after: close)...])
      let isQuoted = before.last == "'" && after.first == "'"
      text.append(contentsOf: isQuoted ? before.dropLast() : before)
      text += isQuoted ? quoted(word) : word
      left = isQuoted ? after.dropFirst() : after
    }
    return text + String(left)
  }
}

/// A sentence with its parts, which still says which one it is.
///
/// It becomes a text when it is shown: a long model has one for each of its stages.
package struct Remark: Error, Equatable, Sendable {
  package let sentence: Sentence
  private let parts: [String]

  package init(_ sentence: Sentence, _ parts: any CustomStringConvertible...) {
    (self.sentence, self.parts) = (sentence, parts.map { $0.description })
  }

  package var text: String { sentence.text(parts) }

  /// The same behind the name of the stage that it is about.
  var textOfStage: String { sentence == .stageRefused ? parts[0] : text }

  /// Remarks that say the same are the same, whatever else they have.
  package static func == (left: Self, right: Self) -> Bool {
    left.sentence == right.sentence && (left.parts == right.parts || left.text == right.text)
  }
}

/// The text of a remark that stands many times, one after the other.
struct RemarkTexts {
  private var last: (remark: Remark, text: String)?

  mutating func text(_ remark: Remark) -> String {
    if let last, last.remark == remark { return last.text }
    let text = remark.text
    last = (remark, text)
    return text
  }
}
