import ConvArithmetic

// Networks of cells with states, and attention with its weights: their sizes, and no products.

extension GraphEffect {
  static let states: [String: GraphEffect] = [
    "recurrent": GraphEffect(
      .sizes { arguments throws(GraphGap) in try arguments.recurrent() }, isCounted: false),
    "cells": GraphEffect(
      .sizes { arguments throws(GraphGap) in try arguments.cells() }, isCounted: false),
    "cellsOfModule": GraphEffect(
      .sizes { arguments throws(GraphGap) in try arguments.cellsOfModule() }, isCounted: false),
    "cellOfModule": GraphEffect(
      .sizes { arguments throws(GraphGap) in try arguments.cell() }, isCounted: false),
    "attentionOfModule": GraphEffect(
      .sizes { arguments throws(GraphGap) in
        // The text does not say which dimension has the samples, and so no sizes of the weights.
        .list([.shape(try arguments.features("in_features")), .unknown])
      }, isCounted: false),
  ]
}

extension GraphArguments {
  /// All states, and the last ones of a network of LSTM, GRU or RNN cells, as ONNX has them.
  fileprivate func recurrent() throws(GraphGap) -> GraphValue {
    let input = try shape()
    let (hidden, layout) = (try number("hidden_size"), try number("layout", otherwise: 0))
    guard input.count == 3 else { throw .refused(Remark(.otherDimensions, "3", input.count)) }
    let directions = self["direction"] == .word("bidirectional") ? 2 : 1
    let all =
      layout == 0
      ? [input[0], directions, input[1], hidden] : [input[0], input[1], directions, hidden]
    let last = layout == 0 ? [directions, input[1], hidden] : [input[0], directions, hidden]
    return .list([.shape(all), .shape(last), .shape(last)])
  }

  /// The states of the last layer, those of all directions after each other, and the last states of
  /// all layers, which have the sizes of the first ones.
  ///
  /// Source: `aten::gru.input`, `aten::lstm.input`.
  fileprivate func cells() throws(GraphGap) -> GraphValue {
    let input = try shape()
    guard let first = self["hx"]?.items.map(\.shape).complete(), input.count == 3,
      let hidden = first.first?.last, first.allSatisfy({ $0.count == 3 })
    else { throw open("hx") }
    let width = try size(directions, times: hidden, "hx")
    return .list(([input.dropLast() + [width]] + first).map { .shape($0) })
  }

  /// The same of a module, whose first states are zeros unless they are given.
  ///
  ///     (L, N, H_in)  →  (L, N, D·H_out),  (D·layers, N, H_out)    with batch_first (N, L, …)
  ///
  /// Source: `torch.nn.LSTM`, `torch.nn.GRU`, `torch.nn.RNN`.
  fileprivate func cellsOfModule() throws(GraphGap) -> GraphValue {
    let input = try features("input_size")
    guard (2...3).contains(input.count) else {
      throw .refused(Remark(.otherDimensions, "2 or 3", input.count))
    }
    let (hidden, projected) = (try number("hidden_size"), try number("proj_size", otherwise: 0))
    let made = projected > 0 ? projected : hidden
    let layers = try size(directions, times: try number("num_layers", otherwise: 1), "num_layers")
    let isBatchFirst = self["batch_first"]?.isTrue ?? false
    let batch = input.count == 3 ? [input[isBatchFirst ? 0 : 1]] : []
    let width = try size(directions, times: made, "hidden_size")
    let states = [made, hidden].map { GraphValue.shape([layers] + batch + [$0]) }
    return .list([
      .shape(input.dropLast() + [width]), name == "LSTM" ? .list(states) : states[0],
    ])
  }

  /// The next state of a single cell, which an LSTM has two of.
  ///
  ///     (N, H_in)  →  (N, H_out)    also without N
  ///
  /// Source: `torch.nn.RNNCell`, `torch.nn.LSTMCell`, `torch.nn.GRUCell`.
  fileprivate func cell() throws(GraphGap) -> GraphValue {
    let input = try features("input_size")
    guard (1...2).contains(input.count) else {
      throw .refused(Remark(.otherDimensions, "1 or 2", input.count))
    }
    let hidden = try size(1, times: try number("hidden_size"), "hidden_size")
    let state = GraphValue.shape(input.dropLast() + [hidden])
    return name == "LSTMCell" ? .list([state, state]) : state
  }

  private var directions: Int { self["bidirectional"]?.isTrue ?? false ? 2 : 1 }

  func size(_ left: Int, times right: Int, _ parameter: String) throws(GraphGap) -> Int {
    let (size, overflow) = left.multipliedReportingOverflow(by: right)
    guard !overflow, size > 0 else { throw open(parameter) }
    return size
  }

  /// The sizes of the input, the last of which has to be an argument.
  fileprivate func features(_ parameter: String) throws(GraphGap) -> [Int] {
    let (input, features) = (try shape(), try number(parameter))
    guard input.last == features else {
      throw .refused(Remark(.otherFeatures, features, input.last ?? 1))
    }
    return input
  }
}
