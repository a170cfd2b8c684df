import ConvArithmetic
import LayerNotation
import Testing

/// The map as numbers: what is written is what loops over all positions and taps count.
@Suite struct MapExportTests {
  @Test(arguments: 0..<6)
  func `a table read back has the counts of the loops`(seed: UInt64) throws {
    for pass in ForwardPass.samples(40, seed: seed) {
      let naive = NaiveMap(pass).counts
      let table = try MapExport(pass, .csv).whole
      #expect(table.hasSuffix("\r\n"))
      let lines = table.split(separator: "\r\n").map { $0.split(separator: ",").map(String.init) }
      #expect(lines.first == ["row"] + (naive.first ?? []).indices.map(String.init))
      #expect(lines.dropFirst().map { $0.first } == naive.indices.map(String.init))
      #expect(lines.dropFirst().map { $0.dropFirst().compactMap { Int($0) } } == naive, "\(pass)")
    }
  }

  @Test(arguments: 0..<6)
  func `numbers in lines read back have the counts of the loops`(seed: UInt64) throws {
    for pass in ForwardPass.samples(40, seed: seed) {
      let naive = NaiveMap(pass)
      let parts = try MapExport(pass, .text).whole.split(
        separator: "\n", omittingEmptySubsequences: false
      ).split(separator: "")
      #expect(parts.count == 3)
      #expect(parts.first?.first == Substring(pass.layer.pytorchLine))
      let rows = try #require(parts.dropFirst().first).suffix(naive.counts.count)
      let numbers = rows.map { $0.split(separator: " ").compactMap { Int($0) } }
      #expect(numbers.map { $0.first } == naive.counts.indices.map { $0 })
      #expect(numbers.map { Array($0.dropFirst()) } == naive.counts, "\(pass)")
      // Columns stand below each other.
      #expect(Set(rows.map(\.count)).count == 1)
      expectLegend(try #require(parts.last).map(String.init), naive)
    }
  }

  @Test(arguments: 0..<6)
  func `a grey picture read back has the counts of the loops`(seed: UInt64) throws {
    for pass in ForwardPass.samples(40, seed: seed) {
      let naive = NaiveMap(pass)
      let lines = try MapExport(pass, .pgm).whole.split(separator: "\n")
      #expect(lines.first == "P2")
      let comments = lines.dropFirst().prefix { $0.hasPrefix("# ") }.map { String($0.dropFirst(2)) }
      #expect(comments.first == pass.layer.pytorchLine)
      expectLegend(Array(comments.dropFirst(3)), naive)
      let words = lines.dropFirst(1 + comments.count).joined(separator: " ")
        .split(separator: " ").compactMap { Int($0) }
      #expect(words.prefix(2) == [naive.counts.first?.count ?? 0, naive.counts.count])
      let most = naive.counts.joined().max() ?? 0
      #expect(words.dropFirst(2).first == max(1, most))
      #expect(Array(words.dropFirst(3)) == Array(naive.counts.joined()), "\(pass)")
      #expect(lines.dropFirst(1 + comments.count).allSatisfy { $0.utf8.count <= 70 })
      #expect(lines.dropFirst(2).joined().utf8.allSatisfy { $0 < 0x80 })
    }
  }

  /// Each line of the legend has its counts and how many cells have them; together, all cells.
  private func expectLegend(_ lines: [String], _ naive: NaiveMap) {
    var left = naive.cells
    for line in lines where !line.isEmpty {
      let words = line.split(separator: " ")
      let bounds = words[0].split { $0 == "–" || $0 == "-" }.compactMap { Int($0) }
      let range = (bounds.first ?? -1)...(bounds.last ?? -1)
      #expect(words.dropFirst().first == "in")
      let cells = words.dropFirst(2).first.flatMap { Int($0.filter { $0 != "," }) }
      #expect(cells == left.filter { range ~= $0.key }.values.reduce(0, +))
      left = left.filter { !(range ~= $0.key) }
    }
    #expect(left.isEmpty, "\(lines)")
  }

  @Test(arguments: 1...3, ConvLayer.Direction.allCases)
  func `the last axis runs along the lines, and each cell of the others has one`(
    axes: Int, kind: ConvLayer.Direction
  ) throws {
    var layer = ConvLayer(kind, axes: axes)
    layer.stride = Spatial(repeating: 2, count: axes)
    let size = try #require(Spatial<Int>([5, 4, 6].prefix(axes)))
    let subject = LayerCase(layer: layer, input: TensorShape(batch: 1, channels: 1, size: size))
    let pass = try subject.forward()
    let naive = NaiveMap(pass)
    #expect(naive.counts.joined().count == pass.overlap.size.reduce(1, *))
    let lines = try MapExport(pass, .csv).whole.split(separator: "\r\n").dropFirst()
    let table = lines.map { $0.split(separator: ",").dropFirst().compactMap { Int($0) } }
    #expect(table == naive.counts)
    let legend = try MapExport(pass, .text).whole.split(separator: "\n").filter {
      $0.contains(" in ")
    }
    expectLegend(legend.map(String.init), naive)
    #expect(try MapExport(pass, .svg).whole.hasSuffix("</svg>\n"))
  }

  @Test func `column numbers that are wider than the columns stand on end`() throws {
    let layer = layer(.convolution, 1, 1, Spatial(square: 1))
    let subject = LayerCase(
      layer: layer,
      input: TensorShape(batch: 1, channels: 1, size: Spatial(height: 1, width: 12)))
    let text = try MapExport(try subject.forward(), .text).whole
    #expect(
      text == """
        nn.Conv2d(1, 1, 1)
        (1, 1, 1, 12) → (1, 1, 1, 12)
        outputs that read each input cell

                               1 1
           0 1 2 3 4 5 6 7 8 9 0 1
        0  1 1 1 1 1 1 1 1 1 1 1 1

        1 in 12 cells

        """)
  }

