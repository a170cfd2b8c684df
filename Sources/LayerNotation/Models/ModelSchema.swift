/// The JSON Schema (draft 2020-12) of what `convscope model` writes.
package enum ModelSchema: String, CaseIterable, Sendable {
  case output

  package var bytes: [UInt8] { PackageResources.model_schema_json }
}

/// The same of `convscope check`.
package enum FindingSchema: String, CaseIterable, Sendable {
  case output

  package var bytes: [UInt8] { PackageResources.findings_schema_json }
}
