/// What the names in a source of Python are assigned, and the loops around each place.
///
/// Nothing is run: a name has a value where the text assigns it once, outside of branches and loops.
struct PythonSource: Sendable {
  struct Scope: Sendable {
    let parent: Int?
    let isClass: Bool
    var names: [String: Binding] = [:]
  }

  struct Binding: Sendable {
    /// Where its value stands; `nil` for a name without one value.
    var value: Range<Int>?
    /// The scope in which the value is meant.
    let scope: Int
    /// Whether it is what a parameter has where nobody gives it.
    var isDefault = false
  }

  struct Loop: Sendable {
    let parent: Int?
    /// What it goes over: `range(4)`; `nil` for a loop without an end of its own.
    let rounds: Range<Int>?
    let scope: Int
  }

  struct Region: Sendable {
    let start: Int
    let scope: Int
    let loop: Int?
  }

  let bytes: [UInt8]
  /// The first one is that of the text.
  var scopes = [Scope(parent: nil, isClass: false)]
  var loops: [Loop] = []
  /// In the order of the text.
  var regions: [Region] = []

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var scanner = PythonScanner(bytes)
    scanner.scan(&self)
  }

  /// What a place lies in.
  func region(at offset: Int) -> Region {
    var (low, high) = (0, regions.count)
    while low < high {
      let middle = (low + high) / 2
      if regions[middle].start <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? regions[low - 1] : Region(start: 0, scope: 0, loop: nil)
  }

  /// The class that a scope is in, for `self.width`.
  func classScope(of scope: Int) -> Int? {
    var place: Int? = scope
    while let current = place, !scopes[current].isClass { place = scopes[current].parent }
    return place
  }

  /// What a name is assigned, as seen from a scope; those of a class are seen in its own lines alone.
  func binding(of name: String, from scope: Int) -> Binding? {
    if name.hasPrefix("self.") { return classScope(of: scope).flatMap { scopes[$0].names[name] } }
    var place: Int? = scope
    while let current = place {
      if current == scope || !scopes[current].isClass, let found = scopes[current].names[name] {
        return found
      }
      place = scopes[current].parent
    }
    return nil
  }

  /// The class of `torch.nn` that a name at a place stands for, and the name if it has it by default.
  func module(of name: String, at offset: Int) -> (className: String, default: String?)? {
    var (known, scope, isDefault) = (name, region(at: offset).scope, false)
    for _ in 0..<8 {
      guard let binding = binding(of: known, from: scope), let range = binding.value,
        range.count <= PyTorchLexer.longestName,
        bytes[range].allSatisfy({ $0.continuesName || $0 == UInt8(ascii: ".") })
      else { return nil }
      (known, scope) = (String(decoding: bytes[range], as: UTF8.self), binding.scope)
      isDefault = isDefault || binding.isDefault
      let className = known.split(separator: ".").last.map(String.init) ?? known
      guard let module = ModuleClass.named(className) else { continue }
      if isDefault, !module.isConvolution { return nil }
      return (className, isDefault ? "\(name)=\(known)" : nil)
    }
    return nil
  }

  /// Gives a name a value, or none where it has another one or depends on a branch.
  mutating func bind(_ name: String, _ value: Range<Int>?, in scope: Int, isDefault: Bool = false) {
    let isOwn = name.hasPrefix("self.")
    guard let owner = isOwn ? classScope(of: scope) : scope else { return }
    var binding = Binding(value: value, scope: scope, isDefault: isDefault)
    if let old = scopes[owner].names[name] {
      let isSame = old.value.map { bytes[$0] } == value.map { bytes[$0] } && old.scope == scope
      if !isSame { binding.value = nil }
    }
    scopes[owner].names[name] = binding
    if scopes[owner].isClass, !isOwn { bind("self.\(name)", value, in: scope) }
  }
}
