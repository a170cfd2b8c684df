import Benchmark
import ConvArithmetic
import LayerNotation

let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.wallClock], warmupIterations: 2, maxDuration: .seconds(3), maxIterations: 1_000)

  for size in [16, 64, 256, 1024, 4096] { compare(.upsampling(size)) }
  compare(.upsampling(1024, dilation: 3))
  // No array of ones holds the second one.
  for size in [8, 1 << 20] { measureClosedForms(.upsampling(size)) }

  measureCells()
  measureNetworks()
  measureAnswers("coverage off", 0)
  measureAnswers("coverage on", CaseAnswer.usualList)
}

extension LayerCase {
  /// A layer that doubles its input as generators do: k = 4, s = 2, p = 1, 64 to 32 channels.
  fileprivate static func upsampling(_ size: Int, dilation: Int = 1) -> LayerCase {
    var layer = ConvLayer()
    layer.direction = .transposed
    (layer.inChannels, layer.outChannels) = (64, 32)
    layer.kernelSize = Spatial(square: 4)
    layer.stride = Spatial(square: 2)
    layer.padding = .explicit(Spatial(square: 1))
    layer.dilation = Spatial(square: dilation)
    return LayerCase(
      layer: layer, input: TensorShape(batch: 1, channels: 64, size: Spatial(square: size)))
  }

  fileprivate var title: String { "\(input.size.height)², d=\(layer.dilation.height)" }
}

/// Measures a layer in closed form and as the document does, once both have agreed.
private func compare(_ subject: LayerCase) {
  measureClosedForms(subject)
  let agree: @Sendable () async throws -> Void = {
    let pass = try subject.forward()
    let way = DocumentWay(pass)
    guard try way.total == pass[.documented], try way.overlap == pass.overlap.facts else {
      throw Disagreement(subject: subject)
    }
  }
  Benchmark(
    "count \(subject.title), document's way",
    closure: { _ in blackHole(try DocumentWay(subject.forward()).total) }, setup: agree)
  Benchmark(
    "overlap \(subject.title), document's way",
    closure: { _ in blackHole(try DocumentWay(subject.forward()).overlap) }, setup: agree)
}

private func measureClosedForms(_ subject: LayerCase) {
  var configuration = Benchmark.defaultConfiguration
  configuration.scalingFactor = .kilo
  Benchmark("count \(subject.title), closed form", configuration: configuration) { benchmark in
    for _ in benchmark.scaledIterations {
      blackHole(try identity(subject).forward()[.documented])
    }
  }
  Benchmark("overlap \(subject.title), closed form", configuration: configuration) { benchmark in
    for _ in benchmark.scaledIterations {
      blackHole(try identity(subject).forward().overlap.facts)
    }
  }
}

private func measureCells() {
  Benchmark("4,096 cells one by one") { _ in
    let coverage = try identity(LayerCase.upsampling(2048)).forward().overlap.coverage.height
    let counter = CellCounter(coverage)
    for cell in 0..<coverage.size { blackHole(counter.count(at: cell)) }
  }
}

/// Measures the answer to one line, all recorded ones in turn, without the files around them.
private func measureAnswers(_ title: String, _ longestList: Int) {
  var configuration = Benchmark.defaultConfiguration
  configuration.scalingFactor = .kilo
  guard let lines = try? recordedLines(), !lines.isEmpty else { return }
  Benchmark("batch line, \(title)", configuration: configuration) { benchmark in
    let first = benchmark.currentIteration * benchmark.scaledIterations.count
    var answer = CaseAnswer(listing: longestList)
    for number in benchmark.scaledIterations {
      let line = lines[(first + number) % lines.count]
      line.withUnsafeBytes { answer.answer($0, number: number) }
    }
    blackHole(answer.writer.bytes.count)
  }
}