  @Test func `a map of more than four million cells is refused, not waited for`() throws {
    var large = subject(layer(.convolution, 1, 1, Spatial(square: 3)), input: 1 << 11)
    _ = try MapExport(try large.forward(), .csv)
    large.input.size[.width] += 1
    let refusal = #expect(throws: Remark.self) { try MapExport(try large.forward(), .csv) }
    #expect(
      refusal?.text == "the map has 2,048×2,049 = 4,196,352 cells; up to 4,194,304 are written")
    large.input.size = Spatial(square: 1 << 31 - 1)
    #expect(throws: Remark.self) { try MapExport(try large.forward(), .text) }
  }

  @Test func `greys beyond 65535 are scaled, and that is said`() throws {
    var wide = subject(layer(.convolution, 1, 1, Spatial(square: 300)), input: 599)
    wide.layer.padding = .explicit(Spatial(square: 0))
    let lines = try MapExport(try wide.forward(), .pgm).whole.split(separator: "\n")
    #expect(lines.contains("# scaled: 65535 stands for 90000, rounded"))
    let numbers = lines.filter { !$0.hasPrefix("#") }.dropFirst().joined(separator: " ")
      .split(separator: " ").compactMap { Int($0) }
    #expect(numbers.prefix(3) == [599, 599, 65535])
    #expect(numbers.dropFirst(3).max() == 65535)
    // The first cell is read once: 65535/90000, rounded.
    #expect(numbers.dropFirst(3).first == 1)
    #expect(numbers.count == 3 + 599 * 599)
  }

  @Test func `a format goes by the ending of a file name`() {
    for (name, format) in [
      ("a.svg", MapFormat.svg), ("b.c/d.CSV", .csv), ("map.txt", .text), ("x.pgm", .pgm),
    ] {
      #expect(MapFormat(fileName: name) == format)
    }
    for name in ["", ".", "svg", "a.png", "a.svg/b"] { #expect(MapFormat(fileName: name) == nil) }
  }
}
