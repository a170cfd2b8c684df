import ConvArithmetic

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension CaseFields {
  /// Reads one line of JSON.
  ///
  /// - Parameter line: One object, without the end of its line.
  /// - Returns: The fields, among them what is wrong with one key or another.
  /// - Throws: What is wrong with the whole of the line.
  package static func read(_ line: UnsafeRawBufferPointer) throws(CaseProblem) -> CaseFields {
    if let fields = CaseReader.fields(line) { return fields }
    guard String(validating: line, as: UTF8.self) != nil else {
      throw CaseProblem("line", "is not valid UTF-8")
    }
    do {
      return try JSONDecoder().decode(CaseFields.self, from: Data(line))
    } catch DecodingError.typeMismatch {
      throw CaseProblem("line", "is JSON, but not an object")
    } catch {
      throw CaseProblem("line", "is not JSON")
    }
  }
}

extension CaseFields: Decodable {
  /// A key of any name, so that unknown ones can be told.
  private struct AnyKey: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  package init(from decoder: any Decoder) throws {
    self.init()
    let container = try decoder.container(keyedBy: AnyKey.self)
    // The library gives the keys in another order each time.
    for key in container.allKeys.sorted(by: { $0.stringValue < $1.stringValue }) {
      do throws(CaseProblem) {
        try read(key, of: container)
      } catch {
        problems.append(error)
      }
    }
  }

  private mutating func read(
    _ key: AnyKey, of container: KeyedDecodingContainer<AnyKey>
  ) throws(CaseProblem) {
    if key.stringValue == "id" {
      id = try Self.identifier(container, key)
    } else if let hyperparameter = Self.keys.first(where: { $0.rawValue == key.stringValue }) {
      self[hyperparameter] = try Self.value(container, key)
    } else {
      throw CaseProblem(key.stringValue, "is not a key of a case")
    }
  }

  private static func identifier(
    _ container: KeyedDecodingContainer<AnyKey>, _ key: AnyKey
  ) throws(CaseProblem) -> Identifier {
    if let text = try? container.decode(String.self, forKey: key) { return .text(text) }
    if let number = try? container.decode(Int128.self, forKey: key) {
      return .number(Count(number))
    }
    throw CaseProblem("id", "must be a text or a whole number")
  }

  private static func value(
    _ container: KeyedDecodingContainer<AnyKey>, _ key: AnyKey
  ) throws(CaseProblem) -> Value {
    if let number = try? container.decode(Int.self, forKey: key) {
      return .numbers([number], isList: false)
    }
    if let numbers = try? container.decode([Int].self, forKey: key) {
      return .numbers(numbers, isList: true)
    }
    if let word = try? container.decode(String.self, forKey: key) { return .word(word) }
    if let flag = try? container.decode(Bool.self, forKey: key) { return .flag(flag) }
    let problem = "has a value of a type, or of a size, that no hyperparameter can have"
    throw CaseProblem(key.stringValue, problem)
  }
}
