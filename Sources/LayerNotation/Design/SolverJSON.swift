extension SolverAnswer {
  /// The answer as one line of JSON, with its end; the best `listed` layers are in it.
  package func json(_ question: SolverQuestion, listed: Int) -> [UInt8] {
    let rows = solutions.prefix(max(0, listed)).map { SolutionRow($0, of: question.subject) }
    return JSONWriter.line { json in
      json.field("ok", true)
      json.field("op", question.subject.layer.op.functionName)
      json.field("input", question.subject.input.dimensions)
      json.field("goal", "\(question.goal.text) \(question.goal.audienceText)")
      json.field("count", count)
      json.field("listed", Count(rows.count))
      json.field("limit", Count(solutions.count))
      json.field("square", isSquare)
      json.list("solutions", rows) { json, row in json.solution(row) }
    }
  }
}

extension JSONWriter {
  fileprivate mutating func solution(_ row: SolutionRow) {
    let axes = row.solution.axes
    field("pytorch", row.subject.layer.pytorchLine)
    field("kernel_size", axes.map { $0.kernelSize })
    field("stride", axes.map { $0.stride })
    field(padding: axes.map { Ends($0.paddingBefore, $0.paddingAfter) })
    field("dilation", axes.map { $0.dilation })
    if axes[0].direction == .transposed { field("output_padding", axes.map { $0.outputPadding }) }
    field("output", axes.map { $0.output })
    let extremes = row.solution.interiorExtremes
    if !extremes.most.isOverflow {
      object("inside") { json in
        json.field("max", extremes.most)
        json.field("min", extremes.least)
      }
    }
    field("every_input", row.text(.scale))
    field("numbers", row.text(.habit))
    field("parameters", row.pass?[.parameters].fitting)
    field("useful_multiplications", row.pass?[.usefulMultiplications].fitting)
  }
}
