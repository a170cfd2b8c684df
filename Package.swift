// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "convscope",
  // Int128 needs the standard library of macOS 15; Linux has no such limit.
  platforms: [.macOS(.v15)],
  products: [.executable(name: "convscope", targets: ["convscope"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // MARK: The program
    .systemLibrary(name: "CNcurses", providers: [.apt(["libncurses-dev"]), .brew(["ncurses"])]),
    .target(name: "ConvArithmetic", swiftSettings: strict),
    .target(name: "LayerNotation", dependencies: ["ConvArithmetic"], swiftSettings: strict),
    .target(
      name: "ExplorerViewModel", dependencies: ["ConvArithmetic", "LayerNotation"],
      swiftSettings: strict),
    .executableTarget(
      name: "convscope",
      dependencies: [
        "CNcurses", "ConvArithmetic", "LayerNotation", "ExplorerViewModel", argumentParser,
      ],
      swiftSettings: strict + [.defaultIsolation(MainActor.self)]),

    // MARK: Tests
    .target(name: "PseudoTerminal", path: "Tests/PseudoTerminal", swiftSettings: strict),
    .testTarget(
      name: "ConvArithmeticTests", dependencies: ["ConvArithmetic"],
      resources: [.copy("Fixtures")], swiftSettings: strict),
    .testTarget(
      name: "LayerNotationTests", dependencies: ["LayerNotation", "ConvArithmetic"],
      swiftSettings: strict),
    .testTarget(
      name: "ExplorerViewModelTests",
      dependencies: ["ExplorerViewModel", "LayerNotation", "ConvArithmetic"],
      swiftSettings: strict),
    .testTarget(
      name: "ConvscopeTests", dependencies: ["PseudoTerminal", "convscope"],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
