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
      throw error
    }
    guard network.modules.count == 1 else {
      throw PyTorchProblem(TextPosition(), .notOneModule)
    }
    let name = text.prefix { $0 != "(" }.split(separator: ".").last.map(String.init) ?? text
    self = network.modules[0]
    self.name = name.lowercased()
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
    new.name = free(module.name)
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

  /// Takes a module out: what took its tensor takes the first of those that it took.
  package mutating func remove(_ place: Int) {
    let source = modules[place].sources.first ?? 0
    modules.remove(at: place)
    renumber(from: place) { $0 == place + 1 ? source : $0 > place + 1 ? $0 - 1 : $0 }
  }

  /// Whether a module and the one after it can change places: the second takes the first one's
  /// tensor, which nothing else does, and each takes one.
  package func canExchange(_ place: Int) -> Bool {
    guard place >= 0, place + 1 < modules.count, modules[place].sources.count == 1,
      modules[place + 1].sources == [place + 1]
    else { return false }
    return modules.count { $0.sources.contains(place + 1) } == 1
  }

  package mutating func exchange(_ place: Int) {
    let (first, second) = (modules[place], modules[place + 1])
    (modules[place], modules[place + 1]) = (second, first)
    modules[place].sources = first.sources
    modules[place + 1].sources = [place + 1]
  }

  private mutating func renumber(from place: Int, _ tensor: (Int) -> Int) {
    for index in modules.indices where index >= place {
      modules[index].sources = modules[index].sources.map(tensor)
    }
  }

  /// A name that no module has: the same, or with a number.
  private func free(_ name: String) -> String {
    let names = Set(modules.map(\.name))
    let numbered = (1...modules.count + 1).lazy.map { $0 == 1 ? name : "\(name)\($0)" }
    return numbered.first { !names.contains($0) } ?? name
  }
}
