import ConvArithmetic
import ExplorerViewModel
import LayerNotation
import SeededNumbers
import Testing

/// What a layer does to grey pictures, against the definition.
@Suite struct GreyPictureTests {
  /// ConvTranspose2d(1, 1, 3, stride=2) on 4×4.
  private static let uneven = layer(kernel: 3)

  private static func layer(kernel: Int, size: Int = 4) -> LayerCase {
    LayerCase.square(size) { layer in
      layer.direction = .transposed
      (layer.inChannels, layer.outChannels) = (1, 1)
      (layer.kernelSize, layer.stride) = (Spatial(square: kernel), Spatial(square: 2))
    }
  }

  @Test(arguments: 0..<10)
  func `the sums are those of the plain loop over all products`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<20 {
      let subject = LayerCase.random(using: &generator)
      guard let pass = try? subject.forward(), pass.layer.direction == .transposed else { continue }
      let now = try #require(GreyPath.all(pass, fix: nil, cures: Equivalent.all(of: pass)).first)
      for picture in GreyPlane.Subject.allCases {
        let plane = GreyPlane(picture, pass.input.size)
        #expect(now.sums(plane) == naive(plane.rows, pass.axes), "\(subject)")
      }
    }
  }

  /// Each product is added in its output cell, the axes at once.
  private func naive(_ plane: [[Int]], _ axes: Spatial<AxisGeometry>) -> [[Int]] {
    let (high, wide) = (axes.height, axes.width)
    var sums = Array(repeating: Array(repeating: 0, count: wide.output), count: high.output)
    for (i, row) in plane.enumerated() {
      for (j, value) in row.enumerated() {
        for u in 0..<high.kernelSize {
          for v in 0..<wide.kernelSize {
            let y = i * high.stride + u * high.dilation - high.paddingBefore
            let x = j * wide.stride + v * wide.dilation - wide.paddingBefore
            if sums.indices.contains(y), sums[y].indices.contains(x) { sums[y][x] += value }
          }
        }
      }
    }
    return sums
  }

  @Test func `greys are from 0 to 255 on planes of all sizes`() {
    for height in 1...9 {
      for width in 1...9 {
        for picture in GreyPlane.Subject.allCases {
          let rows = GreyPlane(picture, Spatial(height: height, width: width)).rows
          #expect(rows.map(\.count) == Array(repeating: width, count: height))
          #expect(rows.joined().allSatisfy { (0...255).contains($0) })
        }
      }
    }
  }

  @Test func `flat grey shows a checkerboard, and none after the fix`() throws {
    let frame = try draw(Self.uneven, ScreenSize(columns: 80, rows: 20), colors: 256)
    // Inside 1, 2 and 4 of at most 4 products: 128·1/4 = 32, 128·2/4 = 64, 128.
    #expect(frame.text.contains("flat 128 becomes 32 to 128 inside: a checkerboard of period 2"))
    #expect(frame.text.contains("fixed   stays 128 inside"))
    let now = try #require(frame.place(of: "now"))
    // The first column of the picture is row by row 1 and 2 of 4: grey 32, 64, 32 …
    let first = frame[now.row + 1, now.column]
    #expect(first.scalar == "▀")
    #expect([first.style, first.lower].contains(.grey1))
    let styles = Set(
      (0..<9).flatMap { column in
        let cell = frame[now.row + 2, now.column + column]
        return [cell.style, cell.lower ?? .plain]
      })
    #expect(styles.isSuperset(of: [.grey1, .grey2, .grey4]))
  }

  @Test func `an even layer keeps flat grey flat`() throws {
    let frame = try draw(Self.layer(kernel: 4), ScreenSize(columns: 80, rows: 20), colors: 256)
    #expect(frame.text.contains("flat 128 stays 128 inside"))
    #expect(!frame.text.contains("fixed"))
  }

  @Test func `without colours the greys are characters`() throws {
    let size = ScreenSize(columns: 80, rows: 24)
    expectPicture(
      try draw(Self.uneven, size, colors: 0).text, "GreyPictureTests/a-checkerboard-in-characters")
  }

  @Test func `what has no such picture says so`() throws {
    let size = ScreenSize(columns: 80, rows: 20)
    var convolution = Self.uneven
    convolution.layer.direction = .convolution
    #expect(try draw(convolution, size, colors: 0).text.contains("convolution"))
    let large = Self.layer(kernel: 1_000_000_000, size: 1 << 40)
    #expect(try draw(large, size, colors: 0).text.contains("too large"))
    for columns in stride(from: 0, through: 60, by: 6) {
      for rows in 0..<12 {
        let size = ScreenSize(columns: columns, rows: rows)
        #expect(try draw(Self.uneven, size, colors: 256).size == size)
      }
    }
  }

  private func draw(_ subject: LayerCase, _ size: ScreenSize, colors: Int) throws -> Frame {
    let capabilities = Capabilities(unicode: colors > 0, colors: colors)
    let pass = try subject.forward()
    let fix = Advice.offered(pass).first
    return GreyPicture(pass, fix: fix, capabilities, .dark).draw(size)
  }
}
