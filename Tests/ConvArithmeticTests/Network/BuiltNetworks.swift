import ConvArithmetic

/// Builds networks module after module, as their code applies them.
struct NetworkBuilder {
  private var nodes: [Network.Node?] = []
  private var channels: [Int]

  init(channels: Int) { self.channels = [channels] }

  /// The tensor that was made last.
  var last: Int { nodes.count }

  /// `nil` where a module takes what is not there.
  var network: Network? {
    let known = nodes.compactMap { $0 }
    return known.count == nodes.count ? Network(known) : nil
  }

  mutating func add(_ stage: Stage, of sources: Int...) {
    let sources = sources.isEmpty ? [last] : sources
    channels.append(stage.channels(channels[sources[0]]) ?? 0)
    nodes.append(Network.Node(stage, of: sources, at: nodes.count))
  }

  mutating func conv(
    _ outChannels: Int, _ kernel: Int, stride: Int = 1, of source: Int? = nil,
    isDepthwise: Bool = false
  ) {
    var layer = ConvLayer()
    layer.inChannels = channels[source ?? last]
    layer.outChannels = outChannels
    layer.groups = isDepthwise ? outChannels : 1
    layer.kernelSize = Spatial(kernel, kernel)
    layer.stride = Spatial(stride, stride)
    layer.padding = .explicit(Spatial(kernel / 2, kernel / 2))
    layer.bias = false
    add(.convolution(layer), of: source ?? last)
  }

  mutating func normalize(activate: Bool = true) {
    let taken = TakenChannels(channels[last], of: "num_features")
    add(.channelwise([], channels: taken, parameters: 2 * taken.count))
    if activate { add(.channelwise([])) }
  }

  mutating func pool(_ kernel: Int, stride: Int, padding: Int = 0) {
    let window = AxisMap.pool(PoolingWindow(kernelSize: kernel, stride: stride, padding: padding))
    add(.channelwise([window, window]))
  }
}

extension NetworkBuilder {
  /// torchvision's ResNets up to the last block; a block of three has its stride in the 3×3.
  static func resNet(_ blocks: [Int], isBottleneck: Bool) -> NetworkBuilder {
    var net = NetworkBuilder(channels: 3)
    net.conv(64, 7, stride: 2)
    net.normalize()
    net.pool(3, stride: 2, padding: 1)
    for (stage, count) in blocks.enumerated() {
      for block in 0..<count {
        let stride = block == 0 && stage > 0 ? 2 : 1
        net.block(64 << stage, stride: stride, isBottleneck: isBottleneck)
      }
    }
    return net
  }

  private mutating func block(_ width: Int, stride: Int, isBottleneck: Bool) {
    let (input, coming) = (last, channels[last])
    let outChannels = isBottleneck ? 4 * width : width
    if isBottleneck {
      conv(width, 1)
      normalize()
      conv(width, 3, stride: stride)
      normalize()
      conv(outChannels, 1)
    } else {
      conv(width, 3, stride: stride)
      normalize()
      conv(width, 3)
    }
    normalize(activate: false)
    let way = last
    if stride > 1 || coming != outChannels {
      conv(outChannels, 1, stride: stride, of: input)
      normalize(activate: false)
      add(.join(.add), of: way, last)
    } else {
      add(.join(.add), of: way, input)
    }
    add(.channelwise([]))
  }

  static func vgg16() -> NetworkBuilder {
    var net = NetworkBuilder(channels: 3)
    for (count, width) in [(2, 64), (2, 128), (3, 256), (3, 512), (3, 512)] {
      for _ in 0..<count {
        net.conv(width, 3)
        net.add(.channelwise([]))
      }
      net.pool(2, stride: 2)
    }
    return net
  }

  static func mobileNetV2() -> NetworkBuilder {
    var net = NetworkBuilder(channels: 3)
    net.conv(32, 3, stride: 2)
    net.normalize()
    let rows = [
      (1, 16, 1, 1), (6, 24, 2, 2), (6, 32, 3, 2), (6, 64, 4, 2), (6, 96, 3, 1), (6, 160, 3, 2),
      (6, 320, 1, 1),
    ]
    for (expansion, width, count, first) in rows {
      for place in 0..<count {
        net.invertedResidual(expansion, width, stride: place == 0 ? first : 1)
      }
    }
    net.conv(1280, 1)
    net.normalize()
    return net
  }

  private mutating func invertedResidual(_ expansion: Int, _ width: Int, stride: Int) {
    let (input, coming) = (last, channels[last])
    if expansion > 1 {
      conv(expansion * coming, 1)
      normalize()
    }
    conv(expansion * coming, 3, stride: stride, isDepthwise: true)
    normalize()
    conv(width, 1)
    normalize(activate: false)
    if stride == 1, coming == width { add(.join(.add), of: last, input) }
  }
}
