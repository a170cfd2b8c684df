/// A way from small grey pictures to large ones, all weights being alike: a layer, its fix, or a
/// cure of two modules.
package struct GreyPath: Sendable {
  package enum Name: String, Sendable {
    case now, fixed, resize
    case subPixel = "sub-pixel"

    init(_ method: Equivalent.Method) { self = method == .subPixel ? .subPixel : .resize }
  }

  package let name: Name
  /// What computes it, and has a price.
  package let pass: ForwardPass
  /// What it is, the longest text first.
  let texts: [String]
  private let axes: Spatial<GreyAxis>

  /// `nil` where it is too large for small pictures.
  private init?(_ name: Name, _ stages: [Stage], _ pass: ForwardPass, _ texts: [String] = []) {
    let (network, count) = (Network(chain: stages), pass.layer.axes.count)
    guard let height = GreyAxis(network.axis(count - 2, of: count)),
      let width = GreyAxis(network.axis(count - 1, of: count))
    else { return nil }
    (self.name, self.pass, self.texts) = (name, pass, texts)
    axes = Spatial(height: height, width: width)
  }

  /// The layer, its fix and the cures, those that matter most first; none for a layer too large.
  package static func all(
    _ pass: ForwardPass, fix: Advice?, cures: [Equivalent]
  ) -> [GreyPath] {
    guard let now = GreyPath(.now, [.convolution(pass.layer)], pass) else { return [] }
    let present = LayerCase(layer: pass.layer, input: pass.input)
    let fixed = fix.map {
      GreyPath(
        .fixed, [.convolution($0.pass.layer)], $0.pass,
        Difference(from: present, to: $0.subject).texts)
    }
    let replaced = cures.map {
      GreyPath(Name($0.method), $0.stages, $0.convolution, [$0.steps, $0.shortSteps])
    }
    return [now] + ([fixed ?? nil] + replaced).compactMap { $0 }
  }

  /// The names of all that there are, those too large included.
  static func names(fix: Advice?, cures: [Equivalent]) -> [Name] {
    [.now] + (fix == nil ? [] : [.fixed]) + cures.map { Name($0.method) }
  }

  /// The size of what comes out; `nil` for none, and for more than a small picture has.
  package func size(_ input: Spatial<Int>) -> Spatial<Int>? {
    axes.with(input) { $0.output($1) }.complete()
  }

  /// The sums that come out, all weights being 1.
  package func sums(_ plane: GreyPlane) -> [[Int]] { plane.summed(along: axes).rows }

  /// The greys that come out, rounded down.
  package func output(_ plane: GreyPlane) -> [[Int]] {
    sums(plane).map { row in row.map { $0 / most } }
  }

  /// The products of a cell that keeps its grey.
  private var most: Int { axes.height.most * axes.width.most }

  /// The least and the most grey that flat grey becomes where no border is near, on a plane.
  package func flatInside(_ input: Spatial<Int>) -> ClosedRange<Int>? {
    let products = axes.with(input) { $0.productsInside($1) }
    guard let height = products.height, let width = products.width else { return nil }
    // A cell receives as many products as its row and its column together.
    let ends = [
      height.lowerBound * width.lowerBound, height.upperBound * width.upperBound,
    ].map { GreyPlane.flatGrey * $0 / most }
    return ends[0]...ends[1]
  }

  /// `a checkerboard of period 2`, `stripes of period 2`.
  var pattern: String {
    let periods = axes.map(\.pattern).filter { !$0.isEven }.map(\.period)
    let text = Set(periods).map(String.init).sorted().joined(separator: " and ")
    return (periods.count > 1 ? "a checkerboard" : "stripes") + " of period \(text)"
  }
}
