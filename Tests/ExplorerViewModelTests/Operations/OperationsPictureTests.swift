import ExplorerViewModel
import Testing

/// The operations view in a person's order: documented, executed, the tools, the formulas.
@Suite struct OperationsPictureTests {
  @Test func `headline, ledger and tools stand beside the hyperparameters`() throws {
    let state = try ExplorerState.on(80, 24, keys: "<Tab>")
    expectPicture(
      state.text,
      "OperationsPictureTests/headline-ledger-and-tools-stand-beside-the-hyperparameters")
  }

  @Test func `a tool that was chosen says how it counts, and why that is not right`() throws {
    let state = try ExplorerState.on(80, 24, keys: "<Tab>mjjj")
    expectPicture(
      state.text,
      "OperationsPictureTests/a-tool-that-was-chosen-says-how-it-counts-and-why-that-is-no")
  }

  @Test func `below the tools the operations view has every formula`() throws {
    let state = try ExplorerState.on(80, 24, keys: "<Tab><PgDn><PgDn><PgDn>")
    expectPicture(
      state.text, "OperationsPictureTests/below-the-tools-the-operations-view-has-every-formula")
  }

  @Test func `without Unicode the operations view is the same in ASCII`() throws {
    let state = try ExplorerState.on(80, 24, keys: "<Tab>", unicode: false)
    expectPicture(
      state.text, "OperationsPictureTests/without-unicode-the-operations-view-is-the-same-in-ascii")
  }

  @Test func `a large screen has longer bars and more of it at once`() throws {
    #expect(try ExplorerState.on(120, 40, keys: "<Tab>mjj").text == largeScreen)
  }
}

// The lines are as long as the screen is wide.
private let largeScreen = """
   convscope   ConvTranspose2d  (1, 64, 8, 8) → (1, 32, 16, 16)                                                     valid
   hyperparameter      H     W  │ As documented                      operations
     batch             1        │   products                          4,718,592   81% ▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄
     in_channels      64        │   additions in filters                559,104   10% ▄▄▄▄
     out_channels     32        │   aggregation, bias                   524,288    9% ▄▄▄
     input             8     8  │   total                             5,801,984 = N·(ψ·λ + γ)
   ▸ kernel_size       3     3  │
     stride            2     2  │ Really executed            all         useful
     padding           1     1  │   products           1,179,648      1,083,392   92% ▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄
       crops the output by 1    │   additions          1,170,400      1,075,200   92% ▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄
     dilation          1     1  │   bias additions         8,192          8,192  100% ▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄
     output_padding    1     1  │   total              2,358,240      2,166,784   92% ▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄
       keeps 1 more at the end  │
     groups            1        │ The tools say                     count unit  × right
     bias            yes        │   torch flop counter          2,359,296 op      ×1.00
                                │   fvcore                      1,179,648 MAC     exact
                                │ ▸ thop                        4,718,592 MAC     ×4.00
                                │     N·C_out·H_out·W_out·C_in/groups·K
                                │     = 1·32·16·16·64/1·9
                                │     = 4,718,592 MAC
                                │     3,538,944 too many: it counts a transposed layer by its output size 16×16, where
                                │     its input size 8×8 is right.
                                │     source: thop.profile, 0.1.1.post2209072238
                                │   torchinfo                   4,726,784 MAC     ×4.01
                                │   ptflops, pytorch            1,187,840 MAC     ×1.01
                                │   ptflops, aten               1,187,840 MAC     ×1.01
                                │   calflops FLOPs              2,359,808 op      ×1.00
                                │   calflops MACs               1,179,648 MAC     exact
                                │   DeepSpeed FLOPs             2,367,488 op      ×1.00
                                │   DeepSpeed MACs              1,179,648 MAC     exact
                                │   moduleprofiler              5,773,312 op      ×2.45
                                │   documents, steps            5,801,984 op      ×2.46
                                │   documents, summary          5,801,984 op      ×2.46
                                │   executed                    2,358,240 op      exact
                                │
                                │ Output size
                                │   H_out                  16
                                │   (i − 1)s − 2p + d(k − 1) + output_padding + 1
                                │   = (8 − 1)·2 − 2·1 + 1·(3 − 1) + 1 + 1                                           PgDn ▼
   ↑/↓ tool  m back  PgDn formulas  Tab view  ? help  q quit
  """
