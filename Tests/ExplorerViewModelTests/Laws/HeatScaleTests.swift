import LayerNotation
import SeededNumbers
import ConvArithmetic
import ExplorerViewModel
import Testing

/// The levels of the heatmap: in them is each count that occurs, in one and no other.
@Suite struct HeatScaleTests {
  @Test(arguments: 0..<10)
  func `the level of each count that occurs contains it`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<60 {
      guard let pass = try? LayerCase.random(using: &generator).forward() else { continue }
      check(pass)
    }
  }

  @Test(arguments: [33, 34, 40, 64])
  func `an axis with many counts has levels for all of them`(kernelSize: Int) throws {
    for kind in ConvLayer.Direction.allCases {
      let subject = LayerCase.square(kernelSize + 7) { layer in
        layer.direction = kind
        layer.kernelSize = Spatial(square: kernelSize)
      }
      check(try subject.forward())
    }
  }

  @Test func `many counts on one axis and holes on the other have levels`() throws {
    var subject = LayerCase.square(40) { layer in
      layer.direction = .transposed
      layer.kernelSize = Spatial(height: 40, width: 1)
      layer.stride = Spatial(height: 1, width: 3)
    }
    check(try subject.forward())
    // And both on the same axis: after the last tap there is nothing.
    subject.layer.dilation[.height] = 9
    subject.layer.outputPadding[.height] = 8
    check(try subject.forward())
  }

  private func check(_ pass: ForwardPass) {
    let scale = HeatScale(pass.overlap)
    for (level, next) in zip(scale.levels, scale.levels.dropFirst()) {
      #expect(level.counts.upperBound < next.counts.lowerBound, "\(pass.layer)")
    }
    for count in Set(scatter(pass).joined()).map({ Count($0) }) {
      #expect(scale.level(count).counts.contains(count), "\(count) of \(pass.layer)")
      #expect(scale.levels.filter { $0.counts.contains(count) }.count == 1, "\(pass.layer)")
    }
    #expect(scale.levels.count <= 9)
    #expect(Set(scale.levels.map(\.character)).count == scale.levels.count)
    #expect(Set(scale.levels.map(\.style)).count == scale.levels.count)
  }

  @Test func `few counts have a level each, nothing has one of its own`() throws {
    // Start layer: 1, 2 and 4.
    let scale = HeatScale(try LayerCase.decoder.forward().overlap)
    #expect(scale.levels.map(\.counts) == [1...1, 2...2, 4...4])
    #expect(scale.levels.map(\.style) == [.heat1, .heat4, .heat8])
  }

  @Test func `heat rises with the count`() throws {
    let map = try LayerCase.square(9) { $0.kernelSize = Spatial(square: 5) }.forward().overlap
    let heats = HeatScale(map).levels.map(\.style.rawValue)
    #expect(heats == heats.sorted())
  }
}
