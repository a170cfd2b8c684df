import ConvArithmetic
import ExplorerViewModel
import Testing

/// The solver as it is seen.
///
/// 16 = (8 − 1)·s − 2p + d(k − 1) + output_padding + 1 in each row.
@Suite struct SolverPictureTests {
  @Test func `what makes the output of the present layer stands beside its hyperparameters`() throws
  {
    let state = try ExplorerState.on(80, 24, keys: "S")
    #expect(
      state.text == """
         convscope   ConvTranspose2d  (1, 64, 8, 8) → (1, 32, 16, 16)             valid
         hyperparameter      H     W  │ ConvTranspose2d that makes 16×16 of 8×8
           batch             1        │ goal [present]  same   ×2   ÷2   undo
           in_channels      64        │ 60 layers
           out_channels     32        │ k 1…11, s 1…4, d 1…2, p ≤ d(k−1)
           input             8     8  │    k  s   p  d  op  overlap  every  products
         ▸ kernel_size       3     3  │ ▸  2  2   0  1   0  even     ×2        0.48×
           stride            2     2  │    4  2   1  1   0  even     ×2        1.70×
           padding           1     1  │    6  2   2  1   0  even     ×2        3.66×
             crops the output by 1    │    8  2   3  1   0  even     ×2        5.93×
           dilation          1     1  │   10  2   4  1   0  even     ×2        8.74×
           output_padding    1     1  │    9  1   0  1   0  even     –         9.80×
             keeps 1 more at the end  │   11  1   1  1   0  even     –           14×
           groups            1        │    5  1   0  2   0  even     –         3.02×
           bias            yes        │▼ = 3  2   1  1   1  4:1      ×2        1.00×
                                      │
                                      │ even · usual · 0.48× products
                                      │ nn.ConvTranspose2d(64, 32, 2, stride=2)
                                      │
                                      │
                                      │ Round trip of the layer
                                      │   H, W 15 → 8 → 15       output_padding 0
                                      │   H, W 16 → 8 → 16       output_padding 1, now
         ↑/↓ layer  ←/→ goal  Enter take  0-9 size  m back  Tab view  ? help  q quit
        """)
  }

  @Test func `a goal for every input has the present layer marked, and its round trip below`()
    throws
  {
    let state = try ExplorerState.on(80, 24, keys: "S<Right><Right>jj")
    #expect(
      state.text == """
         convscope   ConvTranspose2d  (1, 64, 8, 8) → (1, 32, 16, 16)             valid
         hyperparameter      H     W  │ ConvTranspose2d that makes ×2 of every input
           batch             1        │ goal  present   same  [×2]  ÷2   undo
           in_channels      64        │ 22 layers, for every input  e this input
           out_channels     32        │ k 1…11, s 1…4, d 1…2, p ≤ d(k−1)
           input             8     8  │    k  s   p  d  op  overlap  every  products
         ▸ kernel_size       3     3  │    2  2   0  1   0  even     ×2        0.48×
           stride            2     2  │    4  2   1  1   0  even     ×2        1.70×
           padding           1     1  │ ▸  6  2   2  1   0  even     ×2        3.66×
             crops the output by 1    │    8  2   3  1   0  even     ×2        5.93×
           dilation          1     1  │   10  2   4  1   0  even     ×2        8.74×
           output_padding    1     1  │  = 3  2   1  1   1  4:1      ×2        1.00×
             keeps 1 more at the end  │    5  2   2  1   1  9:4      ×2        2.59×
           groups            1        │    7  2   3  1   1  16:9     ×2        4.73×
           bias            yes        │▼   9  2   4  1   1  25:16    ×2        7.27×
                                      │
                                      │ even · rare k · 3.66× products
                                      │ nn.ConvTranspose2d(64, 32, 6, stride=2,
                                      │ padding=2)
                                      │
                                      │ Round trip of the layer
                                      │   H, W 15 → 8 → 15       output_padding 0
                                      │   H, W 16 → 8 → 16       output_padding 1, now
         ↑/↓ layer  ←/→ goal  Enter take  0-9 size  m back  Tab view  ? help  q quit
        """)
  }

  @Test func `a goal that no layer of the kind reaches says why`() throws {
    let state = try ExplorerState.on(80, 24, keys: "tS<Right><Right>")
    #expect(
      state.text == """
         convscope   Conv2d  (1, 64, 8, 8) → (1, 32, 4, 4)                        valid
         hyperparameter      H     W  │ Conv2d that makes ×2 of every input
           batch             1        │ goal  present   same  [×2]  ÷2   undo
           in_channels      64        │
           out_channels     32        │ no Conv2d makes ×2 of every input: it has one
           input             8     8  │ output for each stride at most; a
         ▸ kernel_size       3     3  │ ConvTranspose2d does
           stride            2     2  │
           padding           1     1  │ searched: kernel_size 1…11, stride 1…4,
             adds 1 zero each side    │ dilation 1…2, padding up to d(k − 1)
           dilation          1     1  │
           output_padding    –        │ t tries the other kind of layer
             a Conv2d has none        │
           groups            1        │
           bias            yes        │
                                      │
                                      │
                                      │
                                      │
                                      │
                                      │
                                      │
                                      │
         ↑/↓ layer  ←/→ goal  Enter take  0-9 size  m back  Tab view  ? help  q quit
        """)
  }

  @Test func `on a narrow screen the solver has all of it`() throws {
    let state = try ExplorerState.on(49, 14, keys: "S")
    #expect(
      state.text == """
         (1, 64, 8, 8) → (1, 32, 16, 16)           valid
         ConvTranspose2d that makes 16×16 of 8×8
         goal [present]  same   ×2   ÷2   undo
         60 layers
         k 1…11, s 1…4, d 1…2, p ≤ d(k−1)
            k  s   p  d  op  overlap  every  products
         ▸  2  2   0  1   0  even     ×2        0.48×
            4  2   1  1   0  even     ×2        1.70×
            6  2   2  1   0  even     ×2        3.66×
            8  2   3  1   0  even     ×2        5.93×
        ▼  10  2   4  1   0  even     ×2        8.74×

         even · usual · 0.48× products
         not shown: PyTorch line, round trip  q quit
        """)
  }

  @Test func `a wide screen has costs in numbers, too`() throws {
    let state = try ExplorerState.on(130, 24, keys: "Sm")
    #expect(
      state.text == """
         convscope   ConvTranspose2d  (1, 64, 8, 8) → (1, 32, 16, 16)                                                               valid
         hyperparameter      H     W  │ ConvTranspose2d that makes 16×16 of 8×8
           batch             1        │ goal [present]  same   ×2   ÷2   undo
           in_channels      64        │ 60 layers
           out_channels     32        │ k 1…11, s 1…4, d 1…2, p ≤ d(k−1)
           input             8     8  │    k  s   p  d  op  overlap  every   e  params  useful products  products  numbers
         ▸ kernel_size       3     3  │ ▸  2  2   0  1   0  even     ×2      2   0.45×          524,288     0.48×  usual
           stride            2     2  │    4  2   1  1   0  even     ×2      4   1.78×        1,843,200     1.70×  usual
           padding           1     1  │    6  2   2  1   0  even     ×2      6   3.99×        3,964,928     3.66×  rare k
             crops the output by 1    │    8  2   3  1   0  even     ×2      8   7.10×        6,422,528     5.93×  rare k
           dilation          1     1  │   10  2   4  1   0  even     ×2     10     11×        9,469,952     8.74×  rare k
           output_padding    1     1  │    9  1   0  1   0  even     –       9   8.99×       10,616,832     9.80×  rare k
             keeps 1 more at the end  │   11  1   1  1   0  even     –      11     13×       15,147,008       14×  rare k, p
           groups            1        │    5  1   0  2   0  even     –       9   2.77×        3,276,800     3.02×  rare d
           bias            yes        │  = 3  2   1  1   1  4:1      ×2      3   1.00×        1,083,392     1.00×  rare op
                                      │▼   5  2   2  1   1  9:4      ×2      5   2.77×        2,803,712     2.59×  rare op
                                      │
                                      │ even · usual · 0.48× products
                                      │ nn.ConvTranspose2d(64, 32, 2, stride=2)
                                      │
                                      │ Round trip of the layer
                                      │   H, W 15 → 8 → 15       output_padding 0
                                      │   H, W 16 → 8 → 16       output_padding 1, now
         m layers  ←/→ change  ↑/↓ select  a axes  t transposed  b bias  Tab view  p presets  0-9 type  u undo  g predict  ? help  q quit
        """)
  }

  @Test func `a layer that is refused says what the solver misses`() throws {
    let refused = LayerCase.square(5) { $0.kernelSize = Spatial(square: 7) }
    let state = try ExplorerState.on(80, 24, keys: "S", refused)
    #expect(
      state.text == """
         convscope   Conv2d  (1, 1, 5, 5) → no output                invalid: 2 reasons
         hyperparameter      H     W  │ Solve for an output size
           batch             1        │ goal [present]  same   ×2   ÷2   undo
           in_channels       1        │
           out_channels      1        │ this goal needs the output of a valid layer:
           input             5     5  │ kernel_size: the dilated kernel spans 7 along
         ▸ kernel_size       7     7  │ H, the padded input has 5; nearest: kernel_size
           stride            1     1  │ 5 along H
           padding           0     0  │ kernel_size: the dilated kernel spans 7 along
             adds no zeros            │ W, the padded input has 5; nearest: kernel_size
           dilation          1     1  │ 5 along W
           output_padding    –        │
             a Conv2d has none        │ type a size, or ←/→ another goal; f fixes the
           groups            1        │ layer
           bias            yes        │
                                      │
                                      │
                                      │
                                      │
                                      │
                                      │
                                      │
                                      │
         ↑/↓ layer  ←/→ goal  Enter take  0-9 size  m back  Tab view  ? help  q quit
        """)
  }
}
