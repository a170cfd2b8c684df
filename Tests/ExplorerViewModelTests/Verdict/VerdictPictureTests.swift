import ExplorerViewModel
import Testing

/// The view of the verdict, on screens of several sizes.
@Suite struct VerdictPictureTests {
  @Test func `an uneven decoder, with what would make it even`() throws {
    let state = try ExplorerState.on(
      80, 24, keys: "V")
    #expect(
      state.text == """
         convscope   ConvTranspose2d  (1, 64, 8, 8) → (1, 32, 16, 16)             valid
         hyperparameter      H     W  │ uneven overlap, 4:1 inside
           batch             1        │ H, W  s = 2 does not divide k = 3: phases 2, 1
           in_channels      64        │     █   █   █   █   █   █   █   │
           out_channels     32        │   █ █ █ █ █ █ █ █ █ █ █ █ █ █ █ │ █
           input             8     8  │   1 2 1 2 1 2 1 2 1 2 1 2 1 2 1 │ 1
         ▸ kernel_size       3     3  │   └─┘ period 2           inside │ border
           stride            2     2  │   border cells: 1 after (1)
           padding           1     1  │
             crops the output by 1    │   holes        0 inside, 0 in all
           dilation          1     1  │   variation    ≈0.484 inside, ≈0.502 in all
           output_padding    1     1  │   ones         not flat, 1 to 4
             keeps 1 more at the end  │   bilinear     flat, 1 each
           groups            1        │
           bias            yes        │ Advice  m chooses  f takes it
                                      │         k  d  p  op  products    params
                                      │   now   3  1  1   1        ×1        ×1
                                      │ ▸ 1     4  1  1   0     ×1.70     ×1.78
                                      │   2     2  1  0   0     ×0.48     ×0.45
                                      │   3     2  3  1   0     ×0.37     ×0.45
                                      │   4     6  1  2   0     ×3.66     ×3.99
                                      │   5     4  3  4   0     ×1.28     ×1.78
                                      │   6     6  3  7   0     ×2.19     ×3.99   PgDn ▼
         ←/→ change  ↑/↓ select  a axes  t transposed  b bias  Tab view  ? help  q quit
        """)
  }

  @Test func `the advice is chosen, and unfolds`() throws {
    let state = try ExplorerState.on(
      80, 24, keys: "V:k=5 padding=2<Enter>mj")
    #expect(
      state.text == """
         convscope   ConvTranspose2d  (1, 64, 8, 8) → (1, 32, 16, 16)             valid
         hyperparameter      H     W  │     │   █   █   █   █   █   █   │         PgUp ▲
           batch             1        │   █ │ █ █ █ █ █ █ █ █ █ █ █ █ █ │ █ ▄
           in_channels      64        │   2 │ 2 3 2 3 2 3 2 3 2 3 2 3 2 │ 2 1
           out_channels     32        │     │ └─┘ period 2       inside │ border
           input             8     8  │   border cells: 1 in front (2), 2 after (1 to
         ▸ kernel_size       5     5  │   2)
           stride            2     2  │
           padding           2     2  │   holes        0 inside, 0 in all
             crops the output by 2    │   variation    ≈0.286 inside, ≈0.362 in all
           dilation          1     1  │   ones         not flat, 4 to 9
           output_padding    1     1  │   bilinear     not flat, 16/9 to 25/9
             keeps 1 more at the end  │
           groups            1        │ Advice  Enter takes it
           bias            yes        │         k  d   p  op  products    params
                                      │   now   5  1   2   1        ×1        ×1
                                      │   1     6  1   2   0     ×1.41     ×1.44
                                      │ ▸ 2     4  1   1   0     ×0.66     ×0.64
                                      │       nn.ConvTranspose2d(64, 32, 4, stride=2,
                                      │       padding=1)
                                      │       1,843,200 useful products, 32,800
                                      │       parameters
                                      │   3     8  1   3   0     ×2.29     ×2.56  PgDn ▼
         ↑/↓ remedy  m back  Tab view  ? help  q quit
        """)
  }

  @Test func `an even kernel whose dilation leaves holes`() throws {
    let state = try ExplorerState.on(
      80, 30, keys: "V:k=4 dil=2 output_p=0,1 padding=0 input=1,64,6,40<Enter>")
    #expect(
      state.text == """
         convscope   ConvTranspose2d  (1, 64, 6, 40) → (1, 32, 17, 86)            valid
         hyperparameter      H     W  │ uneven overlap, 16:0 inside
           batch             1        │ H  s = 2 and d = 2 share the divisor 2: 1 cell
           in_channels      64        │    in 2 gets all products: phases 4, 0
           out_channels     32        │           ▄ │   █   █   █   │ ▄
           input             6    40  │   ▄   █   █ │   █   █   █   │ █   █   ▄
         ▸ kernel_size       4     4  │   1 0 2 0 3 │ 0 4 0 4 0 4 0 │ 3 0 2 0 1
           stride            2     2  │   border    │ └─┘ period 2  │ border
           padding           0     0  │   border cells: 5 in front (0 to 3), 5 after (0
             crops nothing            │   to 3)
           dilation          2     2  │ W  s = 2 and d = 2 share the divisor 2: 1 cell
           output_padding    0     1  │    in 2 gets all products: phases 4, 0
             keeps 0,1, 0,1 get noth… │           ▄ │   █   █   █   █   █   │
           groups            1        │   ▄   █   █ │   █   █   █   █   █   │   █   ▄
           bias            yes        │   1 0 2 0 3 │ 0 4 0 4 0 4 0 4 0 4 … │ … 2 0 1 0
                                      │   border    │ └─┘ period 2   inside │ border
                                      │   border cells: 5 in front (0 to 3), 6 after (0
                                      │   to 3)
                                      │   The popular rule, k mod s = 0, calls this
                                      │   even: it overlooks that dilation and stride
                                      │   have a common divisor, so that some cells get
                                      │   nothing.
                                      │   No product reaches the last column:
                                      │   output_padding keeps more than padding crops.
                                      │
                                      │   holes        414 inside, 1,075 in all
                                      │   variation    ≈1.732 inside, ≈1.916 in all
                                      │   ones         not flat, 0 to 16
                                      │   bilinear     not flat, 0 to 4           PgDn ▼
         ←/→ change  ↑/↓ select  a axes  t transposed  b bias  Tab view  ? help  q quit
        """)
  }

  @Test func `axes that differ, in ASCII`() throws {
    let state = try ExplorerState.on(
      80, 24, keys: "V:k=9,4 s=4,2 padding=4,1 output_padding=3,0 input=1,64,7,40<Enter>",
      unicode: false)
    #expect(
      state.text == """
         convscope   ConvTranspose2d  (1, 64, 7, 40) -> (1, 32, 28, 80)           valid
         hyperparameter      H     W  | uneven overlap, 6:4 inside
           batch             1        | H  s = 4 does not divide k = 9: phases 3, 2, 2,
           in_channels      64        |    2
           out_channels     32        |     2 |   2   2   2   3   2   2 ... | ...   1
           input             7    40  |       | +-------------+ period 4    | border
         > kernel_size       9     4  |   border cells: 1 in front (2), 4 after (1 to
           stride            4     2  |   2)
           padding           4     1  | W  s = 2 divides k = 4: phases 2, 2
             crops the output by 4,1  |     1 |   2   2   2   2   2   2   2 ... |   1
           dilation          1     1  |       | all alike                inside | border
           output_padding    3     0  |   border cells: 1 in front (1), 1 after (1)
             keeps 3,0 more at the... |
           groups            1        |   holes        0 inside, 0 in all
           bias            yes        |   variation    ~0.192 inside, ~0.268 in all
                                      |   ones         not flat, 4 to 6
                                      |   bilinear     not flat, 6/5 to 7/5
                                      |
                                      | Advice  m chooses  f takes it
                                      |           k   d    p  op  products    params
                                      |   now   9,4   1  4,1 3,0        x1        x1
                                      | > 1     8,4   1  2,1   0     x0.90     x0.89
                                      |                                           PgDn v
         <-/-> change  Up/Down select  a axes  t transposed  b bias  ? help  q quit
        """)
  }

  @Test func `a convolution that never reads its last row`() throws {
    let state = try ExplorerState.on(
      79, 16, keys: "Vt:k=11 s=4 padding=0 input=1,64,224,224<Enter>")
    #expect(
      state.text == """
         convscope   Conv2d  (1, 64, 224, 224) → (1, 32, 54, 54)                 valid
         uneven reuse, 9:4 inside
         H, W  s = 4 does not divide k = 11: phases 3, 3, 3, 2
           ▄ ▄ ▄ ▄ ▄ ▄ ▄ │ ▄ █ █ █ ▄ █ █ █ ▄ █ █ █ ▄ █ █ █ ▄ █ █ █   │ ▄ ▄ ▄ ▄ ▄ ▄ ▄
           1 1 1 1 2 2 2 │ 2 3 3 3 2 3 3 3 2 3 3 3 2 3 3 3 2 3 3 3 … │ 2 2 2 1 1 1 1 0
           border        │ └─────┘ period 4                   inside │ border
           border cells: 7 in front (1 to 2), 8 after (0 to 2)
           No output reads the last row and the last column: the kernel, in steps of
           s, ends in front.

           holes        0 inside, 447 in all
           variation    ≈0.224 inside, ≈0.308 in all



         ←/→ change  ↑/↓ select  a axes  t transposed  b bias  u undo  ? help  q quit
        """)
  }
}
