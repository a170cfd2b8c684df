/// The JSON Schemas (draft 2020-12) of a line that `convscope batch` reads, and of one it writes.
package enum CaseSchema: String, CaseIterable, Sendable {
  case input, output

  /// The file, one JSON document.
  package var bytes: [UInt8] {
    switch self {
    case .input: PackageResources.input_schema_json
    case .output: PackageResources.output_schema_json
    }
  }
}
