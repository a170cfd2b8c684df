/// JSON Schema, draft 2020-12, as far as the two schemas use it.
struct SchemaValidator {
  let root: JSONValue

  struct UnknownKeyword: Error { let keyword: String }

  /// What of a value the schema does not allow, by its place; none where it is valid.
  func complaints(_ value: JSONValue) throws -> [String] {
    try complaints(value, root, "").sorted()
  }

  private func complaints(
    _ value: JSONValue, _ schema: JSONValue, _ place: String
  ) throws -> [String] {
    guard let keywords = schema.fields else { return schema == .flag(true) ? [] : [place] }
    return try keywords.flatMap { keyword, rule in
      try self.complaints(value, keyword, rule, schema, place)
    }
  }

  private func complaints(
    _ value: JSONValue, _ keyword: String, _ rule: JSONValue, _ schema: JSONValue, _ place: String
  ) throws -> [String] {
    let isAllowed: Bool
    switch keyword {
    case "$schema", "$defs", "title", "description": return []
    case "$ref": return try complaints(value, try resolve(rule), place)
    case "properties", "additionalProperties":
      return try fieldComplaints(value, keyword, rule, schema, place)
    case "items":
      return try (value.list ?? []).flatMap { try complaints($0, rule, place + "[]") }
    case "anyOf":
      isAllowed = try (rule.list ?? []).contains { try complaints(value, $0, place).isEmpty }
    case "type": isAllowed = (rule.list ?? [rule]).contains { has(value, type: $0.text ?? "") }
    case "enum": isAllowed = rule.list?.contains(value) == true
    case "const": isAllowed = rule == value
    case "required":
      let fields = value.fields
      isAllowed =
        fields == nil || (rule.list ?? []).allSatisfy { fields?[$0.text ?? ""] != nil }
    case "minItems": isAllowed = value.list.map { $0.count >= rule.number ?? 0 } ?? true
    case "maxItems": isAllowed = value.list.map { $0.count <= rule.number ?? 0 } ?? true
    case "pattern":
      isAllowed = try value.text.map { try $0.contains(Regex(rule.text ?? "")) } ?? true
    default: throw UnknownKeyword(keyword: keyword)
    }
    return isAllowed ? [] : ["\(place): \(keyword)"]
  }

  private func fieldComplaints(
    _ value: JSONValue, _ keyword: String, _ rule: JSONValue, _ schema: JSONValue, _ place: String
  ) throws -> [String] {
    let known = schema["properties"]?.fields ?? [:]
    return try (value.fields ?? [:]).flatMap { key, field in
      if keyword == "properties" {
        return try rule[key].map { try complaints(field, $0, "\(place).\(key)") } ?? []
      }
      return known[key] == nil ? try complaints(field, rule, "\(place).\(key)") : []
    }
  }

  private func resolve(_ reference: JSONValue) throws -> JSONValue {
    let path = reference.text ?? ""
    let name = String(path.dropFirst("#/$defs/".count))
    guard path.hasPrefix("#/$defs/"), let schema = root["$defs"]?[name] else {
      throw UnknownKeyword(keyword: path)
    }
    return schema
  }

  private func has(_ value: JSONValue, type: String) -> Bool {
    switch value {
    case .null: type == "null"
    case .flag: type == "boolean"
    case .number: type == "integer" || type == "number"
    case .fraction: type == "number"
    case .text: type == "string"
    case .list: type == "array"
    case .object: type == "object"
    }
  }

  /// The places of all fields that the schema describes.
  func places() throws -> Set<String> { try places(root, "") }

  private func places(_ schema: JSONValue, _ place: String) throws -> Set<String> {
    var places: Set<String> = []
    if let reference = schema["$ref"] {
      places.formUnion(try self.places(try resolve(reference), place))
    }
    for alternative in schema["anyOf"]?.list ?? [] {
      places.formUnion(try self.places(alternative, place))
    }
    if let items = schema["items"] { places.formUnion(try self.places(items, place + "[]")) }
    for (key, field) in schema["properties"]?.fields ?? [:] {
      places.insert("\(place).\(key)")
      places.formUnion(try self.places(field, "\(place).\(key)"))
    }
    return places
  }
}

extension JSONValue {
  /// The places of all fields of a value.
  func places(_ place: String = "") -> Set<String> {
    switch self {
    case .null, .flag, .number, .fraction, .text: return []
    case .list(let list):
      return list.reduce(into: []) { $0.formUnion($1.places(place + "[]")) }
    case .object(let fields):
      return fields.reduce(into: []) { places, field in
        places.insert("\(place).\(field.key)")
        places.formUnion(field.value.places("\(place).\(field.key)"))
      }
    }
  }
}
