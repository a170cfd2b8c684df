/// How much of a text of modules is read, and kept.
package enum ModelLimits {
  /// The longest text, in bytes.
  package static let bytes = 16 << 20
  package static let modules = 100_000
  package static let problems = 100
}
