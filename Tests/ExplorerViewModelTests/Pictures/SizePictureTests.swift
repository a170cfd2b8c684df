import ExplorerViewModel
import Testing

/// The same layer on screens of other sizes: a larger one shows more, a smaller one says what not.
@Suite struct SizePictureTests {
  @Test func `a large screen shows all formulas, symbolic and substituted`() throws {
    #expect(try ExplorerState.on(120, 40).text == largeScreen)
  }

  @Test func `a screen of 60 columns keeps the map and names what it drops`() throws {
    let state = try ExplorerState.on(60, 18)
    expectPicture(
      state.text, "SizePictureTests/a-screen-of-60-columns-keeps-the-map-and-names-what-it-drops")
  }

  @Test func `a screen of 40 columns has the hyperparameters alone and says so`() throws {
    let state = try ExplorerState.on(40, 12)
    expectPicture(
      state.text, "SizePictureTests/a-screen-of-40-columns-has-the-hyperparameters-alone-and-say")
  }

  @Test func `a tiny screen shows the selected row`() throws {
    let state = try ExplorerState.on(20, 5)
    expectPicture(state.text, "SizePictureTests/a-tiny-screen-shows-the-selected-row")
  }

  @Test func `a screen of one row is its title`() throws {
    #expect(try ExplorerState.on(46, 1).text == " (1, 64, 8, 8) → (1, 32, 16, 16)        valid")
  }

  @Test func `a screen of nothing is nothing`() throws {
    #expect(try ExplorerState.on(0, 0).text == "")
  }
}

// The lines are as long as the screen is wide.
private let largeScreen = """
   convscope   ConvTranspose2d  (1, 64, 8, 8) → (1, 32, 16, 16)                                                     valid
   hyperparameter            H           W │ taps per output cell  1 .  2 =  4 @                                    16×16
     batch                   1             │ ..==..==..==..==..==..==..==....
     in_channels            64             │ ==@@==@@==@@==@@==@@==@@==@@====
     out_channels           32             │ ..==..==..==..==..==..==..==....
     input                   8           8 │ ==@@==@@==@@==@@==@@==@@==@@====
   ▸ kernel_size             3           3 │ ..==..==..==..==..==..==..==....
     stride                  2           2 │ ==@@==@@==@@==@@==@@==@@==@@====
     padding                 1           1 │ ..==..==..==..==..==..==..==....
       crops the output by 1               │ ==@@==@@==@@==@@==@@==@@==@@====
     dilation                1           1 │ ..==..==..==..==..==..==..==....
     output_padding          1           1 │ ==@@==@@==@@==@@==@@==@@==@@====
       keeps 1 more at the end             │ ..==..==..==..==..==..==..==....
     groups                  1             │ ==@@==@@==@@==@@==@@==@@==@@====
     bias                  yes             │ ..==..==..==..==..==..==..==....
                                           │ ==@@==@@==@@==@@==@@==@@==@@====
     weight                 (64, 32, 3, 3) │ ..==..==..==..==..==..==..==....
     parameters                     18,464 │ ..==..==..==..==..==..==..==....
  ─────────────────────────────────────────┴─ uneven overlap, 4:1 inside; f fixes it ─────────────────────────────────────
   Output size
     H_out                  (i − 1)s − 2p + d(k − 1) + output_padding + 1 = (8 − 1)·2 − 2·1 + 1·(3 − 1) + 1 + 1 = 16
     W_out                  (i − 1)s − 2p + d(k − 1) + output_padding + 1 = (8 − 1)·2 − 2·1 + 1·(3 − 1) + 1 + 1 = 16
     output                 (1, 32, 16, 16)
     padding crops the output by 1 at each of its ends.
     output_padding adds no zeros: it keeps 1 more at the end of each axis, of which 0 receive no product.
   Operations as documented
     filters ψ              C_in/groups·C_out                       = 64/1·32 = 2,048
     additions A            Σc_h·Σc_w − H_out·W_out                 = 23·23 − 16·16 = 273
     per filter λ           H_out·W_out·K + A                       = 16·16·9 + 273 = 2,577
     aggregation γ          C_out·H_out·W_out·(C_in/groups − 1 + 1) = 32·16·16·(64/1 − 1 + 1) = 524,288
     per sample             ψ·λ + γ                                 = 2,048·2,577 + 524,288 = 5,801,984
     total                  N·(ψ·λ + γ)                             = 1·(2,048·2,577 + 524,288) = 5,801,984
   The document's printed summary
     total                  N·C_in·C_out/groups·(H_out·W_out·(K + 1) + A) = 1·64·32/1·(16·16·(9 + 1) + 273) = 5,801,984
     It agrees with the steps above.
   Products really formed
     products               N·C_in/groups·C_out·K·H_in·W_in = 1·64/1·32·9·8·8 = 1,179,648
     useful                 N·C_in/groups·C_out·Σc_h·Σc_w   = 1·64/1·32·23·23 = 1,083,392
     The documents charge H_out·W_out·K = 2,304 products per filter; H_in·W_in·K = 576 happen.
   ←/→ change  ↑/↓ select  a axes  t transposed  b bias  Tab view  p presets  0-9 type  u undo  g predict  ? help  q quit
  """
