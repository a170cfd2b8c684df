import ConvArithmetic

// Calls of modules and functions, each of which adds a module.

extension NetworkReader {
  mutating func call(_ token: PyTorchToken) throws(PyTorchProblem) -> Int {
    let name = lexer.lastPart(token)
    let opened = lexer.next()
    switch name {
    case "cat", "concat", "concatenate": return try concatenation(token)
    case "add", "mul":
      let left = try sum()
      guard lexer.next().kind == .comma else {
        throw PyTorchProblem(token.position, .unclosed, name)
      }
      let right = try sum()
      try close(opened)
      return try add(
        .join(.add), of: [left, right], text: name == "add" ? "+" : "*", at: token)
    default: break
    }
    if let known = ModuleClass.named(name) { return try apply(known, name, token) }
    if name == "Sequential" { return try padded(token) }
    guard let (name, known) = ModuleClass.function(lexer.text(token)) else {
      throw PyTorchProblem(token.position, .unknownEffect, lexer.text(token))
    }
    return try function(known, name, token)
  }

  /// `cat([a, b], 1)`, or with `dim=1`.
  private mutating func concatenation(_ token: PyTorchToken) throws(PyTorchProblem) -> Int {
    let list = lexer.next()
    guard list.kind == .open else {
      throw PyTorchProblem(list.position, .unexpected, lexer.text(list))
    }
    var sources: [Int] = []
    while true {
      sources.append(try sum())
      let separator = lexer.next()
      if separator.kind == .close { break }
      // A comma may stand after the last one.
      if separator.kind == .comma, closes() { break }
      guard separator.kind == .comma else {
        throw PyTorchProblem(list.position, .unclosed, lexer.text(list))
      }
    }
    var dimension = PyTorchValue.integer(0)
    let next = lexer.next()
    if next.kind == .comma {
      dimension = try lexer.arguments(of: "cat", opened: token.position).list.first?.value ?? .none
    } else if next.kind != .close {
      throw PyTorchProblem(token.position, .unclosed, "cat")
    }
    let axes = axes
    guard [isBatched ? 1 : 0, -axes - 1].contains(where: { dimension == .integer($0) }) else {
      throw PyTorchProblem(token.position, .otherDimension)
    }
    return try add(.join(.concatenate), of: sources, text: "cat", at: token)
  }

  /// Reads a closing bracket, if that is what stands here.
  private mutating func closes() -> Bool {
    let before = lexer
    if lexer.next().kind == .close { return true }
    lexer = before
    return false
  }

  /// As many as the modules so far have, or the input leaves.
  private var axes: Int {
    modules.lazy.compactMap(\.stage.axes).first ?? input.map { max(1, $0.count - 2) } ?? 2
  }

  private var isBatched: Bool { input.map { $0.count > axes + 1 } ?? true }

  /// `nn.Class(…)(tensor)`.
  private mutating func apply(
    _ known: ModuleClass, _ name: String, _ token: PyTorchToken
  ) throws(PyTorchProblem) -> Int {
    let start = token.range.lowerBound
    let arguments = try lexer.arguments(of: name, opened: token.position).list
    let text = String(decoding: lexer.bytes[start..<lexer.offset], as: UTF8.self)
    let opened = lexer.next()
    guard opened.kind == .open else { throw PyTorchProblem(token.position, .notApplied, name) }
    let source = try sum()
    try close(opened)
    if let made = stages[axes]?[text] { return try add(made, of: [source], text: text, at: token) }
    let made = try stage(known, name, token, arguments)
    stages[axes, default: [:]][text] = made
    return try add(made, of: [source], text: text, at: token)
  }

  /// `F.max_pool2d(tensor, 2)`, which is written as the module that does the same.
  private mutating func function(
    _ known: ModuleClass, _ name: String, _ token: PyTorchToken
  ) throws(PyTorchProblem) -> Int {
    let source = try sum()
    var arguments: [PyTorchArgument] = []
    let next = lexer.next()
    if next.kind == .comma {
      arguments = try lexer.arguments(of: name, opened: token.position).list
    } else if next.kind != .close {
      throw PyTorchProblem(token.position, .unclosed, name)
    }
    // The tensor is an argument of that one function in its row.
    if name == "F.pad" { arguments.insert(.unwritten(at: token.position), at: 0) }
    let stage = try stage(known, name, token, arguments)
    let text = stage.padModule ?? arguments.call(of: name)
    return try add(stage, of: [source], text: text, at: token)
  }

  private func stage(
    _ known: ModuleClass, _ name: String, _ token: PyTorchToken, _ arguments: [PyTorchArgument]
  ) throws(PyTorchProblem) -> Stage {
    // The word of a share line, which PyTorch does not have.
    let rest = arguments.filter {
      !($0.name == "padding" && $0.isQuoted && $0.value == .word("causal"))
    }
    let call = try ModuleCall(
      known, name: name, at: token.position, axes: known.axes ?? axes, rest)
    guard let stage = try call.stages(isSource: true, isBatched: isBatched).first else {
      throw PyTorchProblem(token.position, .unknownEffect, name)
    }
    guard rest.count < arguments.count else { return stage }
    guard case .convolution(var layer) = stage, layer.direction == .convolution else {
      throw PyTorchProblem(token.position, .unknownEffect, name)
    }
    layer.padding = .causal
    return .convolution(layer)
  }

  /// - Returns: The tensor that the module makes.
  mutating func add(
    _ stage: Stage, of sources: [Int], text: String, at token: PyTorchToken
  ) throws(PyTorchProblem) -> Int {
    guard modules.count < NamedNetwork.mostModules else {
      throw PyTorchProblem(token.position, .tooManyModules, NamedNetwork.mostModules.grouped)
    }
    modules.append(NamedNetwork.Module(target, stage, of: sources, text: text))
    lines.append(token.position.line)
    return modules.count
  }
}

extension ModuleClass {
  /// The class whose module does what a function of `torch` or `torch.nn.functional` does:
  /// `F.max_pool2d` is `MaxPool2d`; `nil` for one that takes weights, and for one not known.
  fileprivate static func function(_ name: String) -> (name: String, known: ModuleClass)? {
    let last = name.split(separator: ".").last.map(String.init) ?? name
    if last == "pad" { return named("F.pad").map { ("F.pad", $0) } }
    return calledAs(last == "interpolate" ? "upsample" : last)
      .flatMap { $0.known.isConvolution ? nil : $0 }
  }
}

extension Stage {
  /// The module that pads as this stage does; `nil` for one that does something else.
  var padModule: String? {
    let pads = maps.compactMap { map in
      if case .pad(let before, let after, let mode) = map { (before, after, mode) } else { nil }
    }
    guard let mode = pads.first?.2, pads.count == maps.count else { return nil }
    // The last axis comes first.
    let cells = pads.reversed().flatMap { [$0.0, $0.1] }
    return "nn.\(mode.module(axes: pads.count))(\(tupleText(cells)))"
  }
}

extension PyTorchArgument {
  fileprivate static func unwritten(at position: TextPosition) -> PyTorchArgument {
    PyTorchArgument(
      name: nil, value: .none, text: "", namePosition: position, position: position)
  }
}

extension [PyTorchArgument] {
  /// A call with these arguments: `nn.MaxPool2d(2, stride=1)`.
  func call(of className: String) -> String {
    let words = map { ($0.name.map { "\($0)=" } ?? "") + $0.text }
    return "nn.\(className)(\(words.joined(separator: ", ")))"
  }
}
