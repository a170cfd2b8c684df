import ConvArithmetic
import LayerNotation
import Testing

@Suite struct ModelSourceTests {
  static let source = #"""
    """A model. nn.Conv2d(9, 9, 9) in words is no layer."""
    import torch.nn as nn  # it's nn.Conv2d(8, 8, 8)

    class Net(nn.Module):
        def __init__(self, width=64):
            super().__init__()
            self.conv1 = nn.Conv2d(3, 64, 7, stride=2, padding=3, bias=False)
            # self.old = nn.Conv2d(3, 64, 9)
            self.features = nn.Sequential(
                nn.Conv2d(64, 32, 3), nn.ReLU(inplace=True),
                nn.Sequential(nn.MaxPool2d(2), nn.Conv2d(32, 16, kernel_size=(1, 3))),
                nn.Flatten(),
            )
            self.names = nn.Sequential(OrderedDict([
                ("first", nn.Conv2d(1, 2, 3)),
                ('second', weight_norm(nn.Conv2d(2, 3, 3))),
            ]))
            self.blocks = nn.ModuleDict({'a': nn.Conv2d(1, 1, 1), "b": Block(conv=nn.Conv2d(1, 1, 2))})
            self.add_module('added', nn.Conv2d(1, 1, 3))
            layers += [nn.Conv2d(1, 1, 4)]
            self.list = nn.ModuleList([nn.Conv2d(1, 1, 5) for _ in range(4)])
            self.wide = nn.Conv2d(width, width * 2, 3)
            self.last = torch.nn.ConvTranspose2d(
                64, 32,  # channels
                3,
                stride=2)

