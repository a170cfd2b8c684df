/// What a layer may cost at most, as far as a person has said so.
package struct Budget: Equatable, Sendable {
  package enum Limit: String, CaseIterable, Equatable, Sendable {
    /// Multiply-accumulates: all products that are formed, padding zeros and cropped ones included.
    case macs
    /// Bytes of input and output together.
    case ram
    /// Bytes of weights and biases.
    case flash

    fileprivate var figure: Figure {
      switch self {
      case .macs: .multiplications
      case .ram: .peakBytes
      case .flash: .weightBytes
      }
    }
  }

  package var format = NumberFormat.int8
  private var limits: [Limit: Count] = [:]

  package init() {}

  package subscript(limit: Limit) -> Count? {
    get { limits[limit] }
    set { limits[limit] = newValue }
  }

  package var isSet: Bool { !limits.isEmpty }
}

/// What a layer costs of one thing that can be limited, and what it may cost.
package struct BudgetCheck: Equatable, Sendable {
  package let limit: Budget.Limit
  /// `nil` for a number beyond 127 bits, which is more than any limit.
  package let used: Count?
  package let allowed: Count?

  package var isOver: Bool {
    guard let allowed else { return false }
    return used.map { $0 > allowed } ?? true
  }

  /// What is left; negative where the layer costs too much, and `nil` without a limit.
  package var rest: Count? {
    guard let used, let allowed else { return nil }
    return (allowed - used).fitting
  }

  /// What is used for each unit that is allowed; `nil` without a limit, or with one of 0.
  package var share: Ratio? {
    guard let used, let allowed, allowed > 0 else { return nil }
    return Ratio(used, allowed).fitting
  }
}

extension Budget {
  /// What a layer costs against what it may cost, one check for each limit, set or not.
  package func checks(_ pass: ForwardPass) -> [BudgetCheck] {
    Limit.allCases.map { check($0, pass[$0.figure, format]) }
  }

  /// What something costs of one thing against what it may cost.
  package func check(_ limit: Limit, _ used: Count) -> BudgetCheck {
    BudgetCheck(limit: limit, used: used.fitting, allowed: self[limit])
  }

  package func exceeded(by pass: ForwardPass) -> [BudgetCheck] {
    isSet ? checks(pass).filter(\.isOver) : []
  }
}
