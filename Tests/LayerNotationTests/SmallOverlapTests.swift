import ConvArithmetic
import LayerNotation
import SeededNumbers
import Testing

/// What is said of layers on inputs too small to show it.
@Suite struct SmallOverlapTests {
  /// One cell with the two taps of its kernel: four outputs of one product each.
  private static let square = transposed(input: 1, kernel: 2, stride: 3)

  private static func transposed(
    input: Int, kernel: Int, stride: Int = 1, padding: Int = 0, dilation: Int = 1
  ) -> LayerCase {
    subject(
      layer(.transposed, 1, 1, Spatial(square: kernel)) {
        $0.stride = Spatial(square: stride)
        $0.padding = .explicit(Spatial(square: padding))
        $0.dilation = Spatial(square: dilation)
      }, input: input)
  }

  @Test func `an input smaller than a period is said to be so`() throws {
    let pass = try Self.square.forward()
    #expect(!pass.overlap.showsInside)
    let notes = FactSheet(pass)[.overlap].notes
    #expect(notes.count == 2 && notes[1].hasSuffix("its cells have from 1 to 1."))
    #expect(
      OverlapWords(pass).long.hasSuffix("on larger inputs; here all cells are near a border: 1"))
    let line = try #require(pass.verdict).line
    #expect(line.hasSuffix("(in larger inputs; this one has no whole period inside)"))
  }

  @Test func `a layer that computes nothing says that first`() throws {
    // The crop takes both taps of the only cell: what is left lies between them.
    let subject = Self.transposed(input: 1, kernel: 2, padding: 1, dilation: 2)
    let pass = try subject.forward()
    #expect(pass.output.size == Spatial(height: 1, width: 1) && pass.overlap.sum == 0)
    #expect(FactSheet(pass)[.overlap].notes.first?.contains("computes nothing") == true)
    #expect(FactSheet(pass)[.verdict].notes.first?.contains("computes nothing") == true)
    #expect(try #require(pass.verdict).line == "computes nothing on this input")
  }

  @Test func `no advice computes nothing`() throws {
    var offered = 0
    for input in 1...3 {
      for (kernel, stride) in [(2, 3), (3, 2), (1, 2), (4, 3), (2, 4), (5, 2)] {
        for padding in 0...1 {
          let subject = Self.transposed(
            input: input, kernel: kernel, stride: stride, padding: padding)
          guard let pass = try? subject.forward() else { continue }
          for advice in Advice.nearest(to: pass) {
            offered += 1
            #expect(reachesSomething(advice.pass), "\(advice.subject)")
          }
        }
      }
    }
    #expect(offered > 50)
  }

  /// By a loop over cells and taps along each axis.
  private func reachesSomething(_ pass: ForwardPass) -> Bool {
    pass.axes.allSatisfy { axis in
      (0..<axis.input).contains { cell in
        (0..<axis.kernelSize).contains { tap in
          let place = cell * axis.stride + tap * axis.dilation - axis.paddingBefore
          return (0..<axis.output).contains(place)
        }
      }
    }
  }
}
