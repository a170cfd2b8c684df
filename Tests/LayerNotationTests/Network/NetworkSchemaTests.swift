import LayerNotation
import Testing

@Suite struct NetworkSchemaTests {
  private let networks: SchemaValidator
  private let answers: SchemaValidator

  init() throws {
    networks = SchemaValidator(root: try JSONValue.read(CaseSchema.networkInput.bytes))
    answers = SchemaValidator(root: try JSONValue.read(CaseSchema.networkOutput.bytes))
  }

  /// What the recorded chains do not have: three axes, joins, and figures that have no number.
  private static let others = [
    #"{"input":[1,1,4,6,8],"modules":[{"op":"conv3d","in_channels":1,"out_channels":1,"kernel_size":3},{"op":"adaptive_avg_pool3d","output_size":1}]}"#,
    #"{"input":[1,2,9],"modules":[{"op":"max_pool1d","kernel_size":2},{"op":"upsample","scale_factor":2},{"op":"cat","from":[1,-1]}]}"#,
    #"{"input":[1,4,4,4],"modules":[{"op":"pixel_unshuffle","downscale_factor":2},{"op":"pixel_shuffle","upscale_factor":2}]}"#,
    #"{"id":1,"input":[1,4,4],"modules":[{"op":"lstm"}]}"#,
    #"{"id":1,"input":[1,4,4],"modules":[]}"#,
  ]

  @Test func `every network and every answer is as the schemas say, and no field is left out`()
    throws
  {
    var (read, written): (Set<String>, Set<String>) = ([], [])
    let recorded = try RecordedNetwork.chains.get().map(\.line)
    for line in recorded + Self.others.map({ Array($0.utf8) }) {
      let (network, answer) = (try JSONValue.read(line), try JSONValue.read(answer(line)))
      if network["modules"]?.list?.isEmpty == false {
        #expect(try networks.complaints(network) == [])
      }
      #expect(try answers.complaints(answer) == [])
      read.formUnion(network.places())
      written.formUnion(answer.places())
    }
    // Only a network in Python has names.
    let python = "x = torch.zeros(1, 1, 9); y = nn.MaxPool1d(2)(x)"
    var named = CaseAnswer()
    try named.describe(NamedNetwork(reading: Array(python.utf8)))
    let answer = try JSONValue.read(named.writer.bytes)
    #expect(try answers.complaints(answer) == [])
    written.formUnion(answer.places())
    #expect(read.isSuperset(of: try networks.places()))
    // What is true of one axis is true of the others.
    func anyAxis(_ places: Set<String>) -> Set<String> {
      Set(places.map { $0.replacing(/\.[ldhw](?=\.|$)/, with: ".axis") })
    }
    #expect(anyAxis(written) == anyAxis(try answers.places()))
    #expect(written.isSubset(of: try answers.places()))
  }

  @Test(arguments: [
    (#"{"modules":[{"op":"relu"}]}"#, "input"), (#"{"input":[1,1,3],"modules":[]}"#, "modules"),
    (#"{"input":[1,1,3],"modules":3}"#, "modules"),
    (#"{"input":3,"modules":[{"op":"relu"}]}"#, "input"),
    (#"{"input":[1],"modules":[{"op":"relu"}]}"#, "input"),
    (#"{"input":[1,1,0],"modules":[{"op":"relu"}]}"#, "input"),
    (#"{"input":[1,1,3],"stride":1,"modules":[{"op":"relu"}]}"#, "stride"),
    (#"{"input":[1,1,3],"modules":[{"op":"relu"}],"id":[]}"#, "id"),
  ])
  func `a line that is no network says what is wrong with it`(line: String, parameter: String)
    throws
  {
    let answer = try answer(line)
    #expect(answer["ok"] == .flag(false))
    #expect(answer["line"] == .number(1))
    #expect(answer["errors"]?.list?.first?["parameter"] == .text(parameter))
  }

  // ⌊8 · 1.25⌋ is 10, and ⌊6 · 2.5⌋ is 15.
  @Test(arguments: [
    ("[1,1,8]", "1.25", [10]), ("[1,1,8]", "[1.25]", [10]), ("[1,1,8,6]", "[1.25,2]", [10, 12]),
    ("[1,1,8,6]", "[2,2.5]", [16, 15]), ("[1,1,8,6]", "[2.0,2]", [16, 12]),
  ])
  func `a factor may be a fraction, as a model has it`(input: String, factor: String, size: [Int])
    throws
  {
    let answer = try answer(
      #"{"input":\#(input),"modules":[{"op":"upsample","scale_factor":\#(factor)}]}"#)
    #expect(answer["ok"] == .flag(true))
    #expect(answer["shapes"] == .list([.list(([1, 1] + size).map { .number(Int128($0)) })]))
  }

  @Test(arguments: [
    (#"{}"#, "op"), (#"{"op":3}"#, "op"), (#"{"op":"softmax4d"}"#, "op"),
    (#"{"op":"conv1d"}"#, "op"), (#"{"op":"max_pool1d","kernel_size":2,"strides":2}"#, "strides"),
    (#"{"op":"max_pool1d","kernel_size":"2"}"#, "kernel_size"),
    (#"{"op":"max_pool1d","kernel_size":[2,2]}"#, "kernel_size"),
    (#"{"op":"max_pool1d","kernel_size":99999999999999999999}"#, "kernel_size"),
    (#"{"op":"max_pool1d","kernel_size":4}"#, "kernel_size"),
    (#"{"op":"max_pool1d","kernel_size":2,"padding":2}"#, "padding"),
    (#"{"op":"relu","from":[0,0]}"#, "from"), (#"{"op":"add","from":[1]}"#, "from"),
    (#"{"op":"add","from":9223372036854775807}"#, "from"), (#"{"op":"add","from":[]}"#, "from"),
    (#"{"op":"add","axis":1}"#, "axis"), (#"{"op":"relu","op":"relu"}"#, "op"),
    (#"{"op":"batch_norm1d","num_features":7}"#, "num_features"),
    (#"{"op":"batch_norm2d","num_features":1}"#, "op"),
    (#"{"op":"upsample","scale_factor":2,"size":6}"#, "size"),
    (#"{"op":"reflection_pad1d","padding":3}"#, "padding"),
  ])
  func `a module that cannot be built or applied is named with its argument`(
    module: String, parameter: String
  ) throws {
    let answer = try answer(#"{"id":"x","input":[1,1,3],"modules":[{"op":"relu"},\#(module)]}"#)
    #expect(answer["ok"] == .flag(false))
    #expect(answer["id"] == .text("x"))
    #expect(answer["module"] == .number(1))
    #expect(answer["line"] == nil)
    #expect(answer["errors"]?.list?.first?["parameter"] == .text(parameter))
  }
}
