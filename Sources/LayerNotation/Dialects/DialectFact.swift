/// A layer in one library: the code, the size that it gives there, and what is different.
package struct DialectFact: Equatable, Sendable {
  /// A size by the rule of the library, beside PyTorch's.
  package struct Size: Equatable, Sendable {
    /// What is said in the library: the code, or its word for padding.
    package let name: String
    package let formula: String
    /// Height × width.
    package let size: String
    package let agrees: Bool
    /// What else there is to say; empty where there is nothing.
    package let remark: String

    package var marked: String { "\(mark) \(size)" }

    fileprivate var mark: String { agrees ? "✓" : "≠" }
  }

  package let dialect: Dialect
  package let code: DialectCode
  /// That of the code first, then those of the library's own words.
  package let sizes: [Size]
  /// What the library has no words for, and what is done instead.
  package let limits: [String]

  /// A layer in a library; `nil` where a size of it does not fit in 127 bits, and for a layer with
  /// anything that the library's code is not known to say.
  package init?(_ dialect: Dialect, _ pass: ForwardPass) {
    guard dialect.lacks(pass).isEmpty else { return nil }
    let plan = dialect.plan(pass)
    let output = plan.output(of: pass.input.size.map { Count($0) })
    let sizes = [output] + plan.words.map(\.output)
    guard !sizes.joined().contains(where: \.isOverflow) else { return nil }
    self.dialect = dialect
    code = DialectCode(pass: pass, plan: plan)
    let own = Size(
      name: "this code", formula: "", size: output.sizeText,
      agrees: output == pass.axes.map { Count($0.output) }, remark: "")
    let words = plan.words.map { word in
      Size(
        name: dialect.argument(word.word),
        formula: dialect.formula(word.word, pass.layer.direction),
        size: word.relation == .impossible ? "no output" : word.output.sizeText,
        agrees: word.relation == .equal, remark: word.relation.words(pass.layer.direction))
    }
    self.sizes = [own] + words
    limits = plan.limits.map { $0.words(dialect, pass) }
  }

  package var title: String { dialect.title }

  package var comments: [String] {
    let sizes = sizes.map { size in
      let rule = size.formula.isEmpty ? "" : " = \(size.formula)"
      return "\(size.name): \(size.marked)\(rule)\(size.remark.isEmpty ? "" : ", \(size.remark)")"
    }
    return [dialect.title] + sizes + limits
  }

  package static func all(_ pass: ForwardPass) -> [DialectFact] {
    Dialect.allCases.compactMap { DialectFact($0, pass) }
  }
}

extension FactSection {
  /// The layer in other libraries: the sizes that their own words give, and what they cannot say.
  static func dialects(_ pass: ForwardPass) -> FactSection {
    let foreign = DialectFact.all(pass).filter { $0.dialect != .pytorch }
    let facts = foreign.flatMap { fact in
      fact.sizes.dropFirst().map { size in
        Fact(
          "\(fact.dialect.shortTitle) \(size.name)", size.formula,
          value: "\(size.size) \(size.mark)")
      }
    }
    let remarks = foreign.flatMap { fact in
      fact.sizes.filter { !$0.remark.isEmpty }.map {
        "\(fact.dialect.shortTitle), \($0.name): \($0.remark)"
      }
    }
    // What is the same in several libraries is said once.
    let limits = foreign.flatMap(\.limits).distinct.map { limit in
      let names = foreign.filter { $0.limits.contains(limit) }.map(\.dialect.shortTitle)
      return "\(names.joined(separator: ", ")): \(limit)"
    }
    let lacks = Dialect.allCases.map { ($0, $0.lacks(pass)) }.filter { !$1.isEmpty }
      .map { "\($0.shortTitle): \($1.refusal("written"))." }
    return FactSection(
      title: "The same layer elsewhere", facts: facts,
      notes: remarks + limits + lacks + [
        "convscope code prints it for each library; e = d(k − 1) + 1."
      ])
  }
}
