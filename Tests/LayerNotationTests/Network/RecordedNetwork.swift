import Foundation

/// A recorded chain as a line of a batch, and what PyTorch and a search answered; the files belong to
/// the tests of ConvArithmetic.
struct RecordedNetwork: Sendable {
  let name: String
  let line: [UInt8]
  let expected: JSONValue
  /// Numbers of papers, issues and tables, by their places in the answer.
  let says: [String: JSONValue]

  /// The random ones.
  static let chains = Result {
    try data("stack-cases.jsonl").split(separator: UInt8(ascii: "\n")).map {
      try RecordedNetwork(JSONValue.read($0))
    }
  }

  /// Those of the literature that are chains.
  static let named = Result {
    try JSONValue.read(data("stack-networks.json"))["networks"]?.list?.filter {
      $0["joins"] == nil
    }.map { try RecordedNetwork($0) } ?? []
  }

  private static func data(_ name: String) throws -> Data {
    let tests = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return try Data(contentsOf: tests.appending(path: "ConvArithmeticTests/Fixtures/\(name)"))
  }

  private init(_ value: JSONValue) throws {
    guard let input = value["input"], let modules = value["modules"],
      let expected = value["expected"]
    else { throw CocoaError(.fileReadCorruptFile) }
    name = value["id"]?.text ?? value["name"]?.text ?? ""
    line = Array("{\"id\":\"x\",\"input\":\(input.json),\"modules\":\(modules.json)}".utf8)
    self.expected = expected
    says = value["says"]?.fields ?? [:]
  }
}

extension JSONValue {
  /// The value as JSON; its texts have nothing to escape.
  fileprivate var json: String {
    switch self {
    case .null: "null"
    case .flag(let flag): "\(flag)"
    case .number(let number): "\(number)"
    case .fraction(let fraction): "\(fraction)"
    case .text(let text): "\"\(text)\""
    case .list(let list): "[\(list.map(\.json).joined(separator: ","))]"
    case .object(let fields):
      "{\(fields.map { "\"\($0)\":\($1.json)" }.joined(separator: ","))}"
    }
  }

  /// The value at a path: `receptive_field.h.start.0`.
  func at(_ path: String) -> JSONValue? {
    path.split(separator: ".").reduce(self) { (value: JSONValue?, key) in
      Int(key).flatMap { place in
        value?.list.flatMap { $0.indices.contains(place) ? $0[place] : nil }
      } ?? value?[String(key)]
    }
  }

  /// The paths at which another value lacks what this one has, or has something else.
  func missing(in other: JSONValue?, _ path: String = "") -> [String] {
    guard case .object(let fields) = self else { return self == other ? [] : [path] }
    return fields.flatMap { $1.missing(in: other?[$0], "\(path).\($0)") }.sorted()
  }
}
