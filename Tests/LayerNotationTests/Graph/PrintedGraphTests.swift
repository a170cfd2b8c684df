import ConvArithmetic
import LayerNotation
import Testing

/// Graphs as releases of PyTorch, its decompositions and its compiler print them.
@Suite struct PrintedGraphTests {
  // torch 2.1.2: print(torch.export.export(nn.Sequential(nn.Conv2d(3, 4, 3, padding=1),
  // nn.BatchNorm2d(4), nn.MaxPool2d(2)).eval(), (torch.zeros(1, 3, 8, 8),)))
  static let oldest = """
    ExportedProgram:
        class GraphModule(torch.nn.Module):
            def forward(self, arg0_1: f32[4, 3, 3, 3], arg1_1: f32[4], arg2_1: f32[4], arg3_1: f32[4], arg4_1: f32[4], arg5_1: f32[4], arg6_1: i64[], arg7_1: f32[1, 3, 8, 8]):
                #
                convolution: f32[1, 4, 8, 8] = torch.ops.aten.convolution.default(arg7_1, arg0_1, arg1_1, [1, 1], [1, 1], [1, 1], False, [0, 0], 1);  arg7_1 = arg0_1 = arg1_1 = None
                _native_batch_norm_legit_no_training = torch.ops.aten._native_batch_norm_legit_no_training.default(convolution, arg2_1, arg3_1, arg4_1, arg5_1, 0.1, 1e-05);  convolution = arg2_1 = arg3_1 = arg4_1 = arg5_1 = None
                getitem: f32[1, 4, 8, 8] = _native_batch_norm_legit_no_training[0];  _native_batch_norm_legit_no_training = None
                max_pool2d_with_indices = torch.ops.aten.max_pool2d_with_indices.default(getitem, [2, 2], [2, 2]);  getitem = None
                getitem_1: f32[1, 4, 4, 4] = max_pool2d_with_indices[0];  max_pool2d_with_indices = None
                return (getitem_1,)

    Graph Signature: ExportGraphSignature(parameters=['self_0.weight', 'self_0.bias', 'self_1.weight', 'self_1.bias'], buffers=['self_1.running_mean', 'self_1.running_var', 'self_1.num_batches_tracked'], user_inputs=['arg7_1'], user_outputs=['getitem_1'], inputs_to_parameters={'arg0_1': 'self_0.weight', 'arg1_1': 'self_0.bias', 'arg2_1': 'self_1.weight', 'arg3_1': 'self_1.bias'}, inputs_to_buffers={'arg4_1': 'self_1.running_mean', 'arg5_1': 'self_1.running_var', 'arg6_1': 'self_1.num_batches_tracked'}, buffers_to_mutate={}, backward_signature=None, assertion_dep_token=None)
    Symbol to range: {}
    """

  // torch 2.15: the decomposed graph of torch.compile, as print_readable() shows it.
  static let compiled = """
    class <lambda>(torch.nn.Module):
        def forward(self, arg0_1: "f32[4, 3, 3, 3]", arg1_1: "f32[4]", arg2_1: "f32[4]", arg3_1: "f32[1, 3, 8, 8]", arg4_1: "f32[5, 64]", arg5_1: "f32[5]"):
            convolution: "f32[1, 4, 8, 8]" = torch.ops.aten.convolution.default(arg3_1, arg0_1, arg1_1, [1, 1], [1, 1], [1, 1], False, [0, 0], 1);  arg3_1 = arg0_1 = arg1_1 = None
            unsqueeze_4: "f32[4, 1]" = torch.ops.aten.unsqueeze.default(arg2_1, -1);  arg2_1 = None
            unsqueeze_5: "f32[4, 1, 1]" = torch.ops.aten.unsqueeze.default(unsqueeze_4, -1);  unsqueeze_4 = None
            mul_1: "f32[1, 4, 8, 8]" = torch.ops.aten.mul.Tensor(convolution, unsqueeze_5);  mul = unsqueeze_5 = None
            _low_memory_max_pool_with_offsets = torch.ops.prims._low_memory_max_pool_with_offsets.default(mul_1, [2, 2], [2, 2], [0, 0], [1, 1], False);  mul_1 = None
            getitem: "f32[1, 4, 4, 4]" = _low_memory_max_pool_with_offsets[0];  _low_memory_max_pool_with_offsets = None
            view: "f32[1, 64]" = torch.ops.aten.view.default(getitem, [1, 64]);  getitem = None
            permute: "f32[64, 5]" = torch.ops.aten.permute.default(arg4_1, [1, 0]);  arg4_1 = None
            addmm: "f32[1, 5]" = torch.ops.aten.addmm.default(arg5_1, view, permute);  arg5_1 = view = permute = None
            return (addmm,)
    """

  // torch 2.1.2: print(exported.module()).
  static let module = """
    GraphModule()



    def forward(self, arg_0):
        arg4_1, = fx_pytree.tree_flatten_spec([arg_0], self._in_spec)
        l__s___a_weight = self.L__s___a_weight
        l__s___a_bias = self.L__s___a_bias
        l__s___t_weight = self.L__s___t_weight
        l__s___t_bias = self.L__s___t_bias
        convolution = torch.ops.aten.convolution.default(arg4_1, l__s___a_weight, l__s___a_bias, [1, 1], [0, 0], [1, 1], False, [0, 0], 1);  arg4_1 = l__s___a_weight = l__s___a_bias = None
        relu = torch.ops.aten.relu.default(convolution);  convolution = None
        convolution_1 = torch.ops.aten.convolution.default(relu, l__s___t_weight, l__s___t_bias, [2, 2], [0, 0], [1, 1], True, [0, 0], 1);  relu = l__s___t_weight = l__s___t_bias = None
        return pytree.tree_unflatten((convolution_1,), self._out_spec)
    """

