// A layer of PyTorch pads both ends of an axis alike. Where they differ, a module or a function
// that pads comes before it, and the two are one layer here.

extension ModelReader {
  /// The layer of a text that pads and then convolves, and has nothing else; `nil` for any other.
  ///
  ///     nn.Sequential(nn.ZeroPad2d((0, 1, 0, 1)), nn.Conv2d(3, 8, 3, stride=2))
  ///     x = F.pad(x, (0, 1, 0, 1)); x = nn.Conv2d(3, 8, 3, stride=2)(x)
  ///
  /// - Throws: Why no layer does what the two do.
  var paddedLayer: ModelLayer? {
    get throws(PyTorchProblem) {
      let modules = top.node.modules
      guard foreignCalls == 0, problems.isEmpty, modules.last?.layer == 0, var layer = layers.first,
        layer.repetitions == 1, modules.count + functionPads.count > 1
      else { return nil }
      var pads: [ModuleCall] = []
      for module in modules.dropLast() {
        guard let pad = try padCall(module.className, module.arguments, module.position, layer)
        else { return nil }
        pads.append(pad)
      }
      for (arguments, position) in functionPads where position < layer.position {
        if let pad = try padCall(Self.padFunction, arguments, position, layer) { pads.append(pad) }
      }
      guard pads.count == modules.count - 1 + functionPads.count else { return nil }
      // From the layer backwards, as the padding goes around it.
      for pad in pads.sorted(by: { $0.position > $1.position }) { try layer.layer.take(pad) }
      return layer
    }
  }

  /// Puts the padding that a printed convolution has as a module of its own into the layer.
  mutating func takePadding(of node: ModelNode) {
    guard let place = node.layer, layers[place].isNoted(.padsFirst) else { return }
    for child in node.children {
      let pad = try? padCall(child.className, child.arguments, child.position, layers[place])
      if let pad { try? layers[place].layer.take(pad) }
    }
  }

  /// Its row among the modules; no module has a point in its name.
  static let padFunction = "F.pad"

  /// A pad by its arguments, for a layer of so many axes; `nil` for what pads nothing.
  private func padCall(
    _ name: String, _ arguments: [PyTorchArgument]?, _ position: TextPosition, _ layer: ModelLayer
  ) throws(PyTorchProblem) -> ModuleCall? {
    guard let known = ModuleClass.named(name), case .pad = known.effect else { return nil }
    let axes = layer.layer.kernelSize.count
    guard known.axes == nil || known.axes == axes else {
      throw PyTorchProblem(position, .padOfOtherAxes, name, layer.moduleName)
    }
    return try ModuleCall(known, name: name, at: position, axes: axes, arguments ?? [])
  }
}

extension ModelNode {
  /// The modules that are applied one after the other, without the containers around them.
  var modules: [ModelNode] {
    guard layer == nil, arguments == nil else { return [self] }
    return children.flatMap(\.modules)
  }
}

extension ConvLayer {
  /// Pads before the layer does.
  fileprivate mutating func take(_ pad: ModuleCall) throws(PyTorchProblem) {
    let (ends, mode) = (try pad.padEnds(), try pad.padMode())
    guard !ends.allSatisfy({ $0 == Ends(0, 0) }) else { return }
    func problem(_ sentence: Sentence) -> PyTorchProblem {
      PyTorchProblem(pad.position, sentence, pad.name, mode.rawValue, paddingMode.rawValue)
    }
    guard direction == .convolution else { throw problem(.padBeforeTransposed) }
    guard ends.allSatisfy({ min($0.before, $0.after) >= 0 }) else {
      throw problem(.padCrops)
    }
    guard var all = paddingEnds else { throw problem(.padTooLarge) }
    // What PyTorch refuses stays as it is.
    let isStridedSame = padding == .same && !stride.isAll(1)
    if isStridedSame || all.contains(where: { min($0.before, $0.after) < 0 }) { return }
    // Zeros around zeros are more of them, and so are copies of a border cell.
    let isFirst = all.isAll(Ends(0, 0))
    guard isFirst || mode == paddingMode && [.zeros, .replicate].contains(mode) else {
      throw problem(.padsTwice)
    }
    for (axis, added) in zip(axes.suffix(ends.count), ends) {
      let before = all[axis].before.addingReportingOverflow(added.before)
      let after = all[axis].after.addingReportingOverflow(added.after)
      guard !before.overflow, !after.overflow else { throw problem(.padTooLarge) }
      all[axis] = Ends(before.partialValue, after.partialValue)
    }
    (padding, paddingMode) = (.explicit(all), mode)
  }
}

extension ModuleCall {
  /// The cells at both ends of each axis, of `F.pad` of the last ones; below 0 they crop.
  ///
  /// One number for all, or left, right, top, bottom: PyTorch begins with the last axis.
  func padEnds() throws(PyTorchProblem) -> [Ends<Int>] {
    guard let argument = self["padding"] ?? self["pad"] else {
      throw PyTorchProblem(position, .missingArgument, name, "padding")
    }
    let isFunction = name == ModelReader.padFunction
    if case .list(let values) = argument.value, values.count % 2 == 0,
      isFunction ? values.count <= 2 * axes : values.count == 2 * axes
    {
      var ends: [Ends<Int>] = []
      for place in stride(from: values.count - 2, through: 0, by: -2) {
        ends.append(
          Ends(
            try number(values[place], of: argument, "padding"),
            try number(values[place + 1], of: argument, "padding")))
      }
      return ends
    }
    guard !isFunction, case let value = argument.value, !value.isList else {
      throw PyTorchProblem(
        argument.position, isFunction ? .wrongFunctionPads : .wrongPads, argument.text, 2 * axes)
    }
    let cells = try number(value, of: argument, "padding")
    return Array(repeating: Ends(cells, cells), count: axes)
  }

  /// What it pads with; a number other than 0 is none of a layer's modes.
  fileprivate func padMode() throws(PyTorchProblem) -> PaddingMode {
    if let value = self["value"], ![.integer(0), .decimal(0), .none].contains(value.value) {
      throw PyTorchProblem(value.position, .padValue, name, value.text)
    }
    guard case .pad(let own) = known.effect else { return .zeros }
    guard let word = self["mode"] else { return own }
    let modes = PaddingMode.allCases.map { ($0 == .zeros ? "constant" : $0.rawValue, $0) }
    guard case .word(let text) = word.value, let mode = modes.first(where: { $0.0 == text })?.1
    else { throw wrong(word, "mode", oneOf(modes.map(\.0))) }
    return mode
  }
}

extension PyTorchValue {
  fileprivate var isList: Bool { if case .list = self { true } else { false } }
}
