import ConvArithmetic

extension ModelSheet {
  /// The whole model as one object in one line; a number that does not fit is null.
  package var json: [UInt8] {
    JSONWriter.line { json in
      json.object("model") { json in
        json.field("title", title)
        json.field("text", origin.rawValue)
        json.write(sizes: input, "input")
        json.write(sizes: output, "output")
      }
      json.list("stages", stages) { $0.fields($1, overlap($1)) }
      json.object("totals") { totals(&$0) }
      json.list("notes", notes) { $0.field("message", $1) }
      let refused = stages.filter { $0.isRefused }.map { ($0.line, $0.faultLine ?? "") }
      json.list("problems", problems.map { ($0.line, $0.message) } + refused) { json, problem in
        json.field("line", problem.0)
        json.field("message", problem.1)
      }
    }
  }

  private func totals(_ json: inout JSONWriter) {
    let (all, known) = convolutions
    json.field("parameters", parameters)
    json.field("multiplications", multiplications)
    json.field("complete", isWhole)
    json.field("peak_elements", peak)
    json.field("torch_flops", torchFlops)
    json.field("convolutions", all)
    json.field("convolutions_with_sizes", known)
    let tools = toolTotals
    json.object("conventions") { json in
      for total in tools { json.field(of: total.convention, total.count) }
    }
    json.object("not_covered") { json in
      for total in tools { json.field(of: total.convention, total.missing) }
    }
    json.object("not_recorded") { json in
      for total in tools { json.field(of: total.convention, total.unknown) }
    }
  }
}

extension JSONWriter {
  fileprivate mutating func fields(_ stage: ModelStage, _ overlap: String?) {
    field("path", stage.path)
    field("op", stage.op)
    write(sizes: stage.input, "input")
    write(sizes: stage.output, "output")
    field("basis", stage.basis.rawValue)
    if let reason = stage.reason { field("reason", reason) }
    if let layer = stage.layer { hyperparameters(layer) }
    field("parameters", stage.parameters)
    field("multiplications", stage.multiplications)
    if stage.reach.isEmpty {
      write(text: stage.seesEverything ? "all" : nil, "receptive_field")
    } else {
      field("receptive_field", stage.reach)
    }
    write(text: overlap, "overlap")
    write(text: stage.wholeOverlap, "whole_overlap")
    if stage.repetitions > 1 { field("repetitions", stage.repetitions) }
    if let fault = stage.fault { field("problem", fault.text) }
    field("line", stage.line)
  }

  /// All hyperparameters of a layer by their names, those with PyTorch's defaults, too.
  private mutating func hyperparameters(_ layer: ConvLayer) {
    let subject = LayerCase(
      layer: layer, input: TensorShape(batch: nil, channels: 1, size: layer.kernelSize))
    for hyperparameter in Hyperparameter.allCases
    where ![.op, .batch, .input].contains(hyperparameter) {
      guard let value = subject.value(of: hyperparameter) else { continue }
      if case .padding(.explicit(let ends)) = value {
        field(padding: ends)
      } else {
        write(named: hyperparameter.rawValue)
        append(value)
      }
    }
  }

  fileprivate mutating func write(sizes: [Int]?, _ key: StaticString) {
    if let sizes { field(key, sizes) } else { field(key, Count?.none) }
  }

  private mutating func write(text: String?, _ key: StaticString) {
    if let text { field(key, text) } else { field(key, Count?.none) }
  }

  fileprivate mutating func field(of convention: OperationConvention, _ count: Count?) {
    write(named: convention.id)
    append(count)
  }
}