    def helper(x):
        return F.relu(nn.Conv2d(1, 1, 6)(x))
    """#

  @Test func `every constructor of a source is found by what it is assigned to`() throws {
    let read = try ModelText(reading: Self.source)
    #expect(
      read.layers.map { "\($0.path) \($0.layer.kernelSize.text)" } == [
        "conv1 7", "features.0 3", "features.2.1 1,3", "names.first 3", "names.second 3",
        "blocks.a 1", "blocks.b.conv 2", "added 3", "layers.0 4", "list.0 5", "wide 3", "last 3",
        " 6",
      ])
    #expect(read.isSource)
    #expect(read.layers[0].model == "Net")
    #expect(read.layers.map(\.repetitions).max() == 4)
    #expect(read.problems.isEmpty)
  }

  @Test func `sizes go through a sequence in source`() throws {
    let text = """
      model = nn.Sequential(
          nn.Conv2d(3, 8, 3, padding=1), nn.BatchNorm2d(8), nn.ReLU(True),
          nn.AvgPool2d(2), nn.Upsample(scale_factor=3),
          *[nn.Conv2d(8, 4, 3), nn.Tanh()], weight_norm(nn.ConvTranspose2d(4, 1, 4, 2, 1))).to(device)
      """
    let layers = try ModelText(reading: text)
      .layers(from: TensorShape(batch: 1, channels: 3, size: Spatial(height: 9, width: 8)))
    #expect(
      layers.map(\.input) == [
        Spatial(height: 9, width: 8), Spatial(height: 12, width: 12),
        Spatial(height: 10, width: 10),
      ])
  }

  @Test func `sizes go on after a function that hands on its module`() throws {
    let text = """
      nn.Sequential(
          nn.Conv2d(3, 8, 3), weight_norm(nn.Conv2d(8, 8, 3)), nn.MaxPool2d(2), nn.Conv2d(8, 1, 1))
      """
    let layers = try ModelText(reading: text)
      .layers(from: TensorShape(batch: 1, channels: 3, size: Spatial(9, 9)))
    #expect(layers.map(\.input) == [Spatial(9, 9), Spatial(7, 7), Spatial(2, 2)])
  }

  @Test(arguments: [
    "nn.Sequential(first, nn.Conv2d(3, 1, 1))", "nn.Sequential(block(3), nn.Conv2d(3, 1, 1))",
    "nn.Sequential(*layers, nn.Conv2d(3, 1, 1))",
    "nn.Sequential(*[nn.Conv2d(3, 1, 1) for _ in range(n)])",
    "nn.Sequential(nn.Conv2d(3, 1, 1) if a else nn.Identity())",
    "nn.ModuleList([nn.Conv2d(3, 1, 1), nn.ReLU()])", "[nn.Conv2d(3, 1, 1), nn.ReLU()]",
  ])
  func `what source does not tell is not guessed`(text: String) throws {
    let layers = try ModelText(reading: text)
      .layers(from: TensorShape(batch: 1, channels: 3, size: Spatial(square: 9)))
    #expect(layers.map(\.input) == [nil])
  }

  @Test(arguments: [
    "nn.Conv2d(3, 3, 1, **kw)", "nn.Conv2d(3, 3, 1, *args)", "nn.MaxPool2d(2, **kw)",
    "nn.MaxPool2d(*args)", "nn.MaxPool2d(2, stride)", "nn.MaxPool2d(2, padding=p)",
    "nn.AvgPool2d(2, ceil_mode=ceil)", "nn.Upsample(**kw)", "nn.ZeroPad2d(p)",
    "nn.PixelShuffle(*args)",
  ])
  func `after an argument that source does not tell no size is known`(module: String) throws {
    let text = "nn.Sequential(\n\(module),\nnn.Conv2d(3, 1, 1))"
    let layers = try ModelText(reading: text)
      .layers(from: TensorShape(batch: 1, channels: 3, size: Spatial(8, 8)))
    let last = try #require(layers.last)
    #expect(last.input == nil)
    let name = module.dropFirst(3).prefix { $0 != "(" }
    #expect(last.gap == Remark(.unknownModule, String(name), 2))
  }

  @Test(arguments: ["nn.BatchNorm2d(3, **kw)", "nn.ReLU(*args)", "nn.MaxPool2d(1, None)"])
  func `an argument that no size depends on may be unknown`(module: String) throws {
    let layers = try ModelText(reading: "nn.Sequential(\(module), nn.Conv2d(3, 1, 1))")
      .layers(from: TensorShape(batch: 1, channels: 3, size: Spatial(8, 8)))
    #expect(layers.map(\.input) == [Spatial(8, 8)])
  }

  @Test func `source is no traced model, whatever stands in its comments and strings`() throws {
    let text = """
      class Flat(nn.Module):
        '''x (Tensor): any
        (y): Conv2d(1, 1)'''
        # (z): Conv2d(1, 1)
        def forward(self, x):
          y = x.view(1, -1)
          return y
      class Net(nn.Module):
        def __init__(self):
          self.conv = nn.Conv2d(3, 8, 3)

      """
    let model = try ModelText(reading: text)
    #expect(model.isSource && model.layers.map(\.path) == ["conv"])
  }

  @Test func `a class has the names that a source gives it`() throws {
    let text = try ModelText(
      reading: """
        from torch.nn import (Conv2d as Conv, ConvTranspose2d as Up)
        plane = nn.Conv3d
        class Net(nn.Module):
            line = nn.Conv1d
            def __init__(self, block=nn.Conv2d):
                own = plane
                self.a = Conv(3, 8, 3)
                self.b = Up(8, 4, 2, stride=2)
                self.c = own(3, 8, 5)
                self.d = self.line(3, 8, 7)
                self.e = block(3, 8, 9)
            def forward(self, x):
                return self.a(x)
        """)
    #expect(
      text.layers.map { "\($0.path) \($0.moduleName) \($0.layer.kernelSize.text)" } == [
        "a Conv2d 3", "b ConvTranspose2d 2", "c Conv3d 5", "d Conv1d 7", "e Conv2d 9",
      ])
    #expect(text.layers.prefix(4).flatMap(\.notes).isEmpty)
    #expect(text.layers.last?.notes == [Remark(.usesDefaults, "block=nn.Conv2d")])
    #expect(text.problems.isEmpty)
  }
}
