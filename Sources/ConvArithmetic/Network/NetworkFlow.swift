/// The shapes that go through a network, and what does not fit.
package struct NetworkFlow: Equatable, Sendable {
  /// The shape of each tensor, the input first; those after a module without output are missing.
  package private(set) var shapes: [TensorShape]
  /// The products of each module that has an output; 0 of one that is no convolution.
  package private(set) var products: [Count] = []
  /// The first module that has no output.
  package private(set) var failure: Failure?
  /// The joins whose tensors do not fit, all of them: after one, the sizes of the tensor that was
  /// made first go on, as where the way up is padded or cropped to the skip.
  package private(set) var mismatches: [Mismatch] = []

  package struct Failure: Equatable, Sendable {
    package let node: Int
    package let reason: StageRefusal
  }

  package struct Mismatch: Equatable, Sendable {
    package let node: Int
    /// In the order of its sources.
    package let shapes: [TensorShape]
  }
}

/// Why a module has no output.
package enum StageRefusal: Error, Equatable, Sendable {
  case layer(Refusal)
  case channels(coming: Int, taken: TakenChannels)
  /// Channels that cannot be shuffled into cells of `factor` × `factor`.
  case indivisibleChannels(Int, factor: Int)
  case axes(coming: Int, taken: Int)
  case axis(Axis, AxisMap, input: Int)
  /// Dimensions, or channels, that do not meet what the module demands.
  case demand(Demand, coming: [Int])
  /// Something else than what has been seen.
  case recorded(RecordedStage)
}

extension [TensorShape] {
  /// What the tensors make value by value; `nil` where they do not fit.
  fileprivate var broadcast: TensorShape? {
    guard var whole = first, allSatisfy({ $0.size.count == whole.size.count }) else { return nil }
    for shape in dropFirst() {
      whole.channels = Swift.max(whole.channels, shape.channels)
      whole.size = whole.size.with(shape.size) { Swift.max($0, $1) }
    }
    let fits = allSatisfy { shape in
      [1, whole.channels].contains(shape.channels)
        && zip(shape.size, whole.size).allSatisfy { $0 == 1 || $0 == $1 }
    }
    return fits ? whole : nil
  }
}

extension Network {
  /// Passes the shape of an input on, as far as it goes.
  package func flow(of input: TensorShape) -> NetworkFlow {
    var flow = NetworkFlow(shapes: [input])
    // The same layer on the same shape stands many times in a network.
    var applied: [LayerCase: Applied] = [:]
    for place in nodes.indices {
      guard flow.pass(nodes[place], place, &applied) else { break }
    }
    return flow
  }
}

/// A tensor and the products that making it takes; a ``ForwardPass`` needs ten times the memory.
private typealias Applied = (output: TensorShape, products: Count)

extension NetworkFlow {
  fileprivate mutating func pass(
    _ node: Network.Node, _ place: Int, _ applied: inout [LayerCase: Applied]
  ) -> Bool {
    let sources = node.sources.map { shapes[$0] }
    var input = sources[0]
    if case .join(let join) = node.stage {
      let earliest = node.sources.indices.min { node.sources[$0] < node.sources[$1] } ?? 0
      input = sources[earliest]
      let whole = join == .add ? sources.broadcast : nil
      let fits =
        whole != nil || join == .concatenate && sources.allSatisfy { $0.size == input.size }
      if !fits { mismatches.append(Mismatch(node: place, shapes: sources)) }
      input = whole ?? input
      if join == .concatenate {
        let all = sources.reduce(Count(0)) { $0 + Count($1.channels) }
        input.channels = Int(exactly: all) ?? .max
      }
    }
    do throws(StageRefusal) {
      if case .recorded(let recorded) = node.stage, recorded.inputs != sources {
        throw .recorded(recorded)
      }
      let made = try node.stage.output(input, &applied)
      shapes.append(made.output)
      products.append(made.products)
      return true
    } catch {
      failure = Failure(node: place, reason: error)
      return false
    }
  }
}

extension ConvLayer {
  /// The layer as a module of a network, applied to a tensor.
  package func pass(_ input: TensorShape) throws(StageRefusal) -> ForwardPass {
    guard input.size.count == kernelSize.count else {
      throw .axes(coming: input.size.count, taken: kernelSize.count)
    }
    do throws(Refusal) {
      return try LayerCase(layer: self, input: input).forward()
    } catch {
      throw .layer(error)
    }
  }
}

extension Stage {
  /// What the stage makes of a tensor, and the products; of a convolution that is among those
  /// applied, that is known.
  fileprivate func output(
    _ input: TensorShape, _ applied: inout [LayerCase: Applied]
  ) throws(StageRefusal) -> Applied {
    guard case .convolution(let layer) = self else { return (try output(input), 0) }
    let subject = LayerCase(layer: layer, input: input)
    if let known = applied[subject] { return known }
    let pass = try layer.pass(input)
    let made = (pass.output, pass.counts.products)
    applied[subject] = made
    return made
  }

  /// What the stage makes of a tensor.
  package func output(_ input: TensorShape) throws(StageRefusal) -> TensorShape {
    if case .convolution(let layer) = self { return try layer.pass(input).output }
    if case .recorded(let recorded) = self {
      guard recorded.inputs.first == input else { throw .recorded(recorded) }
      return recorded.output
    }
    if let axes, input.size.count != axes {
      throw .axes(coming: input.size.count, taken: axes)
    }
    if let refusal = demandRefusal(input.dimensions) { throw refusal }
    let count = input.size.count
    let size = try input.size.along { axis throws(StageRefusal) -> Int in
      let map = map(axis.place(among: count), of: count)
      guard let output = map.output(input.size[axis]) else {
        throw .axis(axis, map, input: input.size[axis])
      }
      return output
    }
    guard let channels = channels(input.channels) else {
      throw indivisible(input.channels)
    }
    return TensorShape(batch: input.batch, channels: channels, size: size)
  }

  func indivisible(_ channels: Int) -> StageRefusal {
    switch self {
    case .pixelShuffle(let factor), .pixelUnshuffle(let factor):
      .indivisibleChannels(channels, factor: factor)
    case .convolution, .channelwise, .join, .recorded: .indivisibleChannels(channels, factor: 0)
    }
  }
}
