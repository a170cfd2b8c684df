import ConvArithmetic
import Foundation

/// A layer, and what PyTorch 2.13 answered; the fields are explained beside the file.
struct RecordedCase: Decodable, Sendable {
  let id: String
  let op: String
  let input: [Int]
  let inChannels: Int
  let outChannels: Int
  let kernelSize: [Int]
  let stride: [Int]
  let padding: RecordedPadding
  let dilation: [Int]
  let outputPadding: [Int]?
  let groups: Int
  let bias: Bool
  let tags: [String]
  let expected: Answer

  struct Answer: Decodable, Sendable {
    let ok: Bool
    let error: String?
    let errorFloat64: String?
    let float64: OtherAnswer?
    let coverageUnavailable: String?
    let output: [Int]?
    let weight: [Int]?
    let parameters: ExactInteger?
    let coverageH: [Int]?
    let coverageW: [Int]?
    let coverageHSum: ExactInteger?
    let coverageWSum: ExactInteger?
    let overlapSum: ExactInteger?
    let overlapMax: ExactInteger?
    let overlapMin: ExactInteger?
    let holes: ExactInteger?
    let additionsDocumented: ExactInteger?
    let additionsExact: ExactInteger?
    let psi: ExactInteger?
    let lambda: ExactInteger?
    let gamma: ExactInteger?
    let documentedTotal: ExactInteger?
    let summaryTotal: ExactInteger?
    let executed: Executed?
    /// What each tool prints, by its id; three accepted layers were not given to them.
    let tools: [String: ToolAnswer]?
  }

  /// What a tool printed, or its exception.
  enum ToolAnswer: Decodable, Hashable, Sendable {
    case number(Count)
    case exception(String)

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let number = try? container.decode(Int128.self) {
        self = .number(Count(number))
      } else {
        self = .exception(try container.decode(String.self))
      }
    }
  }

  struct Executed: Decodable, Sendable {
    let mulAll: ExactInteger
    let mulReal: ExactInteger
    /// Of a Conv2d only.
    let addAll: ExactInteger?
    let addReal: ExactInteger
    let addRealStrict: ExactInteger
  }

  /// The answer of another precision.
  struct OtherAnswer: Decodable, Sendable {
    let ok: Bool
    let error: String?
  }
}

extension RecordedCase.Answer {
  /// PyTorch's words for a refusal, those of its reference path first.
  var message: String? { float64?.error ?? coverageUnavailable ?? errorFloat64 ?? error }
}

/// The `padding` argument: a pair of numbers, or any word.
enum RecordedPadding: Decodable, Sendable {
  case cells([Int])
  case word(String)

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let word = try? container.decode(String.self) {
      self = .word(word)
    } else {
      self = .cells(try container.decode([Int].self))
    }
  }
}

/// An integer of any size that fits: a JSON number, or a decimal string above 2^53 − 1.
struct ExactInteger: Decodable, Sendable {
  let count: Count

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let number = try? container.decode(Int128.self) {
      count = Count(number)
      return
    }
    guard let number = Int128(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "no integer")
    }
    count = Count(number)
  }
}
