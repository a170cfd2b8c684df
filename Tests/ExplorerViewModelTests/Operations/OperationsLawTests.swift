import ConvArithmetic
import ExplorerViewModel
import LayerNotation
import Testing

/// What holds for the operations view of any layer.
@Suite struct OperationsLawTests {
  /// Layers of both kinds: those that can be chosen, and recorded ones.
  private static let subjects =
    Preset.all.map(\.subject) + RecordedTools.sample.compactMap(\.subject)

  /// The numbers in percent in the lines below a heading, down to an empty line.
  private func shares(below heading: String, _ state: ExplorerState) throws -> [Int] {
    let frame = render(state)
    let start = try #require(frame.place(of: heading)).row
    return frame.lines[(start + 1)...].prefix { !$0.isEmpty }.compactMap { line in
      line.split(separator: " ").first { $0.hasSuffix("%") }.flatMap { share in
        switch share {
        case "<1%": 0
        case ">99%": 100
        default: Int(share.dropLast().replacing("−", with: "-"))
        }
      }
    }
  }

  @Test func `the shares of the documented total add up to it`() throws {
    var seen = 0
    for subject in Self.subjects {
      let state = try ExplorerState.on(100, 16, keys: "C", subject)
      let shares = try shares(below: "moduleprofiler's documents", state)
      // A total of nothing has no shares.
      guard !shares.isEmpty else { continue }
      #expect(shares.count == 3)
      #expect((99...101).contains(shares.reduce(0, +)), "\(shares) \(subject)")
      seen += 1
    }
    #expect(seen >= 50)
  }

  @Test func `what is useful is never more than all`() throws {
    for subject in Self.subjects {
      let state = try ExplorerState.on(100, 16, keys: "C", subject)
      for share in try shares(below: "Exact count", state) {
        #expect((0...100).contains(share), "\(share) \(subject)")
      }
    }
  }

  @Test func `a share is 0 or 100 percent only where it is that`() throws {
    // 16,777,216 of 16,853,248 operations are useful, and 16,384 of 92,416 additions of the bias.
    let subject = LayerCase.square(4) { layer in
      layer.direction = .transposed
      (layer.inChannels, layer.outChannels) = (512, 256)
      layer.kernelSize = Spatial(square: 2)
      (layer.stride, layer.dilation) = (Spatial(square: 5), Spatial(square: 3))
    }
    let text = try ExplorerState.on(80, 60, keys: "C", subject).text
    #expect(text.contains("16,853,248        16,777,216  >99%"))
    #expect(text.contains("92,416            16,384   18%"))
    // 8·8 = 64 of (8 + 2·100)² = 43,264 products, and no additions at all.
    let padded = LayerCase.square(8) { layer in
      layer.kernelSize = Spatial(square: 1)
      (layer.padding, layer.bias) = (.explicit(Spatial(square: 100)), false)
    }
    let frame = render(try .on(80, 60, keys: "C", padded))
    #expect(frame.text.contains("43,264                64   <1%"))
    let shares = try shares(below: "moduleprofiler's documents", .on(80, 60, keys: "C", padded))
    #expect(shares == [100, 0, 0])
  }

  @Test func `shares beyond all bounds are drawn`() throws {
    // Of one product in 3·10⁸ squared cells; what is left of the documented total is 4.
    let subject = LayerCase.square(2) { layer in
      layer.direction = .transposed
      layer.kernelSize = Spatial(square: 1)
      (layer.stride, layer.bias) = (Spatial(square: 300_000_000), false)
    }
    for (columns, rows) in [(80, 24), (120, 40), (300, 20)] {
      let text = try ExplorerState.on(columns, rows, keys: "C", subject).text
      #expect(text.contains(" >999%"))
      #expect(text.contains("<−999%"))
    }
  }

  @Test func `counts beyond 127 bits are said, and nothing is called right`() throws {
    var subject = LayerCase.plain
    for hyperparameter in Hyperparameter.allCases where hyperparameter != .groups {
      for axis in Axis.axes(2) { subject.set(hyperparameter, axis, to: 2_147_483_647) }
    }
    subject.layer.padding = .explicit(Spatial(square: 0))
    (subject.layer.dilation, subject.layer.outputPadding) = (Spatial(square: 1), Spatial(square: 0))
    for keys in ["Cm", "Cmt"] {
      for chosen in 0..<OperationConvention.allCases.count {
        let more = "<Enter>" + String(repeating: "j", count: chosen)
        let frame = render(try .on(80, 70, keys: keys + more, subject))
        let list = ToolList(frame)
        #expect(list["fvcore"]?.count == "> 2^127")
        #expect(list["fvcore"]?.ratio == "–")
        #expect(!frame.text.contains("fails"))
        #expect(!frame.text.contains("right number"))
      }
    }
    #expect(
      try ExplorerState.on(80, 70, keys: "Cm<Enter>", subject).text.contains("127 bits"))
  }

  @Test(arguments: ConvLayer.Direction.allCases)
  func `the largest numbers stay in their columns`(kind: ConvLayer.Direction) throws {
    let largest = 2_147_483_647
    for size in [1, 8, largest] {
      var subject = LayerCase.plain
      subject.layer.direction = kind
      for axis in Axis.axes(2) {
        subject.set(.inChannels, axis, to: largest)
        subject.set(.outChannels, axis, to: largest)
        subject.set(.input, axis, to: size)
        subject.set(.kernelSize, axis, to: kind == .convolution ? size : largest)
      }
      let frame = render(try .on(80, 70, keys: "Cm", subject))
      let list = ToolList(frame)
      #expect(list.all.count == OperationConvention.allCases.count)
      for row in list.all {
        let line = Array(row.line)
        #expect(line[35] == " " && line[34] != " ", "\(row.line)")
        #expect(["op ", "MAC"].contains(String(line[36..<39])), "\(row.line)")
        #expect(line.count <= 80, "\(row.line)")
      }
    }
  }

  @Test(arguments: [49, 60, 77, 78, 79, 80, 81, 120])
  func `no row of the list is cut, with the hyperparameters beside it or without`(
    columns: Int
  ) throws {
    let frame = render(try .on(columns, 60, keys: "Cm"))
    #expect(ToolList(frame)["executed"]?.ratio == "exact")
    #expect(ToolList(frame)["thop"]?.ratio == "×4.00")
  }

  @Test func `a number that is longer than its line is shown to its last digit`() throws {
    var subject = LayerCase.plain
    for axis in Axis.axes(2) {
      for row in [Hyperparameter.inChannels, .outChannels, .input, .kernelSize] {
        subject.set(row, axis, to: 2_147_483_647)
      }
    }
    // (2³¹ − 1)⁴ + 2³¹ − 1 parameters.
    let text = try ExplorerState.on(80, 80, keys: "Cmm", subject).text
    let digits = text.filter { $0.isNumber || $0 == "," }
    #expect(digits.contains("21,267,647,892,944,572,736,998,860,271,835,414,528"))
  }
}
