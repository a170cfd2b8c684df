/// Figures that two layers are compared by, which belong together.
package enum ComparedGroup: String, CaseIterable, Sendable {
  case size = "Sizes"
  case documented = "Operations as documented"
  case executed = "Really executed"
  case overlap = "Overlap"
  case memory = "Memory"

  package func figures(_ axes: [Axis]) -> [Figure] {
    switch self {
    case .size: axes.map(Figure.output) + [.parameters]
    case .documented: Figure.ofDocuments.filter { $0 != .documentedPerSample }
    case .executed: Figure.ofExecution
    case .overlap: [.mostInside, .leastInside, .mostOverlap, .leastOverlap, .holes]
    case .memory: Figure.ofMemory
    }
  }
}