  private func graph(_ text: String) throws -> ModelGraph {
    try ModelGraph(reading: Array(text.utf8))
  }

  private func sheet(_ text: String) throws -> ModelSheet {
    ModelSheet(try graph(text), title: "model")
  }

  @Test func `sizes without quotes and the signature of PyTorch 2_1 are read`() throws {
    let graph = try graph(Self.oldest)
    #expect(graph.operations.prefix(2).map(\.path) == ["self_0", "self_1"])
    // A convolution of 3·3·3·4 + 4, and 2·4 of the normalization.
    #expect(graph.parameters == 120)
    #expect(graph.userInputs.map { graph.inputs[$0].name } == ["arg7_1"])
    let flow = graph.flow()
    #expect(graph.outputs.map { flow.size(of: $0) } == [[1, 4, 4, 4]])
    #expect(graph.problems.isEmpty)
  }

  @Test func `the first of several tensors follows another input with its batch`() throws {
    let graph = try graph(Self.oldest)
    #expect(graph.flow().bases.suffix(3) == [.computed, .computed, .computed])
    let flow = graph.flow(from: [[2, 3, 20, 12]])
    #expect(graph.outputs.map { flow.size(of: $0) } == [[2, 4, 10, 6]])
    #expect(flow.refusals.isEmpty && flow.disagreements.isEmpty)
    let sheet = try sheet(Self.oldest)
    // A kernel of 3, then two cells at a distance of 1.
    #expect(sheet.stages.last?.reach == [4, 4])
  }

  @Test func `the indices of a pool have its size, and other tensors of a tuple none`() throws {
    let pool = Self.oldest.replacing("with_indices[0]", with: "with_indices[1]")
    let other = Self.oldest.replacing("no_training[0]", with: "no_training[1]")
    let sizes = try [pool, other].map { text in
      let graph = try graph(text)
      return graph.flow(from: [[2, 3, 20, 12]]).size(of: graph.outputs[0])
    }
    #expect(sizes == [[2, 4, 10, 6], nil])
  }

  // torch 2.15: print(torch.fx.symbolic_trace(model)), which does not show return_indices.
  @Test func `the parts of a traced pool are its values and their places`() throws {
    let text = """
      S(
        (c): Conv2d(3, 4, kernel_size=(3, 3), stride=(1, 1))
        (p): MaxPool2d(kernel_size=2, stride=2, padding=0, dilation=1, ceil_mode=False)
      )

      def forward(self, x):
          c = self.c(x);  x = None
          p = self.p(c);  c = None
          getitem = p[0]
          getitem_1 = p[1];  p = None
          return (getitem, getitem_1)
      """
    let graph = try graph(text)
    let flow = graph.flow(from: [[1, 3, 22, 22]])
    #expect(graph.outputs.map { flow.size(of: $0) } == [[1, 4, 10, 10], [1, 4, 10, 10]])
    #expect(graph.notes.map(\.sentence) == [.indicesAssumed])
  }

  @Test func `what is used as a weight alone is no input of a compiled model`() throws {
    let graph = try graph(Self.compiled)
    #expect(graph.userInputs.map { graph.inputs[$0].name } == ["arg3_1"])
    // 108 + 4 of the convolution, 4 factors, 5·64 + 5 of the matrix.
    #expect(graph.parameters == 441)
    let sheet = try sheet(Self.compiled)
    #expect(sheet.input == [1, 3, 8, 8])
    #expect(sheet.stages.first?.parameters == 112)
  }

  @Test func `a convolution whose weight has no size is counted as one`() throws {
    let graph = try graph(Self.module)
    #expect(graph.operations.map(\.word).filter { $0 == "convolution" }.count == 2)
    let sheet = try sheet(Self.module)
    #expect(sheet.convolutions.all == 2 && sheet.convolutions.known == 0)
    #expect(sheet.stages.filter { !$0.isMinor }.map(\.op) == ["conv2d", "conv_transpose2d"])
    #expect(!sheet.isWhole)
    let given = ModelSheet(graph, title: "model", from: [[1, 3, 8, 8]])
    #expect(given.stages.first?.input == [1, 3, 8, 8])
    #expect(given.stages.first?.reason?.contains("l__s___a_weight") == true)
  }

  @Test func `a specification that is unpacked with tensors is none`() throws {
    let odd = Self.module.replacing(
      "arg4_1, = fx_pytree.tree_flatten_spec([arg_0]",
      with: "x, arg4_1, = fx_pytree.tree_flatten_spec(([arg_0], {})")
    let sheet = ModelSheet(try graph(odd), title: "model", from: [[1, 3, 8, 8]])
    #expect(sheet.convolutions.all == 2 && sheet.convolutions.known == 0)
    #expect(sheet.stages.first?.input == nil)
  }

  @Test func `a graph of which no line is read says so`() throws {
    let odd = Self.oldest.replacing(": f32[1, 4, 8, 8] =", with: " / 3 =")
    #expect(try graph(odd).problems.map(\.line) == [5])
    let other = """
      class A(torch.nn.Module):
          def forward(self, x):
              return x
      class B(torch.nn.Module):
          def forward(self, x):
              return torch.ops.aten.relu.default(x)
      """
    #expect(throws: PyTorchProblem.self) { try graph(other) }
  }
}
