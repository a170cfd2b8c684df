import ConvArithmetic
import ExplorerViewModel
import LayerNotation
import Testing

/// The cures of an uneven overlap as pictures, against loops over all cells.
@Suite struct GreyCureTests {
  /// ConvTranspose2d(1, 1, 3, stride=2) on 4×4, which makes 9×9.
  private static let first = Preset.start.subject

  /// The same with padding 1 and output_padding 1: 8×8.
  private static var doubling: LayerCase {
    var subject = first
    subject.layer.padding = .explicit(Spatial(square: 1))
    subject.layer.outputPadding = Spatial(square: 1)
    return subject
  }

  private func path(_ name: GreyPath.Name, _ subject: LayerCase) throws -> GreyPath {
    let pass = try subject.forward()
    let paths = GreyPath.all(pass, fix: Advice.offered(pass).first, cures: Equivalent.all(of: pass))
    return try #require(paths.first { $0.name == name })
  }

  /// The sums of all windows of a convolution with stride 1, all weights being 1.
  private func windows(_ rows: [[Int]], kernel: Int, padding: Int) -> [[Int]] {
    let size = rows.count + 2 * padding - kernel + 1
    return (0..<size).map { y in
      (0..<size).map { x in
        var sum = 0
        for v in y - padding..<y - padding + kernel {
          for u in x - padding..<x - padding + kernel
          where rows.indices.contains(v) && rows[v].indices.contains(u) {
            sum += rows[v][u]
          }
        }
        return sum
      }
    }
  }

  /// Each cell as a block of 2×2 of them.
  private func doubled(_ rows: [[Int]]) -> [[Int]] {
    rows.flatMap { row in
      let wide = row.flatMap { [$0, $0] }
      return [wide, wide]
    }
  }

  @Test(arguments: GreyPlane.Subject.allCases)
  func `resize copies each cell, then sums up windows`(subject: GreyPlane.Subject) throws {
    let plane = GreyPlane(subject, Spatial(square: 4))
    // 9×9 of the 8×8 copies takes kernel 2 with padding 1; 8×8 takes kernel 3 with padding 1.
    for (layer, kernel) in [(Self.first, 2), (Self.doubling, 3)] {
      let expected = windows(doubled(plane.rows), kernel: kernel, padding: 1)
      #expect(try path(.resize, layer).sums(plane) == expected)
    }
  }

  @Test(arguments: GreyPlane.Subject.allCases)
  func `sub-pixel sums up windows into channels, and lays these side by side`(
    subject: GreyPlane.Subject
  ) throws {
    let plane = GreyPlane(subject, Spatial(square: 4))
    var expected = Array(repeating: Array(repeating: 0, count: 8), count: 8)
    for channel in 0..<4 {
      let sums = windows(plane.rows, kernel: 3, padding: 1)
      for y in 0..<4 {
        for x in 0..<4 { expected[2 * y + channel / 2][2 * x + channel % 2] = sums[y][x] }
      }
    }
    #expect(try path(.subPixel, Self.doubling).sums(plane) == expected)
  }

  @Test func `flat grey stays flat inside on all paths but the uneven layer`() throws {
    let size = Spatial(square: 4)
    #expect(try path(.now, Self.doubling).flatInside(size) == 32...128)
    for name in [GreyPath.Name.fixed, .resize, .subPixel] {
      #expect(try path(name, Self.doubling).flatInside(size) == 128...128)
    }
  }

  @Test func `the prices are those computed by hand`() throws {
    // 4·3 products along an axis and 9 + 1 numbers; 4·4 and 2·2 + 1 in the place of them.
    let first = try draw(Self.first)
    #expect(first.contains("resize  stays 128 inside, flat with any weights; useful ×1.78"))
    #expect(first.contains("parameters ×0.50"))
    // 4·3 − 1, since padding crops one; 8·3 − 2 and 4·3 − 2, since two meet padding.
    // 22²/11² = 4, and 4·10²/11² = 3.306; 4·9 + 4 numbers in the place of 10.
    let doubling = try draw(Self.doubling)
    #expect(doubling.contains("flat with any weights; useful ×4.00, parameters ×1.00"))
    #expect(doubling.contains("kernels alike (ICNR); useful ×3.31, parameters ×4.00"))
  }

  @Test func `four pictures are beside the input at 80×24`() throws {
    let text = try draw(Self.doubling)
    let heads = try #require(text.split(separator: "\n").first).split(separator: " ")
    #expect(heads == ["input", "now", "fixed", "resize", "sub-pixel"])
    expectPicture(text, "GreyCureTests/four-pictures-beside-the-input")
  }

  @Test func `a cure that there is not, or has no room, is named`() throws {
    #expect(try draw(Self.first).contains("No sub-pixel: its blocks of 2 cells a side do not"))
    var unequal = Self.doubling
    unequal.layer.stride = Spatial(2, 3)
    #expect(try draw(unequal).contains("PixelShuffle takes one stride for all axes, not 2×3."))
    var flat = Self.first
    flat.layer.stride = Spatial(square: 1)
    #expect(try draw(flat).contains("Stride 1 enlarges nothing"))
    let narrow = try draw(Self.doubling, columns: 60)
    #expect(narrow.contains("fixed") && narrow.contains("No room here for sub-pixel."))
  }

  @Test(arguments: [1, 3])
  func `layers of one and three axes have their cures, too`(axes: Int) throws {
    var subject = Self.doubling
    subject.use(LayerOp(.transposed, axes: axes))
    let text = try draw(subject)
    #expect(text.contains("resize") && text.contains("nn.PixelShuffle takes two axes alone."))
    #expect(text.contains("only one slice is shown") == (axes == 3))
  }

  private func draw(_ subject: LayerCase, columns: Int = 80) throws -> String {
    let pass = try subject.forward()
    let picture = GreyPicture(
      pass, fix: Advice.offered(pass).first, Capabilities(unicode: true, colors: 0), .dark)
    return picture.draw(ScreenSize(columns: columns, rows: 20)).text
  }
}
