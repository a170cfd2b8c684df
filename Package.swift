// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// What is released has each function in a section of its own, so that the linker leaves out what
/// nothing calls and writes once what is the same.
let released: [SwiftSetting] = [
  .unsafeFlags(["-Xfrontend", "-function-sections"], .when(configuration: .release))
]
/// Without the index of frames, too: it is read where an exception is caught, and nothing here
/// throws one.
let link = ["-use-ld=lld", "-Xlinker", "--icf=all", "-Xlinker", "--no-eh-frame-hdr"]

/// What the tests ask for millions of numbers or thousands of screens is optimised for them, too.
let fast = strict + released + [.unsafeFlags(["-O"], .when(configuration: .debug))]

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
    .target(
      name: "CTerminalGuard",
      cSettings: [.enableWarning("all"), .enableWarning("extra"), .treatAllWarnings(as: .error)]),
    .target(
      name: "ConvArithmetic",
      resources: [
        .embedInCode("Figures/glossary.tsv"), .embedInCode("Figures/figures.tsv"),
        .embedInCode("Cost/tools.tsv"), .embedInCode("Layer/hyperparameters.tsv"),
      ],
      // As a whole, so that what is generic is made for its types. Without threads the compiler
      // would write one object, where the build expects one for each file.
      swiftSettings: fast + [
        .unsafeFlags(
          ["-whole-module-optimization", "-num-threads", "2"], .when(configuration: .debug))
      ]),
    .target(
      name: "LayerNotation", dependencies: ["ConvArithmetic"],
      resources: [
        .embedInCode("Exercise/misconceptions.tsv"), .embedInCode("Exercise/questions.tsv"),
        .embedInCode("Facts/relationships.tsv"), .embedInCode("Presets/presets.tsv"),
        .embedInCode("Presets/networks.py"),
        .embedInCode("Export/map.css"), .embedInCode("Graph/functions.tsv"),
        .embedInCode("Models/findings.tsv"), .embedInCode("ONNX/operators.tsv"),
        .embedInCode("PyTorch/modules.tsv"), .embedInCode("JSON/Schemas"),
        .embedInCode("Wording/sentences.tsv"),
      ],
      swiftSettings: fast),
    .target(
      name: "ExplorerViewModel", dependencies: ["ConvArithmetic", "LayerNotation"],
      resources: [
        .embedInCode("Lessons/BuiltIn"), .embedInCode("Screen/looks.txt"),
        .embedInCode("Panels/glossary.tsv"), .embedInCode("Commands/rooms.tsv"),
        .embedInCode("Commands/pages.tsv"), .embedInCode("Panels/insights.tsv"),
        .embedInCode("Commands/commands.tsv"), .embedInCode("State/heat-styles.tsv"),
      ],
      swiftSettings: fast),
    .executableTarget(
      name: "convscope",
      dependencies: [
        "CNcurses", "CTerminalGuard", "ConvArithmetic", "LayerNotation", "ExplorerViewModel",
        argumentParser,
      ],
      resources: [
        .embedInCode("Help"), .embedInCode("Terminal/terminals.tsv"),
        // One by one: a catalogue counts as one file, and is none that can be embedded.
        .embedInCode("convscope.docc/convscope.md"), .embedInCode("convscope.docc/Batch.md"),
        .embedInCode("convscope.docc/Screen.md"), .embedInCode("convscope.docc/Keys.md"),
        .embedInCode("convscope.docc/Watch.md"), .embedInCode("convscope.docc/Overlap.md"),
        .embedInCode("convscope.docc/Decoder.md"), .embedInCode("convscope.docc/Design.md"),
        .embedInCode("convscope.docc/Cost.md"), .embedInCode("convscope.docc/Code.md"),
        .embedInCode("convscope.docc/Models.md"), .embedInCode("convscope.docc/Networks.md"),
        .embedInCode("convscope.docc/Presets.md"), .embedInCode("convscope.docc/Lessons.md"),
        .embedInCode("convscope.docc/Quiz.md"),
        .embedInCode("convscope.docc/CommandLine.md"),
        .embedInCode("convscope.docc/Installing.md"), .embedInCode("convscope.docc/Map.md"),
        .embedInCode("convscope.docc/Numbers.md"), .embedInCode("convscope.docc/Programs.md"),
        .embedInCode("convscope.docc/Report.md"), .embedInCode("convscope.docc/Sharing.md"),
        .embedInCode("convscope.docc/Solve.md"), .embedInCode("convscope.docc/Terminal.md"),
      ],
      swiftSettings: strict + released + [.defaultIsolation(MainActor.self)],
      linkerSettings: [.unsafeFlags(link, .when(platforms: [.linux], configuration: .release))]),

    // MARK: Tests
    .target(
      name: "CUntracedErrors", path: "Tests/CUntracedErrors", publicHeadersPath: ".",
      cSettings: [.enableWarning("all"), .enableWarning("extra"), .treatAllWarnings(as: .error)]),
    .target(name: "PseudoTerminal", path: "Tests/PseudoTerminal", swiftSettings: fast),
    // All tests depend on it, and so none takes traces.
    .target(
      name: "SeededNumbers", dependencies: ["CUntracedErrors"], path: "Tests/SeededNumbers",
      swiftSettings: fast),
    .testTarget(
      name: "ConvArithmeticTests", dependencies: ["ConvArithmetic", "SeededNumbers"],
      resources: [.copy("Fixtures")], swiftSettings: fast),
    .testTarget(
      name: "LayerNotationTests",
      dependencies: ["LayerNotation", "ConvArithmetic", "SeededNumbers"],
      resources: [.copy("Fixtures")], swiftSettings: strict),
    .testTarget(
      name: "ExplorerViewModelTests",
      dependencies: [
        "ExplorerViewModel", "LayerNotation", "ConvArithmetic", "PseudoTerminal", "SeededNumbers",
      ],
      exclude: ["Golden", "Lessons/FirstEdition"], swiftSettings: strict),
    .testTarget(
      name: "ConvscopeTests",
      dependencies: ["PseudoTerminal", "SeededNumbers", "convscope", argumentParser],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)

// MARK: Benchmarks
// Only on demand: the library would have to be fetched and built for every build and every test,
// and its plugin takes part in them.
if Context.environment["CONVSCOPE_BENCHMARK"] != nil {
  // Without its traits, which replace the allocator under the measured code.
  package.dependencies.append(
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []))
  package.targets.append(
    .executableTarget(
      name: "ArithmeticBenchmarks",
      dependencies: [
        "ConvArithmetic", "LayerNotation", .product(name: "Benchmark", package: "benchmark"),
      ],
      path: "Tests/Benchmarks/ArithmeticBenchmarks", swiftSettings: strict,
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]))
}
