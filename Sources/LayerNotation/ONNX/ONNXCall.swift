import ConvArithmetic

/// A node with what its operator's parameters take.
struct ONNXCall {
  let node: ONNXNode
  /// Its place among the nodes, from 0.
  let place: Int
  /// What parameters take, in the order of the inputs, then of the attributes.
  private(set) var arguments: [(name: String?, value: GraphValue)] = []

  /// The module of its weight, where the name of that says it.
  private(set) var module: String?

  init(_ node: ONNXNode, _ place: Int, makesSeveral: Bool) {
    (self.node, self.place) = (node, place)
    output = (node.outputs.first ?? "") + (makesSeveral ? "_parts" : "")
  }

  /// Gives each input and attribute its parameter.
  mutating func fill(_ known: ONNXOperator, in graph: inout ONNXGraph) {
    if known.inputs.count == 1, known.inputs[0].parameter.hasSuffix("tensors") {
      let all = node.inputs.compactMap { name -> GraphValue? in
        if known.function.isElementwise, let number = graph.factor(name) { return number }
        return graph.resolve(name, at: place)
      }
      for value in all { graph.learn(value) }
      self[known.inputs[0].parameter] = .list(all)
    }
    for (input, name) in zip(known.inputs, node.inputs) where self[input.parameter] == nil {
      let parameter = input.parameter
      guard var value = graph.resolve(name, at: place) else { continue }
      if input.isSetting {
        value = graph.numbers[name] ?? value
      } else if known.function.isElementwise || known.function.castsNumbers,
        let number = graph.factor(name)
      {
        value = number
      } else {
        graph.learn(value)
      }
      if parameter == "weight" { module = graph.module(ofWeight: value) }
      self[parameter] = value
    }
    for (parameter, name, otherwise) in known.attributes where self[parameter] == nil {
      let attribute = node[attribute: name]
      let value = attribute.map { $0.tensor.map { $0.value ?? .unknown } ?? $0.value }
      self[parameter] = value ?? otherwise
    }
  }

  /// What a parameter takes; `nil` where nothing is said.
  subscript(parameter: String) -> GraphValue? {
    get { place(of: parameter).map { arguments[$0].value } }
    set {
      let place = place(of: parameter)
      if let place, let newValue {
        arguments[place].value = newValue
      } else if let newValue {
        arguments.append((parameter, newValue))
      } else if let place {
        arguments.remove(at: place)
      }
    }
  }

  private func place(of parameter: String) -> Int? {
    arguments.firstIndex { $0.name == parameter }
  }

  /// Whole numbers that are known before anything runs.
  func numbers(_ parameter: String) -> [Int]? { self[parameter]?.numbers }

  /// The sizes of a weight that a parameter takes; `nil` for what is none.
  func weight(_ parameter: String, in graph: ModelGraph) -> [Int]? {
    guard let tensor = self[parameter]?.results.first else { return nil }
    return graph.inputs[at: tensor]?.said
  }

  /// The name of what it makes first, or of several tensors in a list.
  let output: String

  func perAxis(_ parameter: String, _ count: Int, otherwise: Int = 1) -> [Int] {
    let numbers = numbers(parameter) ?? []
    return numbers.count == count ? numbers : Array(repeating: otherwise, count: count)
  }

  /// Whether its padding depends on the input's sizes.
  var padsByInput: Bool {
    guard case .word(let word)? = self["auto_pad"], word.hasPrefix("SAME") else { return false }
    return numbers("stride")?.contains { $0 != 1 } ?? false
  }

  /// What a transposed layer crops at both ends of each axis, where no input is needed to know it.
  ///
  /// That is its `pads`, or all above i·s outputs; `nil` where it would have to add cells.
  func croppedEnds(in graph: ModelGraph) -> [Ends<Int>]? {
    let sizes = node[attribute: "kernel_shape"]?.value.numbers
    let weight = weight("weight", in: graph)
    guard let kernel = sizes ?? weight.map({ Array($0.dropFirst(2)) }) else { return nil }
    let axes = kernel.count
    guard case .word(let word)? = self["auto_pad"], word.hasPrefix("SAME") else {
      let pads = numbers("pads") ?? Array(repeating: 0, count: 2 * axes)
      return pads.count == 2 * axes ? zip(pads, pads.dropFirst(axes)).map(Ends.init) : nil
    }
    let (strides, dilations) = (perAxis("stride", axes), perAxis("dilation", axes))
    let kept = perAxis("output_padding", axes, otherwise: 0)
    return (0..<axes).map { axis -> Ends<Int>? in
      let span = Count(dilations[axis]) * (Count(kernel[axis]) - 1) + 1
      guard let total = Int(exactly: span + Count(kept[axis]) - Count(strides[axis])), total >= 0
      else { return nil }
      let (less, more) = (total / 2, total - total / 2)
      return word == "SAME_UPPER" ? Ends(less, more) : Ends(more, less)
    }.complete()
  }

  /// The tensors among them, the ones that are no weights first where the order makes no difference.
  func sources(_ graph: ModelGraph, sorted: Bool) -> [Int] {
    var all: [Int] = []
    for (_, value) in arguments { value.add(to: &all) }
    guard sorted, all.count > 1 else { return all }
    func isWeight(_ tensor: Int) -> Bool {
      graph.inputs.indices.contains(tensor) && graph.inputs[tensor].kind != .user
    }
    return all.filter { !isWeight($0) } + all.filter(isWeight)
  }
}
