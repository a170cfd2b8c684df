/// The shapes that go through a network, and what does not fit.
package struct NetworkFlow: Equatable, Sendable {
  /// The shape of each tensor, the input first; those after a module without output are missing.
  package private(set) var shapes: [TensorShape]
  /// The layer of each module that is a convolution, applied; of those that have an output.
  package private(set) var passes: [ForwardPass?] = []
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
  case channels(coming: Int, taken: Int)
  /// Channels that cannot be shuffled into cells of `factor` × `factor`.
  case indivisibleChannels(Int, factor: Int)
  case axes(coming: Int, taken: Int)
  case axis(Axis, AxisMap, input: Int)
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
    var applied: [LayerCase: ForwardPass] = [:]
    for place in nodes.indices {
      guard flow.pass(nodes[place], place, &applied) else { break }
    }
    return flow
  }
}

extension NetworkFlow {
  fileprivate mutating func pass(
    _ node: Network.Node, _ place: Int, _ applied: inout [LayerCase: ForwardPass]
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
      let (output, pass) = try node.stage.output(input, &applied)
      shapes.append(output)
      passes.append(pass)
      return true
    } catch {
      failure = Failure(node: place, reason: error)
      return false
    }
  }
}

extension Stage {
  /// What the stage makes of a tensor, and the layer that did it where the stage is a convolution;
  /// one that is among those applied is not applied again.
  package func output(
    _ input: TensorShape, _ applied: inout [LayerCase: ForwardPass]
  ) throws(StageRefusal) -> (output: TensorShape, pass: ForwardPass?) {
    if case .recorded(let recorded) = self {
      guard recorded.inputs.first == input else { throw .recorded(recorded) }
      return (recorded.output, nil)
    }
    if let axes, input.size.count != axes {
      throw .axes(coming: input.size.count, taken: axes)
    }
    if case .convolution(let layer) = self {
      do throws(Refusal) {
        let subject = LayerCase(layer: layer, input: input)
        if let pass = applied[subject] { return (pass.output, pass) }
        let pass = try subject.forward()
        applied[subject] = pass
        return (pass.output, pass)
      } catch {
        throw .layer(error)
      }
    }
    if let inChannels, inChannels != input.channels {
      throw .channels(coming: input.channels, taken: inChannels)
    }
    let count = input.size.count
    let size = try input.size.along { axis throws(StageRefusal) -> Int in
      let map = map(axis.place(among: count), of: count)
      guard let output = map.output(input.size[axis]) else {
        throw .axis(axis, map, input: input.size[axis])
      }
      return output
    }
    guard let channels = channels(input.channels) else {
      throw .indivisibleChannels(input.channels, factor: factor ?? 0)
    }
    return (TensorShape(batch: input.batch, channels: channels, size: size), nil)
  }

  private var factor: Int? {
    switch self {
    case .pixelShuffle(let factor), .pixelUnshuffle(let factor): factor
    case .convolution, .channelwise, .join, .recorded: nil
    }
  }
}
