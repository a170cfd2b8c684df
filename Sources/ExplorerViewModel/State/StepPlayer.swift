/// How a layer is played step by step: how far it is, how fast, and in which order.
package struct StepPlayer: Equatable, Sendable {
  /// The steps that are done, kept within the layer when they are read; `nil` for the whole
  /// picture, of which nothing is played.
  package internal(set) var steps: Count?
  package internal(set) var isPlaying = false
  /// Whether it starts again after the end.
  package internal(set) var isLooping = false
  package internal(set) var speed = Speed.usual
  /// Whether the order is not the usual one for the kind of layer.
  package internal(set) var hasOtherOrder = false
  package internal(set) var numbers = StepNumbers()

  /// The order of the steps: outputs gather in a Conv2d, inputs scatter in a ConvTranspose2d.
  package func order(of direction: ConvLayer.Direction) -> StepSequence.Order {
    (direction == .convolution) == hasOtherOrder ? .scatter : .gather
  }

  package struct Speed: Equatable, Sendable {
    private var index: Int

    /// The list, slow to fast; another speed is one more number.
    private static let perSecond = [1, 2, 4, 8, 16, 32, 128, 512, 2048]
    /// More pictures in a second are not seen as single ones.
    private static let mostPictures = 32

    static let usual = Speed(index: 2)
    static let all = perSecond.indices.map { Speed(index: $0) }

    package var stepsPerSecond: Int { Self.perSecond[index] }

    package var interval: Duration { .seconds(1) / min(stepsPerSecond, Self.mostPictures) }

    var stepsPerPicture: Int { max(1, stepsPerSecond / Self.mostPictures) }

    mutating func change(by offset: Int) {
      index = min(max(0, index + offset), Self.perSecond.count - 1)
    }
  }
}
