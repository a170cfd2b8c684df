import Foundation

/// Any JSON, as Foundation reads it; its numbers are integers of any size.
indirect enum JSONValue: Hashable, Sendable {
  case null
  case flag(Bool)
  case number(Int128)
  case fraction(Double)
  case text(String)
  case list([JSONValue])
  case object([String: JSONValue])

  /// Reads one line.
  static func read(_ bytes: some Sequence<UInt8>) throws -> JSONValue {
    try JSONDecoder().decode(JSONValue.self, from: Data(bytes))
  }

  subscript(key: String) -> JSONValue? {
    if case .object(let fields) = self { fields[key] } else { nil }
  }

  var list: [JSONValue]? { if case .list(let list) = self { list } else { nil } }
  var fields: [String: JSONValue]? { if case .object(let fields) = self { fields } else { nil } }
  var text: String? { if case .text(let text) = self { text } else { nil } }

  /// A whole number; the recording has those beyond 53 bits as text.
  var number: Int128? {
    switch self {
    case .number(let number): number
    case .text(let digits): Int128(digits)
    case .null, .flag, .fraction, .list, .object: nil
    }
  }
}

extension JSONValue: Decodable {
  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    // The most frequent first: the test library takes a backtrace of each error that is thrown.
    if value.decodeNil() {
      self = .null
    } else if let number = try? value.decode(Int128.self) {
      self = .number(number)
    } else if let text = try? value.decode(String.self) {
      self = .text(text)
    } else if let fields = try? value.decode([String: JSONValue].self) {
      self = .object(fields)
    } else if let list = try? value.decode([JSONValue].self) {
      self = .list(list)
    } else if let flag = try? value.decode(Bool.self) {
      self = .flag(flag)
    } else {
      self = .fraction(try value.decode(Double.self))
    }
  }
}
