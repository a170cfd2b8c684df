/// One case answered in JSON: what `convscope batch` writes for a line.
package struct CaseAnswer {
  /// The cells of the longest axis whose coverage is listed.
  private let longestList: Int
  private let figures = CaseFigures()
  package private(set) var writer = JSONWriter()

  package static let usualList = 4096
  /// More would be a line that no reader takes.
  private static let mostCells = 1 << 24

  package init(listing longestList: Int = usualList) { self.longestList = longestList }

  /// Answers a line of JSON, without its end, with a line of JSON; lines are counted from 1.
  package mutating func answer(_ line: UnsafeRawBufferPointer, number: Int) {
    let start = writer.bytes.count
    do throws(NotationError) {
      let fields = try CaseFields.read(line)
      do {
        if let network = try fields.network() {
          try answer(network, id: fields.id)
        } else {
          try succeed(id: fields.id, try fields.subject().forward())
        }
      } catch {
        writer.truncate(to: start)
        fail(id: fields.id, error, inLine: number)
      }
      writer.endLine()
    } catch { refuse(error, number: number) }
  }

  /// Answers in place of a line that cannot be read.
  package mutating func refuse(_ problem: NotationError, number: Int) {
    let message = "line \(number) \(problem.message)"
    writer.failure(id: nil, line: number, [NotationError(message, of: problem.parameter)])
    writer.endLine()
  }

  /// Describes a valid layer in one line; a count or a list may not fit.
  package mutating func describe(_ pass: ForwardPass) throws(NotationError) {
    try succeed(id: nil, pass)
    writer.endLine()
  }

  /// Describes a network in one line, or says where it goes no further.
  package mutating func describe(_ network: NamedNetwork) throws(NotationError) {
    try answer(NetworkCase(network), id: nil)
    writer.endLine()
  }

  private mutating func fail(id: JSONReader.Value?, _ error: any Error, inLine number: Int) {
    switch error {
    case let refusal as Refusal:
      let problems = refusal.reasons.map { NotationError($0.text, of: $0.hyperparameter.rawValue) }
      writer.failure(id: id, line: nil, problems)
    case let problems as CaseProblems: writer.failure(id: id, line: number, problems.problems)
    case let problem as NotationError: writer.failure(id: id, line: nil, [problem])
    default: break
    }
  }

  private mutating func succeed(id: JSONReader.Value?, _ pass: ForwardPass) throws(NotationError) {
    let lists = try lists(pass)
    writer.object { json in
      json.identifier(id)
      json.field("ok", true)
      json.facts(pass, lists, figures)
    }
    if writer.hasOverflow { throw .countOverflow }
  }

  private mutating func answer(
    _ network: NetworkCase, id: JSONReader.Value?
  ) throws(NotationError) {
    writer.object { json in
      json.identifier(id)
      if let (module, problems) = network.failure {
        json.field("ok", false)
        json.field("module", module)
        json.errors(problems)
      } else {
        json.field("ok", true)
        json.facts(network)
      }
    }
    if writer.hasOverflow { throw .networkOverflow }
  }

  private func lists(_ pass: ForwardPass) throws(NotationError) -> [(Axis, Coverage)] {
    guard longestList > 0, pass.countRefusal == nil else { return [] }
    let coverages = pass.overlap.coverage
    let listed = zip(coverages.axes, coverages).filter { $0.1.size <= longestList }
    if listed.contains(where: { $0.1.size > Self.mostCells }) {
      throw NotationError("has more than \(Self.mostCells.grouped) cells", of: "coverage")
    }
    return listed
  }
}

extension NotationError {
  /// Of no single hyperparameter: the product of several is too large.
  package static let countOverflow = NotationError(
    "a count of this layer does not fit in 127 bits", of: "op")

  fileprivate static let networkOverflow = NotationError(
    "a count of this network does not fit in 127 bits", of: "modules")
}

extension JSONWriter {
  fileprivate mutating func identifier(_ id: JSONReader.Value?) {
    switch id {
    case .text(let text): field("id", text)
    case .number(let number): field("id", number)
    case nil, .null, .flag, .fraction, .numbers, .fractions, .lists, .other: break
    }
  }

  fileprivate mutating func failure(
    id: JSONReader.Value?, line: Int?, _ problems: [NotationError]
  ) {
    object { json in
      json.identifier(id)
      if let line { json.field("line", line) }
      json.field("ok", false)
      json.errors(problems)
    }
  }

  fileprivate mutating func errors(_ problems: [NotationError]) {
    list("errors", problems) { json, problem in
      json.field("parameter", problem.parameter)
      json.field("message", problem.message)
    }
  }

  /// Everything about a valid layer, as the report and the batch have it.
  fileprivate mutating func facts(
    _ pass: ForwardPass, _ lists: [(Axis, Coverage)], _ figures: CaseFigures
  ) {
    field("output", pass.output.dimensions)
    field("weight", pass.weight)
    let counts = pass.counts
    fields(figures.parameters) { counts.count($0) }
    if !lists.isEmpty {
      object("coverage") { json in
        for (axis, coverage) in lists {
          let counter = CellCounter(coverage)
          json.write(named: axis.mark)
          json.append((0..<coverage.size).lazy.map { counter.count(at: $0) })
        }
      }
    }
    object("overlap") { $0.fields(figures.overlap) { counts.count($0) } }
    let documented =
      pass.layer.direction == .convolution ? figures.documented : figures.documentedTransposed
    object("documented") { $0.fields(documented) { counts.count($0) } }
    object("summary") { $0.field("total", Figure.printedSummary.ratio(pass) ?? Ratio(.overflow)) }
    object("executed") { $0.fields(figures.executed) { counts.count($0) } }
    object("conventions") { $0.fields(figures.conventions) { counts.count($0) } }
  }

  private mutating func fields<Number>(
    _ fields: [CaseFigures.Field<Number>], _ count: (Number) -> Count?
  ) {
    for field in fields {
      write(written: field.key)
      append(count(field.number))
    }
  }
}

/// The numbers of an answer.
///
/// Each writer of answers has its own lists: the cores would dispute references that they share.
private final class CaseFigures {
  let parameters = keyed([.parameters])
  let overlap = keyed(Figure.ofMap)
  let documented = keyed(Figure.answered.documented.filter { $0 != .additionsPerFilter })
  let documentedTransposed = keyed(Figure.answered.documented)
  let executed = keyed(Figure.answered.executed)
  let conventions = OperationConvention.tools.map { Field(key: $0.id, number: $0) }

  struct Field<Number> {
    /// As it is written.
    let key: [UInt8]
    let number: Number

    init(key: String, number: Number) {
      (self.key, self.number) = (Array("\"\(key)\":".utf8), number)
    }
  }

  private static func keyed(_ figures: [Figure]) -> [Field<Figure>] {
    figures.map { Field(key: $0.word, number: $0) }
  }
}

/// The JSON Schemas (draft 2020-12) of a line that `convscope batch` reads, and of one it writes, for
/// a layer and for a network.
package enum CaseSchema: String, CaseIterable, Sendable {
  case input, output
  case networkInput = "network-input"
  case networkOutput = "network-output"

  package var bytes: [UInt8] {
    switch self {
    case .input: PackageResources.input_schema_json
    case .output: PackageResources.output_schema_json
    case .networkInput: PackageResources.network_input_schema_json
    case .networkOutput: PackageResources.network_output_schema_json
    }
  }
}
