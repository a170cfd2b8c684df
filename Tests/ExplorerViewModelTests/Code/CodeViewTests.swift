import ConvArithmetic
import ExplorerViewModel
import LayerNotation
import Testing

/// `K` shows the layer in other libraries, and `y` copies the one that is chosen.
@Suite struct CodeViewTests {
  private func copied(_ keys: String) throws -> [String] {
    var state = ExplorerState(
      LayerCase.decoder, size: ScreenSize(columns: 80, rows: 24),
      capabilities: Capabilities(unicode: true, colors: 256, hasClipboard: true))
    return try state.press(keys).compactMap { effect in
      guard case .copy(let text) = effect else { return nil }
      return text
    }
  }

  @Test func `y copies the library that is chosen, elsewhere the PyTorch line`() throws {
    let line = "nn.ConvTranspose2d(64, 32, 3, stride=2, padding=1, output_padding=1)"
    #expect(try copied("y") == [line])
    #expect(try copied("Ky") == [line])
    #expect(try copied("K<Enter>jy").first?.contains("keras.layers.Conv2DTranspose(") == true)
    #expect(try copied("K<Enter>jjy").first?.contains("lax.conv_general_dilated(") == true)
    #expect(try copied("K<Enter><End>y").first?.contains("onnx.helper.make_node(") == true)
    // The choice stays while the layer is changed.
    #expect(try copied("K<Enter>j<Esc>>y").first?.contains("keras.layers.Conv2DTranspose(") == true)
    #expect(try copied("K<Enter><End><Tab><Esc>y") == [line])
  }

  @Test func `what is copied is said, or that it cannot be`() throws {
    for (hasClipboard, words) in [(true, "copied"), (false, "no clipboard here:")] {
      var state = ExplorerState(
        LayerCase.decoder, size: ScreenSize(columns: 80, rows: 24),
        capabilities: Capabilities(unicode: true, colors: 0, hasClipboard: hasClipboard))
      #expect(try state.press("K<Enter>jy").isEmpty == !hasClipboard)
      #expect(render(state).lines.last == " \(words) the Keras / TensorFlow code, 4 lines")
    }
  }

  @Test(arguments: [(49, 40), (80, 24), (120, 40), (200, 60), (30, 8), (1, 1)])
  func `every library is named, and the chosen one is whole`(columns: Int, rows: Int) throws {
    var state = try ExplorerState.on(columns, rows, keys: "K<Enter>")
    let codes = ["nn.ConvTranspose2d(", "Conv2DTranspose(", "lax.conv_general_dilated(", "onnx."]
    for code in codes {
      if columns >= 49 {
        for title in ["PyTorch", "Keras / TensorFlow", "JAX", "ONNX", "the dilated kernel"] {
          #expect(state.text.contains(title))
        }
        #expect(state.text.contains(code))
      }
      try state.press("j")
    }
  }

  @Test func `no code is cut at 80 columns`() throws {
    for keys in ["K", "K:groups=4<Enter>", "K:dilation=3 bias=no<Enter>", "Kt"] {
      var state = try ExplorerState.after(keys + "<Enter>")
      for _ in Dialect.allCases {
        for line in render(state).lines.dropFirst().dropLast() {
          #expect(!line.contains("…") && !line.contains("▼"), "\(line)")
        }
        try state.press("j")
      }
    }
  }

  @Test func `a refused layer has its reasons in place of the code`() throws {
    let state = try ExplorerState.after("K", .square(2) { $0.kernelSize = Spatial(square: 9) })
    #expect(state.text.contains("kernel"))
    #expect(!state.text.contains("keras.layers"))
  }

  @Test func `plain mode says it, too`() throws {
    var session = PlainSession(try ExplorerState.after(""))
    #expect(session.answer("code keras").first == "# Keras / TensorFlow")
    #expect(session.answer("code").contains("# ONNX"))
    #expect(session.answer("code caffe").first?.hasPrefix("'caffe' is none of pytorch") == true)
  }
}
