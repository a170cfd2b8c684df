import ConvArithmetic
import LayerNotation
import Testing

/// The batch's answers to all recorded layers, field by field.
@Suite struct RecordedAnswerTests {
  private let lines: [RecordedLine]

  init() throws { lines = try RecordedLine.recorded.get() }

  @Test func `every accepted layer is answered with the recorded numbers and nothing else`() throws
  {
    let accepted = lines.filter(\.isAccepted)
    #expect(accepted.count == 2_496)
    for recorded in accepted {
      let bytes = answer(recorded.line)
      #expect(bytes.last == UInt8(ascii: "\n"), "\(recorded.id)")
      var fields = try #require(try JSONValue.read(bytes).fields, "\(recorded.id)")
      try expectCoverage(fields.removeValue(forKey: "coverage"), of: recorded)
      if recorded.expected["tools"] == nil { fields["conventions"] = nil }
      #expect(fields == recorded.answer, "\(recorded.id)")
    }
  }

  /// The lists of up to 4,096 cells, with the recorded sums; those of up to 64 were recorded.
  private func expectCoverage(_ coverage: JSONValue?, of recorded: RecordedLine) throws {
    let isOrdinary = recorded.layer["op"] == .text("conv2d")
    let sizes = (isOrdinary ? recorded.layer["input"] : recorded.expected["output"])?.list ?? []
    for (key, size) in zip(["h", "w"], sizes.suffix(2).compactMap(\.number)) {
      let list = coverage?[key]?.list
      #expect((list == nil) == (size > 4096), "\(recorded.id)")
      guard let list else { continue }
      #expect(list.count == size, "\(recorded.id)")
      let sum = try #require(recorded.expected["coverage_\(key)_sum"]?.number, "\(recorded.id)")
      #expect(list.compactMap(\.number).reduce(0, +) == sum, "\(recorded.id)")
      guard let measured = recorded.expected["coverage_\(key)"] else { continue }
      #expect(.list(list) == measured, "\(recorded.id)")
    }
  }

  @Test func `every refused layer names a parameter that PyTorch complains of`() throws {
    let refused = lines.filter { !$0.isAccepted }
    #expect(refused.count == 504)
    for recorded in refused {
      let answer = try JSONValue.read(answer(recorded.line))
      #expect(answer["ok"] == .flag(false), "\(recorded.id)")
      #expect(answer["id"] == .text(recorded.id))
      let errors = try #require(answer["errors"]?.list, "\(recorded.id)")
      #expect(errors.allSatisfy { $0["message"]?.text?.isEmpty == false }, "\(recorded.id)")
      let named = Set(errors.compactMap { $0["parameter"]?.text })
      let meant =
        Self.parameters.first { recorded.message.contains($0.fragment) }?.names
        ?? (recorded.layer["in_channels"] == .number(0) ? ["in_channels"] : [])
      #expect(!named.isDisjoint(with: meant), "\(recorded.id) \(named) \(recorded.message)")
    }
  }

  /// The parameters that a message of PyTorch's can be about.
  private static let parameters: [(fragment: String, names: Set<String>)] = [
    ("groups must be a positive integer", ["groups"]),
    ("must be divisible by groups", ["groups"]),
    ("is not supported for strided convolutions", ["padding", "stride"]),
    ("tensor with negative dimension", ["in_channels", "out_channels", "kernel_size"]),
    ("negative padding is not supported", ["padding"]),
    ("negative output_padding is not supported", ["output_padding"]),
    ("non-positive stride is not supported", ["stride"]),
    ("dilation should be greater than zero", ["dilation"]),
    ("expected weight to be at least", ["in_channels", "out_channels"]),
    ("channels instead", ["input"]),
    ("Kernel size can't be greater than actual input size", ["kernel_size"]),
    ("Only zero batch or zero channel inputs", ["input"]),
    ("kernel size should be greater than zero", ["kernel_size"]),
    ("select(): index 0 out of range", ["kernel_size"]),
    ("output padding must be smaller than either stride or dilation", ["output_padding"]),
    ("non-empty 2D or 4D weight tensor expected", ["out_channels"]),
    ("Output size is too small", ["padding", "input", "kernel_size"]),
    ("invalid shape dimension", ["input"]),
    ("Expected 3D (unbatched) or 4D (batched) input", ["input"]),
    ("Invalid padding string", ["padding"]),
  ]
}

extension RecordedLine {
  /// The whole answer but for `coverage`, as the design names its fields, from the recording.
  fileprivate var answer: [String: JSONValue] {
    var answer: [String: JSONValue] = [
      "id": .text(id), "ok": .flag(true), "output": self["output"], "weight": self["weight"],
      "parameters": self["parameters"], "documented": documented, "executed": executed,
      "overlap": .object([
        "sum": self["overlap_sum"], "max": self["overlap_max"], "min": self["overlap_min"],
        "holes": self["holes"],
      ]),
      "summary": .object(["total": .text(expected["summary_total"]?.number?.description ?? "")]),
    ]
    answer["conventions"] = expected["tools"]?.fields.map { tools in
      // A string that is no number is the tool's exception.
      .object(tools.mapValues { $0.number.map { .number($0) } ?? .null })
    }
    return answer
  }

  /// A recorded value, a number as a number.
  private subscript(key: String) -> JSONValue {
    let value = expected[key] ?? .null
    return value.number.map { .number($0) } ?? value
  }

  private var documented: JSONValue {
    var fields: [String: JSONValue] = [
      "filters": self["psi"], "per_filter": self["lambda"], "aggregation": self["gamma"],
      "total": self["documented_total"],
    ]
    if layer["op"] == .text("conv_transpose2d") {
      fields["additions_per_filter"] = self["additions_documented"]
    }
    return .object(fields)
  }

  private func recordedCount(_ key: String) -> Int128 { expected["executed"]?[key]?.number ?? 0 }

  private var executed: JSONValue {
    let output = expected["output"]?.list?.compactMap(\.number) ?? []
    let biases = layer["bias"] == .flag(true) ? output.reduce(1, *) : 0
    // The recorded additions are with those of the biases.
    return .object([
      "multiplications": .number(recordedCount("mul_all")), "bias_additions": .number(biases),
      "additions": .number(
        uncroppedFirstTerms.map { recordedCount("mul_all") - $0 }
          ?? recordedCount("add_all") - biases),
      "useful_multiplications": .number(recordedCount("mul_real")),
      "useful_additions": .number(recordedCount("add_real") - biases),
    ])
  }

  /// The cells of a transposed layer's uncropped result that something reaches, by loops: the
  /// recording has none of them, as PyTorch crops.
  private var uncroppedFirstTerms: Int128? {
    guard layer["op"] == .text("conv_transpose2d") else { return nil }
    let numbers = { (key: String) in self.layer[key]?.list?.compactMap(\.number) ?? [] }
    let (input, kernel) = (numbers("input"), numbers("kernel_size"))
    let (stride, dilation) = (numbers("stride"), numbers("dilation"))
    let reached = (0..<2).map { axis in
      var cells: Set<Int128> = []
      for place in 0..<input.suffix(2)[input.count - 2 + axis] {
        for tap in 0..<kernel[axis] { cells.insert(place * stride[axis] + tap * dilation[axis]) }
      }
      return Int128(cells.count)
    }
    let samples = input.count == 4 ? input[0] : 1
    return samples * (layer["out_channels"]?.number ?? 0) * reached[0] * reached[1]
  }
}
