import ConvArithmetic
import Foundation
import LayerNotation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// The map as a picture: well formed, and each cell in the colour of its count.
@Suite struct MapPictureTests {
  @Test(arguments: 0..<6)
  func `each picture is well formed and has its title`(seed: UInt64) throws {
    for pass in ForwardPass.samples(40, seed: seed) {
      let picture = try ReadPicture(MapExport(pass, .svg).whole)
      #expect(picture.title == pass.layer.pytorchLine)
      #expect(picture.texts.contains("\(pass.input.text) → \(pass.output.text)"))
    }
  }

  @Test(arguments: 0..<6)
  func `each cell is painted once, cells of one count alike and others differently`(
    seed: UInt64
  ) throws {
    for pass in ForwardPass.samples(40, seed: seed) {
      let naive = NaiveMap(pass).counts
      let picture = try ReadPicture(MapExport(pass, .svg).whole)
      let colors = try picture.colors(rows: naive.count, columns: naive.first?.count ?? 0)
      var countsOfColor: [String: Set<Int>] = [:]
      for (row, counts) in naive.enumerated() {
        for (column, count) in counts.enumerated() {
          countsOfColor[colors[row][column], default: []].insert(count)
        }
      }
      let kinds = Set(naive.joined())
      #expect(countsOfColor.values.reduce(0) { $0 + $1.count } == kinds.count, "\(pass)")
      if kinds.subtracting([0]).count <= 8 {
        #expect(countsOfColor.count == kinds.count, "\(pass)")
      }
      if kinds.contains(0) { #expect(countsOfColor["url(#hatch)"] == [0]) }
    }
  }

  @Test func `the numbers in the cells are the counts`() throws {
    for pass in ForwardPass.samples(40, seed: 7) {
      let naive = NaiveMap(pass).counts
      let picture = try ReadPicture(MapExport(pass, .svg).whole)
      let numbers = picture.numbers.compactMap { Int($0) }
      #expect(numbers.isEmpty || numbers == Array(naive.joined()), "\(pass)")
    }
  }

  @Test func `a reader without a picture hears of rows only where there are some`() throws {
    for (op, size) in [("conv1d", ". 8 cells. "), ("conv2d", ". 8 rows and 8 columns. ")] {
      let axes = try #require(LayerOp(functionName: op)).axes
      let subject = LayerCase(
        layer: ConvLayer(axes: axes),
        input: TensorShape(batch: 1, channels: 1, size: Spatial(repeating: 8, count: axes)))
      #expect(try MapExport(subject.forward(), .svg).whole.contains(size))
    }
  }

  @Test func `quotes in a title are escaped`() throws {
    var words = layer(.convolution, 1, 1, Spatial(square: 3))
    words.padding = .same
    let text = try MapExport(try subject(words).forward(), .svg).whole
    #expect(
      text.contains("<title id=\"title\">nn.Conv2d(1, 1, 3, padding=&apos;same&apos;)</title>"))
    #expect(try ReadPicture(text).title == "nn.Conv2d(1, 1, 3, padding='same')")
  }

  @Test func `a light and a dark page have their own colours, and no part is translucent`() throws {
    let text = try MapExport(
      try subject(layer(.convolution, 1, 1, Spatial(square: 3))).forward(), .svg
    )
    .whole
    #expect(text.contains("@media (prefers-color-scheme:dark){"))
    #expect(!text.contains("opacity"))
    #expect(!text.contains("rgba"))
  }

  @Test func `a picture of too many patches is refused, an even one of the same size is not`()
    throws
  {
    var uneven = subject(layer(.transposed, 1, 1, Spatial(square: 3)), input: 400)
    uneven.layer.stride = Spatial(square: 2)
    #expect(throws: Remark.self) { try MapExport(try uneven.forward(), .svg) }
    uneven.layer.kernelSize = Spatial(square: 4)
    let text = try MapExport(try uneven.forward(), .svg).whole
    #expect(text.utf8.count < 20_000)
    #expect(try ReadPicture(text).title.hasPrefix("nn.ConvTranspose2d"))
  }
}

/// A picture as an XML reader understands it.
final class ReadPicture: NSObject, XMLParserDelegate {
  private(set) var title = ""
  private(set) var texts: [String] = []
  /// What stands in the cells.
  private(set) var numbers: [String] = []
  /// Paths with a fill of their own, by that fill or by their class.
  private var patches: [(paint: String, path: String)] = []
  private var edge: (width: Int, height: Int)?
  private var element = ""
  private var style = ""
  private var text = ""

  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  init(_ source: String) throws {
    super.init()
    let parser = XMLParser(data: Data(source.utf8))
    parser.delegate = self
    guard parser.parse() else {
      throw Failure(description: "\(String(describing: parser.parserError)): \(source)")
    }
  }

  /// The paint of each cell; throws where one is painted twice or not at all.
  func colors(rows: Int, columns: Int) throws -> [[String]] {
    guard let edge, rows > 0, columns > 0, edge.width % columns == 0,
      edge.width / columns == edge.height / rows
    else { throw Failure(description: "no edge, or no square cells") }
    let cell = edge.width / columns
    var colors = Array(repeating: Array(repeating: "", count: columns), count: rows)
    for (paint, path) in patches {
      for patch in path.split(separator: "M") {
        let numbers = patch.split { !$0.isNumber }.compactMap { Int($0) }
        guard numbers.count == 5, numbers.allSatisfy({ $0 % cell == 0 }) else {
          throw Failure(description: "\(patch)")
        }
        let (x, y) = (numbers[0] / cell, numbers[1] / cell)
        for row in y..<y + numbers[3] / cell {
          for column in x..<x + numbers[2] / cell {
            guard colors[row][column].isEmpty else { throw Failure(description: "painted twice") }
            colors[row][column] = paint
          }
        }
      }
    }
    guard !colors.joined().contains("") else { throw Failure(description: "not painted") }
    return colors
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String] = [:]
  ) {
    (element, style, text) = (name, attributes["class"] ?? "", "")
    if name == "path", let path = attributes["d"], !["hatch", "grid"].contains(style) {
      patches.append((attributes["fill"] ?? style, path))
    }
    if name == "rect", style == "edge", edge == nil, let width = attributes["width"],
      let height = attributes["height"], let width = Int(width), let height = Int(height)
    {
      edge = (width, height)
    }
  }

  func parser(_ parser: XMLParser, foundCharacters characters: String) { text += characters }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    if name == "title" { title = text }
    guard name == "text" else { return }
    texts.append(text)
    if style.hasPrefix("number") { numbers.append(text) }
  }
}
