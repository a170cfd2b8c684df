import ConvArithmetic

/// A function of `torch`, of `torch.nn.functional` or of aten, a method of a tensor, or an operator:
/// a row of `functions.tsv`, where names are without a last underscore.
///
/// Source: `aten/src/ATen/native/native_functions.yaml`, and the functions' pages of PyTorch 2.
package final class GraphFunction: Sendable {
  /// The word in the table.
  let name: String
  let effect: GraphEffect
  /// The word of its effect; empty for a function that has no row.
  let effectName: String
  /// The module that does the same; empty for functions that no module is.
  let className: String
  let results: Results
  /// In their order; `*dims` takes all arguments that follow.
  let parameters: [String]

  /// How many tensors it makes: one, or several of which the first follows the effect; of a pair the
  /// second one, such as the places of the values, has the sizes of the first.
  enum Results: String, Sendable { case one = "", pair, tuple }

  init(_ name: String, _ effect: GraphEffect, of className: String, parameters: [String]) {
    (self.name, self.effect, self.className) = (name, effect, className)
    (self.parameters, results, effectName, isElementwise) = (parameters, .one, "", false)
  }

  /// Whether it treats values one by one, as tensors are broadcast.
  let isElementwise: Bool

  /// A row of a table; other parameters may follow those in it.
  ///
  /// A rule of its own makes the sizes, where the effect is another function's in all else.
  init?(_ row: DataRow, followedBy others: [String] = []) {
    let rule = row["rule"]
    guard let effect = GraphEffect.named[rule.isEmpty ? row["effect"] : rule],
      let results = Results(rawValue: row["results"])
    else { return nil }
    (name, self.effect, className) = (row["name"], effect, row["class"])
    (self.results, effectName) = (results, row["effect"])
    isElementwise = row["effect"] == "elementwise"
    parameters = row["parameters"].split(separator: ",").map(String.init) + others
  }

  /// The same along so many axes: `max_pool2d` of `max_pool{}d`.
  func along(axes: Int) -> GraphFunction {
    GraphFunction(self, name: name.filled(["": "\(axes)"]))
  }

  private init(_ function: GraphFunction, name: String) {
    (self.name, effect, effectName) = (name, function.effect, function.effectName)
    (className, parameters) = (function.className, function.parameters)
    (results, isElementwise) = (function.results, function.isElementwise)
  }

  private static let rows: [String: GraphFunction] =
    DataRow.all(PackageResources.functions_tsv).reduce(into: [:]) {
      $0[$1["name"]] = GraphFunction($1)
    }

  /// The row of a name without the modules before it; `nil` for one that is not known.
  ///
  /// A last underscore says nothing, and `__and__` is the operator. An activation without a row is
  /// the module of its name.
  static func named(_ name: String) -> GraphFunction? {
    var plain = name.hasSuffix("_") ? String(name.dropLast()) : name
    if name.hasPrefix("__"), name.hasSuffix("__"), name.utf8.count > 4 {
      plain = String(name.dropFirst(2).dropLast(2))
    }
    if let row = rows[name] ?? rows[plain] { return row }
    guard let (className, known) = ModuleClass.calledAs(plain), known.effect == .pointwise,
      let same = GraphEffect.named["same"]
    else { return nil }
    return GraphFunction(plain, same, of: className, parameters: ["input"])
  }

  /// The row of a class that is no stage: `Linear`, `Flatten`.
  static func ofClass(_ name: String) -> GraphFunction? {
    name.first?.isUppercase ?? false ? rows[name] : nil
  }
}

/// What a function does: it is a stage of a network, or makes sizes of other ones.
struct GraphEffect: Sendable {
  enum Rule: Sendable {
    case stage(@Sendable (GraphArguments) throws(GraphGap) -> Stage)
    case sizes(@Sendable (GraphArguments) throws(GraphGap) -> GraphValue)
    /// It makes nothing that anything takes: an assertion.
    case ignored
  }

  let rule: Rule
  /// The multiplications of a direct implementation, from the arguments and what comes out.
  let products: (@Sendable (GraphArguments, [Int]) -> Count)?
  /// Whether there are no others.
  let isCounted: Bool
  /// Whether each value that it makes depends on some of every source, and on each cell of those
  /// some value does.
  let seesSources: Bool

  init(
    _ rule: Rule, products: (@Sendable (GraphArguments, [Int]) -> Count)? = nil,
    isCounted: Bool = true, seesSources: Bool = false
  ) {
    (self.rule, self.products, self.isCounted) = (rule, products, isCounted)
    self.seesSources = seesSources
  }

  /// All of them, by their words in the table.
  static let named: [String: GraphEffect] =
    [stages, products, layouts, joins, parts, numbers, others, made, operators, states, windows]
    .reduce(into: [:]) { $0.merge($1) { first, _ in first } }

  var isIgnored: Bool { if case .ignored = rule { true } else { false } }
}

/// Why there are no sizes.
enum GraphGap: Error, Equatable, Sendable {
  /// The rule does not take what comes.
  case refused(Remark)
  /// Something is not known.
  case open(Remark)

  var remark: Remark {
    switch self {
    case .refused(let remark), .open(let remark): remark
    }
  }
}
