import ConvArithmetic
import LayerNotation
import SeededNumbers
import Testing

/// Networks as lines of Python, and as what `nn.Sequential` holds.
@Suite struct NetworkReaderTests {
  private static func read(_ text: String) throws -> NamedNetwork {
    try NamedNetwork(reading: Array(text.utf8))
  }

  @Test func `modules, functions and joins are read, one inside the other, too`() throws {
    let network = try Self.read(
      """
      # a comment
      x = torch.zeros(1, 3, 32, 32)
      a = nn.Conv2d(3, 8, 3, padding=1)(x);  b = None
      b = F.max_pool2d(torch.relu(a), 2)
      c = F.interpolate(b, scale_factor=2)
      d = torch.cat([c, a], dim=1) + torch.cat((a, a), 1)
      e = F.pad(d, (1, 2, 0, -1))
      return e
      """)
    let shapes = network.network.flow(of: network.input).shapes.map(\.dimensions)
    #expect(
      shapes == [
        [1, 3, 32, 32], [1, 8, 32, 32], [1, 8, 32, 32], [1, 8, 16, 16], [1, 8, 32, 32],
        [1, 16, 32, 32], [1, 16, 32, 32], [1, 16, 32, 32], [1, 16, 31, 35],
      ])
    #expect(network.source.last == "e = nn.ZeroPad2d((1, 2, 0, -1))(d_3)")
    #expect(network.source.contains("d_3 = d + d_2"))
  }

  @Test func `products come before sums, as in Python`() throws {
    let network = try Self.read(
      "x = torch.zeros(1, 3, 8, 8)\na = nn.Conv2d(3, 3, 1)(x)\nb = a + a * x")
    #expect(network.source.suffix(2) == ["b = a * x", "b_2 = a + b"])
    let grouped = try Self.read(
      "x = torch.zeros(1, 3, 8, 8)\na = nn.Conv2d(3, 3, 1)(x)\nb = (a + a) * x")
    #expect(grouped.source.suffix(2) == ["b = a + a", "b_2 = b * x"])
  }

  @Test func `an input may have another name, no batch, and a list a comma at its end`() throws {
    let network = try Self.read(
      """
      picture = torch.randn(3, 8, 8)
      a = nn.Conv2d(3, 5, 3, padding=1)(picture)
      b = torch.cat([a, picture,], 0)
      """)
    #expect(network.network.flow(of: network.input).shapes.last?.dimensions == [8, 8, 8])
    let text = try ModelText(
      reading: "picture = torch.zeros(1, 3, 8, 8)\na = nn.Conv2d(3, 5, 3)(picture)\n")
    #expect(text.network()?.input.dimensions == [1, 3, 8, 8])
  }

  @Test func `no two modules have the same name, and none that Python keeps for itself`() throws {
    let text = try ModelText(
      reading: """
        Sequential(
          (for): Conv2d(3, 3, kernel_size=(1, 1))
          (x): Conv2d(3, 3, kernel_size=(1, 1))
          (x): Conv2d(3, 3, kernel_size=(1, 1))
        )
        """)
    let network = try #require(text.network())
    #expect(Set(network.modules.map(\.name)).count == 3)
    let again = try Self.read(network.source.joined(separator: "\n"))
    #expect(again.network == network.network)
    let targets = network.source.map { $0.prefix { $0 != " " } }
    #expect(Set(targets).count == 4 && !targets.contains("for"))
  }

  @Test func `too many modules are refused, joins among them`() {
    let lines = (0..<2_001).map { "a = x + x # \($0)" }.joined(separator: "\n")
    let text = "x = torch.zeros(1, 3, 8, 8)\n" + lines
    let problem = #expect(throws: PyTorchProblem.self) { try Self.read(text) }
    #expect(problem?.description.contains("more than 2,000 modules") == true)
  }

  @Test(arguments: [
    ("x = torch.zeros(1, 3, 8, 8)\ny = nn.Conv2d(3, 8, 3)(z)", "line 2", "makes 'z'"),
    ("x = torch.zeros(1, 3, 8, 8)\ny = attention(x)", "line 2", "'attention' does to a size"),
    ("x = torch.zeros(1, 3, 8, 8)\ny = nn.Conv2d(3, 8, 3)", "line 2", "not applied"),
    ("x = torch.zeros(1, 3, 8, 8)\ny = torch.cat([x, x], 2)", "line 2", "along the channels"),
    ("x = torch.zeros(8)\ny = nn.Conv2d(3, 8, 3)(x)", "line 1", "no shape"),
    ("x = torch.zeros(1, 3, 0, 8)\ny = nn.Conv2d(3, 8, 3)(x)", "line 1", "no shape"),
    ("x = torch.zeros(1, 3, 8, 8)\ny = torch.cat([x, x], 0)", "line 2", "along the channels"),
    ("x = torch.zeros(1, 3, 8, 8)\ny = nn.Conv2d(3, 8, 3)(x", "line 2", "not closed"),
    ("x = torch.zeros(1, 3, 8, 8)\ny = F.conv2d(x, w)", "line 2", "does to a size"),
    ("x = torch.zeros(1, 3, 8, 8)", "line 1", "no convolution"),
  ])
  func `what cannot be read is said with its line`(
    text: String, line: String, message: String
  ) throws {
    let problem = #expect(throws: PyTorchProblem.self) { try Self.read(text) }
    let description = try #require(problem).description
    #expect(description.hasPrefix(line) && description.contains(message), "\(description)")
  }

  @Test func `parentheses without end are refused, not followed`() {
    let text = "x = torch.zeros(1, 3, 8, 8)\ny = " + String(repeating: "(", count: 100_000)
    #expect(throws: PyTorchProblem.self) { try Self.read(text) }
  }

  @Test func `a printed Sequential is a chain with its names`() throws {
    let text = try ModelText(
      reading: """
        Sequential(
          (stem): Sequential(
            (0): Conv2d(3, 16, kernel_size=(3, 3), stride=(2, 2), padding=(1, 1))
            (1): BatchNorm2d(16, eps=1e-05, momentum=0.1, affine=True, track_running_stats=True)
          )
          (up): ConvTranspose2d(16, 3, kernel_size=(4, 4), stride=(2, 2), padding=(1, 1))
        )
        """)
    let network = try #require(text.network())
    #expect(network.modules.map(\.name) == ["stem.0", "stem.1", "up"])
    #expect(network.source[1].hasPrefix("stem_0 = nn.Conv2d(3, 16, 3, stride=2, padding=1)(x)"))
  }

  @Test(arguments: [
    "Net(\n  (a): Conv2d(3, 8, kernel_size=(3, 3))\n  (b): Conv2d(8, 8, kernel_size=(3, 3))\n)",
    "nn.Sequential(nn.Conv2d(3, 8, 3), Attention(), nn.Conv2d(8, 8, 3))",
    "nn.ModuleList([nn.Conv2d(3, 8, 3), nn.Conv2d(8, 8, 3)])",
    "nn.Sequential(nn.Conv2d(3, 8, 3), nn.Conv2d(8, x, 3))",
  ])
  func `a text that leaves the order or a module open is no network`(text: String) throws {
    #expect(try ModelText(reading: text).network() == nil)
  }

  @Test func `random changes leave a network whose modules take earlier tensors`() throws {
    var random = SeededGenerator(seed: 14)
    let pool = try NamedNetwork.Module(reading: "nn.AvgPool2d(2)", axes: 2)
    var network = try #require(PresetNetwork.named("unet_padded")?.named)
    for _ in 0..<2_000 {
      let place = Int.random(in: 0..<network.modules.count, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0 where network.modules.count > 3: network.remove(place..<place + 1)
      case 1: _ = network.insert(pool, after: place)
      case 2: _ = network.replace(place, with: pool)
      default:
        let (first, second) = (place..<place + 1, place + 1..<place + 3)
        if network.canExchange(first, second) { network.exchange(first, second) }
      }
      let isOrdered = network.modules.enumerated().allSatisfy { place, module in
        !module.sources.isEmpty && module.sources.allSatisfy { (0...place).contains($0) }
      }
      try #require(isOrdered)
      try #require(network.network.nodes.map(\.sources) == network.modules.map(\.sources))
    }
  }

  @Test func `rows with their activations change places, and come back`() throws {
    let network = try #require(PresetNetwork.named("vgg16")?.named)
    let rows = NetworkSheet(network).rows
    var changes = 0
    for (first, second) in zip(rows, rows.dropFirst()) where network.canExchange(first, second) {
      var changed = network
      changed.exchange(first, second)
      let middle = first.lowerBound + second.count
      #expect(changed.modules[first.lowerBound].name == network.modules[second.lowerBound].name)
      #expect(changed.modules[middle].name == network.modules[first.lowerBound].name)
      changed.exchange(first.lowerBound..<middle, middle..<second.upperBound)
      #expect(changed == network)
      changes += 1
    }
    #expect(changes == rows.count - 1)
  }

  @Test func `a row is put in once more with its activation, after it`() throws {
    var network = try #require(PresetNetwork.named("vgg16")?.named)
    let row = NetworkSheet(network).rows[1]
    let copy = network.duplicate(row)
    #expect(copy == row.upperBound && row.count == 2)
    #expect(network.modules[copy].stage == network.modules[row.lowerBound].stage)
    #expect(network.modules[copy].sources == [copy])
    #expect(network.modules[copy + 1].sources == [copy + 1])
    #expect(network.modules[copy + 2].sources == [copy + 2])
    #expect(NetworkSheet(network).flow.failure == nil)
  }

  @Test func `a module that is put in and taken out again leaves the network as it was`() throws {
    let network = try #require(PresetNetwork.named("resnet18")?.named)
    let relu = try NamedNetwork.Module(reading: "nn.ReLU()", axes: 2)
    for place in network.modules.indices {
      var changed = network
      let new = changed.insert(relu, after: place)
      changed.remove(new..<new + 1)
      #expect(changed == network)
    }
  }
}
