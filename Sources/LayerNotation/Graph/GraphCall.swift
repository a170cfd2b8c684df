import ConvArithmetic

/// A function with its arguments.
package struct GraphCall: Sendable {
  let function: GraphFunction
  /// By the parameters that take them.
  let values: [GraphValue?]
  let position: TextPosition
  /// Whether arguments that are not written have their defaults.
  let isSource: Bool

  init(
    _ function: GraphFunction, _ arguments: [(name: String?, value: GraphValue)],
    at position: TextPosition, isSource: Bool = true
  ) {
    (self.function, self.position, self.isSource) = (function, position, isSource)
    let parameters = function.parameters
    var values = [GraphValue?](repeating: nil, count: parameters.count)
    var place = 0
    for (name, value) in arguments {
      if let name {
        if let place = Self.place(of: name, in: parameters) { values[place] = value }
      } else if place < parameters.count, parameters[place].hasPrefix("*"), value.isItem {
        // All that follow one by one.
        values[place] = .list((values[place]?.items ?? []) + [value])
      } else {
        if place < parameters.count { values[place] = value }
        place += 1
      }
    }
    self.values = values
  }

  private static func place(of name: String, in parameters: [String]) -> Int? {
    let meant = ["axis": "dim", "unflattened_size": "sizes"][name] ?? name
    return parameters.firstIndex(of: meant)
      ?? parameters.firstIndex { $0.hasPrefix("*") && $0.dropFirst() == meant }
  }

  /// What a parameter takes; `nil` where nothing is written.
  func value(of parameter: String) -> GraphValue? {
    function.parameters.firstIndex(of: parameter).flatMap { values[$0] }
  }

  /// What `convolution` of aten is, by its arguments: `conv_transpose2d`; `nil` for another function.
  var convolutionName: String? {
    guard function.effectName == "either", let axes = value(of: "stride")?.items.count,
      (1...3).contains(axes)
    else { return nil }
    let isTransposed = value(of: "transposed")?.isTrue ?? false
    return ConvLayer(isTransposed ? .transposed : .convolution, axes: axes).op.functionName
  }

  func arguments(_ value: (Int) -> GraphValue) -> GraphArguments {
    let known = values.map { given -> GraphValue? in
      // Most are one tensor, or nothing that is to be known.
      if case .result(let tensor)? = given { return value(tensor) }
      return given?.isSettled ?? true ? given : given?.resolved(value)
    }
    return GraphArguments(call: self, values: known)
  }
}

/// The stages that calls are; most calls of a function are equal to the one before.
struct SettledStages: Sendable {
  private var last: [String: (arguments: GraphArguments, rule: GraphRule)] = [:]

  /// Takes a stage in place of the last operation's call, where it is one by the sizes that the
  /// text has.
  mutating func settleLast(in graph: inout ModelGraph) {
    let place = graph.operations.count - 1
    guard place >= 0, case .function(let call) = graph.operations[place].rule,
      case .stage = call.function.effect.rule
    else { return }
    let function = call.function
    let arguments = call.arguments { graph.said(of: $0).map { .shape($0) } ?? .unknown }
    if let last = last[function.name], last.arguments.call.function === function,
      last.arguments.values == arguments.values
    {
      return graph.operations[place].rule = last.rule
    }
    guard let stage = arguments.stage else { return }
    let rule = GraphRule.stage(stage)
    graph.operations[place].rule = rule
    last[function.name] = (arguments, rule)
  }
}

/// The arguments of a call, as far as they are known.
struct GraphArguments: Sendable {
  let call: GraphCall
  let values: [GraphValue?]

  /// `nil` for an argument that has its default.
  subscript(parameter: String) -> GraphValue? {
    guard let place = call.function.parameters.firstIndex(of: parameter) else { return nil }
    return values[place]
  }

  var name: String { call.function.name }

  /// The same with nothing said of one of them; `nil` where that is known, or none of that name.
  func without(_ parameter: String) -> GraphArguments? {
    guard let place = call.function.parameters.firstIndex(of: parameter),
      values[place]?.isSettled == false
    else { return nil }
    var values = values
    values[place] = nil
    return GraphArguments(call: call, values: values)
  }

  /// The call as a stage, where it is one and all that makes it so is known.
  var stage: Stage? {
    guard case .stage(let rule) = call.function.effect.rule else { return nil }
    let isSettled = zip(call.function.parameters, values).allSatisfy { parameter, value in
      value?.isSettled ?? true || Self.tensors.contains(parameter)
    }
    return isSettled ? try? rule(self) : nil
  }

  /// Parameters that change nothing, whatever their size.
  private static let tensors: Set<String> = ["input", "bias", "running_mean", "running_var"]

  /// The sizes of a tensor among the arguments.
  func shape(_ parameter: String = "input") throws(GraphGap) -> [Int] {
    guard let shape = self[parameter]?.shape else { throw open(parameter) }
    return shape
  }

  /// A number, alone or the only one of a list; the default where none is written.
  func number(_ parameter: String, otherwise: Int? = nil) throws(GraphGap) -> Int {
    let value = self[parameter] ?? .nothing
    if value == .nothing, let otherwise { return otherwise }
    guard let number = value.items.count == 1 ? value.items[0].number : nil else {
      throw open(parameter)
    }
    return number
  }

  /// Numbers in a list, or one alone.
  func numbers(_ parameter: String) throws(GraphGap) -> [Int] {
    guard let numbers = self[parameter]?.numbers else { throw open(parameter) }
    return numbers
  }

  /// A dimension that is counted from the end where it is negative.
  func dimension(
    _ parameter: String, otherwise: Int? = nil, of rank: Int
  ) throws(GraphGap) -> Int {
    try place(try number(parameter, otherwise: otherwise), of: rank)
  }

  func place(_ dimension: Int, of rank: Int) throws(GraphGap) -> Int {
    let place = dimension < 0 ? dimension &+ rank : dimension
    guard (0..<rank).contains(place) else {
      throw .refused(Remark(.noDimension, dimension, rank))
    }
    return place
  }

  /// Dimensions in a list; all of them where none is written.
  func dimensions(_ parameter: String, of rank: Int) throws(GraphGap) -> [Int] {
    let value = self[parameter] ?? .nothing
    if value == .nothing || value == .list([]) { return Array(0..<rank) }
    var places: [Int] = []
    for dimension in try numbers(parameter) { places.append(try place(dimension, of: rank)) }
    return places
  }

  func open(_ parameter: String) -> GraphGap {
    let word = parameter.hasPrefix("*") ? String(parameter.dropFirst()) : parameter
    return .open(Remark(.argumentNotKnown, call.function.name, word))
  }
}
