import ConvArithmetic

extension NamedNetwork.Module {
  /// Reads a constructor, such as `nn.MaxPool2d(2)`, for so many axes; it takes the input for now.
  package init(reading text: String, axes: Int) throws(PyTorchProblem) {
    // As it is applied to a tensor, whose shape says how many axes it has.
    let shape = Array(repeating: "1", count: axes + 2).joined(separator: ", ")
    let line = "x = torch.zeros(\(shape)); module = \(text)(x)"
    let network: NamedNetwork
    do throws(PyTorchProblem) {
      network = try NamedNetwork(reading: Array(line.utf8))
    } catch {
      // A misspelt class is taken for a tensor called nn.
      guard error.message == Sentence.unknownTensor.text(["nn"]) else { throw error }
      throw PyTorchProblem(error.position, .unknownClass, Self.className(text))
    }
    guard network.modules.count == 1 else {
      throw PyTorchProblem(TextPosition(), .notOneModule)
    }
    let name = Self.className(text)
    self = network.modules[0]
    self.name = name.lowercased()
  }

  /// The name before the parenthesis, without those of packages.
  private static func className(_ text: String) -> String {
    text.prefix { $0 != "(" }.split(separator: ".").last.map(String.init) ?? text
  }
}

extension NamedNetwork {
  /// Puts a module after another one: what took that one's tensor takes the new one's.
  ///
  /// - Returns: The place of the new one.
  package mutating func insert(_ module: Module, after place: Int) -> Int {
    let tensor = place + 1
    var new = module
    new.sources = [tensor]
    var names = FreeNames(except: modules.map(\.name))
    new.name = names.take(module.name)
    renumber(from: place + 1) { $0 >= tensor ? $0 + 1 : $0 }
    modules.insert(new, at: place + 1)
    return place + 1
  }

  /// Puts a module in the place of another one; it takes what that one took.
  package mutating func replace(_ place: Int, with module: Module) -> Int {
    var new = module
    // Only a join takes several.
    new.sources = Array(modules[place].sources.prefix(1))
    new.name = modules[place].name
    modules[place] = new
    return place
  }

  /// Puts copies of modules that follow each other after the last of them.
  ///
  /// - Returns: The place of the first copy.
  package mutating func duplicate(_ places: Range<Int>) -> Int {
    for (number, module) in modules[places].enumerated() {
      _ = insert(module, after: places.upperBound - 1 + number)
    }
    return places.upperBound
  }

  /// Takes modules out: what took the tensor of one takes the first of those that it took.
  package mutating func remove(_ places: Range<Int>) {
    for place in places.reversed() {
      let source = modules[place].sources.first ?? 0
      modules.remove(at: place)
      renumber(from: place) { $0 == place + 1 ? source : $0 > place + 1 ? $0 - 1 : $0 }
    }
  }

  /// Whether modules and those that follow them can change places: each takes what the one before it
  /// makes, and nothing else takes that.
  package func canExchange(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
    guard first.upperBound == second.lowerBound, !first.isEmpty, !second.isEmpty,
      second.upperBound <= modules.count, first.lowerBound >= 0,
      modules[first.lowerBound].sources.count == 1
    else { return false }
    let inside = first.lowerBound + 1..<second.upperBound
    let takers = modules.reduce(0) { $0 + $1.sources.count { inside.contains($0) } }
    return takers == inside.count && inside.allSatisfy { modules[$0].sources == [$0] }
  }

  package mutating func exchange(_ first: Range<Int>, _ second: Range<Int>) {
    let source = modules[first.lowerBound].sources
    modules.replaceSubrange(
      first.lowerBound..<second.upperBound, with: modules[second] + modules[first])
    for place in first.lowerBound..<second.upperBound { modules[place].sources = [place] }
    modules[first.lowerBound].sources = source
  }

  private mutating func renumber(from place: Int, _ tensor: (Int) -> Int) {
    for index in modules.indices where index >= place {
      modules[index].sources = modules[index].sources.map(tensor)
    }
  }
}
