import ConvArithmetic

/// An operator of ONNX as a function of PyTorch: a row of `operators.tsv`.
///
/// Source: docs/Operators.md of ONNX 1.23.
struct ONNXOperator: Sendable {
  /// Operators that say something in another form than the function that does the same.
  enum Form: String, Sendable {
    case same = ""
    case pool, transposed, resize, gemm, matmul, layerNorm, split, slice, pad
  }

  let function: GraphFunction
  let form: Form
  /// The parameters that its inputs take, in their order, and which are numbers of the operator.
  let inputs: [(parameter: String, isSetting: Bool)]
  /// The parameters that its attributes take, with what they are where nobody says it.
  let attributes: [(parameter: String, name: String, otherwise: GraphValue?)]
  /// Whether it makes several tensors, in a list.
  let makesSeveral: Bool

  private init?(_ row: DataRow) {
    attributes = row["attributes"].split(separator: ",").map { word in
      let sides = word.split(separator: "=", maxSplits: 1).map(String.init)
      let value = sides.last?.split(separator: ":", maxSplits: 1).map(String.init) ?? []
      let otherwise = value[at: 1].map { word in
        Int(word).map { GraphValue.number($0) } ?? .word(word)
      }
      return (sides.first ?? "", value.first ?? "", otherwise)
    }
    let known = row["parameters"].split(separator: ",").map(String.init)
    let others = attributes.map(\.parameter).filter { !known.contains($0) }
    guard let function = GraphFunction(row, followedBy: others),
      let form = Form(rawValue: row["form"])
    else { return nil }
    (self.function, self.form) = (function, form)
    inputs = known.map { ($0, Self.isSetting($0)) }
    makesSeveral = row["outputs"] == "several"
  }

  private static let rows: [String: ONNXOperator] =
    DataRow.all(PackageResources.operators_tsv).reduce(into: [:]) {
      $0[$1["operator"]] = ONNXOperator($1)
    }

  /// The operator of a node; `nil` for one that is not known, or not of the standard.
  init?(_ node: ONNXNode) {
    // Resize took no region before its scales at first.
    let type = node.type == "Resize" && node.inputs.count == 2 ? "Upsample" : node.type
    guard ["", "ai.onnx"].contains(node.domain), let row = Self.rows[type] else { return nil }
    self = row
  }

  /// The order of PyTorch for the numbers of a pad.
  static let pads = rows[".pads"]?.function

  /// A slice along one dimension, also backwards.
  static let slice = rows[".slice"]?.function

  /// The inputs that are numbers of their operator, and not learnt.
  private static func isSetting(_ parameter: String) -> Bool {
    settings.contains(parameter) || parameter.hasSuffix("zero_point")
      || parameter.hasSuffix("_scale")
  }

  private static let settings: Set<String> = [
    "running_mean", "running_var", "min", "max", "roi", "scale_factor", "scale", "value", "grid",
  ]
}
