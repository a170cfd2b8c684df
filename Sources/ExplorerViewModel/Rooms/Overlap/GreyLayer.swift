/// A layer on planes of some size, and the greys that its sums are shown as.
struct GreyLayer {
  let pass: ForwardPass
  /// The products of a cell that keeps its grey: the most that any cell receives.
  private let most: Int

  /// A layer on planes of a size; `nil` where it is refused, or too large for small pictures.
  init?(_ subject: LayerCase, on size: Spatial<Int>) {
    var subject = subject.planar
    subject.input.size = size
    guard let pass = try? subject.forward(),
      // The products of a small plane are few.
      pass.axes.allSatisfy({
        max($0.kernelSize, $0.stride, $0.dilation) <= 32 && $0.output <= 256
      }),
      let most = Int(exactly: pass.overlap.interiorExtremes.most), most > 0
    else { return nil }
    (self.pass, self.most) = (pass, most)
  }

  /// The greys that come out, rounded down.
  func output(_ plane: GreyPlane) -> [[Int]] {
    plane.transposed(pass.axes).rows.map { row in row.map { $0 / most } }
  }

  /// The darkest and the lightest grey that flat grey becomes away from the borders.
  var flatInside: ClosedRange<Int>? {
    let inside = pass.overlap.coverage.map { $0.interior }
    let flat = output(GreyPlane(.flat, pass.input.size))
    let greys = inside.height.flatMap { row in inside.width.map { flat[row][$0] } }
    return greys.min().flatMap { least in greys.max().map { least...$0 } }
  }

  /// `a checkerboard of period 2`, `stripes of period 2`.
  var pattern: String {
    let periods = pass.overlap.coverage.filter { !$0.isEvenInside }.map(\.period)
    let text = Set(periods).map(String.init).sorted().joined(separator: " and ")
    return (periods.count > 1 ? "a checkerboard" : "stripes") + " of period \(text)"
  }
}
