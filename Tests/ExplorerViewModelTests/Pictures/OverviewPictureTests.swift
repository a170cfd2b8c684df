import ExplorerViewModel
import Testing

/// The whole screen at 80×24, without colours.
@Suite struct OverviewPictureTests {
  @Test func `the explorer opens on a layer with a checkerboard`() throws {
    let state = try ExplorerState.on(80, 24)
    #expect(
      state.text == """
         convscope   ConvTranspose2d  (1, 64, 8, 8) → (1, 32, 16, 16)             valid
         hyperparameter      H     W │ taps per output cell  1 .  2 =  4 @        16×16
           batch             1       │ ..==..==..==..==..==..==..==....
           in_channels      64       │ ==@@==@@==@@==@@==@@==@@==@@====
           out_channels     32       │ ..==..==..==..==..==..==..==....
           input             8     8 │ ==@@==@@==@@==@@==@@==@@==@@====
         ▸ kernel_size       3     3 │ ..==..==..==..==..==..==..==....
           stride            2     2 │ ==@@==@@==@@==@@==@@==@@==@@====
           padding           1     1 │ ..==..==..==..==..==..==..==....
             crops the output by 1   │ ==@@==@@==@@==@@==@@==@@==@@====
           dilation          1     1 │ ..==..==..==..==..==..==..==....
           output_padding    1     1 │ ==@@==@@==@@==@@==@@==@@==@@====
             keeps 1 more at the end │ ..==..==..==..==..==..==..==....
           groups            1       │ ==@@==@@==@@==@@==@@==@@==@@====
           bias            yes       │ ..==..==..==..==..==..==..==....
                                     │ ==@@==@@==@@==@@==@@==@@==@@====
           weight     (64, 32, 3, 3) │ ..==..==..==..==..==..==..==....
           parameters         18,464 │ ..==..==..==..==..==..==..==....
        ─────────────────────────────┴─ uneven overlap, 4:1 inside; f fixes it ─────────
         H  (8 − 1)·2 − 2·1 + 1·(3 − 1) + 1 + 1 = 16          1,179,648 products formed
         W  (8 − 1)·2 − 2·1 + 1·(3 − 1) + 1 + 1 = 16                   1,083,392 useful
            filters ψ  additions A  per filter λ  aggregation γ     N             total
                2,048          273         2,577        524,288     1         5,801,984
         ←/→ change  ↑/↓ select  a axes  t transposed  b bias  Tab view  ? help  q quit
        """)
  }

  @Test func `without Unicode the same screen is written in ASCII`() throws {
    let state = try ExplorerState.on(80, 24, unicode: false)
    #expect(
      state.text == """
         convscope   ConvTranspose2d  (1, 64, 8, 8) -> (1, 32, 16, 16)            valid
         hyperparameter      H     W | taps per output cell  1 .  2 =  4 @        16x16
           batch             1       | ..==..==..==..==..==..==..==....
           in_channels      64       | ==@@==@@==@@==@@==@@==@@==@@====
           out_channels     32       | ..==..==..==..==..==..==..==....
           input             8     8 | ==@@==@@==@@==@@==@@==@@==@@====
         > kernel_size       3     3 | ..==..==..==..==..==..==..==....
           stride            2     2 | ==@@==@@==@@==@@==@@==@@==@@====
           padding           1     1 | ..==..==..==..==..==..==..==....
             crops the output by 1   | ==@@==@@==@@==@@==@@==@@==@@====
           dilation          1     1 | ..==..==..==..==..==..==..==....
           output_padding    1     1 | ==@@==@@==@@==@@==@@==@@==@@====
             keeps 1 more at the end | ..==..==..==..==..==..==..==....
           groups            1       | ==@@==@@==@@==@@==@@==@@==@@====
           bias            yes       | ..==..==..==..==..==..==..==....
                                     | ==@@==@@==@@==@@==@@==@@==@@====
           weight     (64, 32, 3, 3) | ..==..==..==..==..==..==..==....
           parameters         18,464 | ..==..==..==..==..==..==..==....
        -----------------------------+- uneven overlap, 4:1 inside; f fixes it ---------
         H  (8 - 1)*2 - 2*1 + 1*(3 - 1) + 1 + 1 = 16          1,179,648 products formed
         W  (8 - 1)*2 - 2*1 + 1*(3 - 1) + 1 + 1 = 16                   1,083,392 useful
          filters psi  additions A        lambda          gamma     N             total
                2,048          273         2,577        524,288     1         5,801,984
         <-/-> change  Up/Down select  a axes  t transposed  b bias  ? help  q quit
        """)
  }

  @Test func `a kernel that the stride divides makes the overlap even`() throws {
    let state = try ExplorerState.on(80, 24, keys: ":kernel_size=4 output_padding=0<Enter>")
    #expect(
      state.text == """
         convscope   ConvTranspose2d  (1, 64, 8, 8) → (1, 32, 16, 16)             valid
         hyperparameter      H     W │ taps per output cell  1 .  2 =  4 @        16×16
           batch             1       │ ..============================..
           in_channels      64       │ ==@@@@@@@@@@@@@@@@@@@@@@@@@@@@==
           out_channels     32       │ ==@@@@@@@@@@@@@@@@@@@@@@@@@@@@==
           input             8     8 │ ==@@@@@@@@@@@@@@@@@@@@@@@@@@@@==
         ▸ kernel_size       4     4 │ ==@@@@@@@@@@@@@@@@@@@@@@@@@@@@==
           stride            2     2 │ ==@@@@@@@@@@@@@@@@@@@@@@@@@@@@==
           padding           1     1 │ ==@@@@@@@@@@@@@@@@@@@@@@@@@@@@==
             crops the output by 1   │ ==@@@@@@@@@@@@@@@@@@@@@@@@@@@@==
           dilation          1     1 │ ==@@@@@@@@@@@@@@@@@@@@@@@@@@@@==
           output_padding    0     0 │ ==@@@@@@@@@@@@@@@@@@@@@@@@@@@@==
             keeps nothing more      │ ==@@@@@@@@@@@@@@@@@@@@@@@@@@@@==
           groups            1       │ ==@@@@@@@@@@@@@@@@@@@@@@@@@@@@==
           bias            yes       │ ==@@@@@@@@@@@@@@@@@@@@@@@@@@@@==
                                     │ ==@@@@@@@@@@@@@@@@@@@@@@@@@@@@==
           weight     (64, 32, 4, 4) │ ==@@@@@@@@@@@@@@@@@@@@@@@@@@@@==
           parameters         32,800 │ ..============================..
        ─ 2 changes ─────────────────┴─ even overlap inside ────────────────────────────
         H  (8 − 1)·2 − 2·1 + 1·(4 − 1) + 0 + 1 = 16          2,097,152 products formed
         W  (8 − 1)·2 − 2·1 + 1·(4 − 1) + 0 + 1 = 16                   1,843,200 useful
            filters ψ  additions A  per filter λ  aggregation γ     N             total
                2,048          644         4,740        524,288     1        10,231,808
         ←/→ change  ↑/↓ select  a axes  t transposed  b bias  Tab view  ? help  q quit
        """)
  }

  @Test func `of a Conv2d the map is the reuse of its input`() throws {
    let state = try ExplorerState.on(80, 24, keys: "t")
    #expect(
      state.text == """
         convscope   Conv2d  (1, 64, 8, 8) → (1, 32, 4, 4)                        valid
         hyperparameter      H     W │ reads per input cell  1 .  2 =  4 @          8×8
           batch             1       │ ....====....====....====........
           in_channels      64       │ ....====....====....====........
           out_channels     32       │ ====@@@@====@@@@====@@@@========
           input             8     8 │ ====@@@@====@@@@====@@@@========
         ▸ kernel_size       3     3 │ ....====....====....====........
           stride            2     2 │ ....====....====....====........
           padding           1     1 │ ====@@@@====@@@@====@@@@========
             adds 1 zero each side   │ ====@@@@====@@@@====@@@@========
           dilation          1     1 │ ....====....====....====........
           output_padding    –       │ ....====....====....====........
             a Conv2d has none       │ ====@@@@====@@@@====@@@@========
           groups            1       │ ====@@@@====@@@@====@@@@========
           bias            yes       │ ....====....====....====........
                                     │ ....====....====....====........
           weight     (32, 64, 3, 3) │ ....====....====....====........
           parameters         18,464 │ ....====....====....====........
        ─ ConvTranspose2d → Conv2d ──┴─ uneven reuse, 4:1 inside ───────────────────────
         H  ⌊(8 + 2·1 − 1·(3 − 1) − 1)/2⌋ + 1 = 4               294,912 products formed
         W  ⌊(8 + 2·1 − 1·(3 − 1) − 1)/2⌋ + 1 = 4                        247,808 useful
            filters ψ  additions A  per filter λ  aggregation γ     N             total
                2,048            –           272         32,768     1           589,824
         ←/→ change  ↑/↓ select  a axes  t transposed  b bias  Tab view  ? help  q quit
        """)
  }

  @Test func `an invalid layer is explained with its numbers, and the rest stays`() throws {
    let state = try ExplorerState.on(80, 24, keys: ":groups=5 padding=20<Enter>")
    #expect(
      state.text == """
         convscope   ConvTranspose2d  (1, 64, 8, 8) → no output      invalid: 4 reasons
         hyperparameter      H     W │ no output: PyTorch refuses this layer
           batch             1       │ groups
           in_channels      64       │   in_channels 64 is not divisible by groups 5
           out_channels     32       │   nearest: groups 4
           input             8     8 │ groups
         ▸ kernel_size       3     3 │   out_channels 32 is not divisible by groups 5
           stride            2     2 │   nearest: groups 4
           padding          20    20 │ padding
             crops the output by 20  │   crops the output to −22 along H; at least 1
           dilation          1     1 │   must be left
           output_padding    1     1 │   nearest: padding 8 along H
             keeps 1 more at the end │ padding
           groups            5       │   crops the output to −22 along W; at least 1
           bias            yes       │   must be left
                                     │   nearest: padding 8 along W
           weight                  – │ f applies the nearest valid values
           parameters              – │ u takes the last change back
        ─ 2 changes ─────────────────┴──────────────────────────────────────────────────
         H  –
         W  –
            filters ψ  additions A  per filter λ  aggregation γ     N             total
                    –            –             –              –     –                 –
         f fix  ←/→ change  ↑/↓ select  a axes  t transposed  b bias  ? help  q quit
        """)
  }

  @Test func `digits show the counts themselves`() throws {
    let state = try ExplorerState.on(80, 24, keys: "c")
    #expect(
      state.text == """
         convscope   ConvTranspose2d  (1, 64, 8, 8) → (1, 32, 16, 16)             valid
         hyperparameter      H     W │ taps per output cell   1    2    4         16×16
           batch             1       │ 1 2 1 2 1 2 1 2 1 2 1 2 1 2 1 1
           in_channels      64       │ 2 4 2 4 2 4 2 4 2 4 2 4 2 4 2 2
           out_channels     32       │ 1 2 1 2 1 2 1 2 1 2 1 2 1 2 1 1
           input             8     8 │ 2 4 2 4 2 4 2 4 2 4 2 4 2 4 2 2
         ▸ kernel_size       3     3 │ 1 2 1 2 1 2 1 2 1 2 1 2 1 2 1 1
           stride            2     2 │ 2 4 2 4 2 4 2 4 2 4 2 4 2 4 2 2
           padding           1     1 │ 1 2 1 2 1 2 1 2 1 2 1 2 1 2 1 1
             crops the output by 1   │ 2 4 2 4 2 4 2 4 2 4 2 4 2 4 2 2
           dilation          1     1 │ 1 2 1 2 1 2 1 2 1 2 1 2 1 2 1 1
           output_padding    1     1 │ 2 4 2 4 2 4 2 4 2 4 2 4 2 4 2 2
             keeps 1 more at the end │ 1 2 1 2 1 2 1 2 1 2 1 2 1 2 1 1
           groups            1       │ 2 4 2 4 2 4 2 4 2 4 2 4 2 4 2 2
           bias            yes       │ 1 2 1 2 1 2 1 2 1 2 1 2 1 2 1 1
                                     │ 2 4 2 4 2 4 2 4 2 4 2 4 2 4 2 2
           weight     (64, 32, 3, 3) │ 1 2 1 2 1 2 1 2 1 2 1 2 1 2 1 1
           parameters         18,464 │ 1 2 1 2 1 2 1 2 1 2 1 2 1 2 1 1
        ─────────────────────────────┴─ uneven overlap, 4:1 inside; f fixes it ─────────
         H  (8 − 1)·2 − 2·1 + 1·(3 − 1) + 1 + 1 = 16          1,179,648 products formed
         W  (8 − 1)·2 − 2·1 + 1·(3 − 1) + 1 + 1 = 16                   1,083,392 useful
            filters ψ  additions A  per filter λ  aggregation γ     N             total
                2,048          273         2,577        524,288     1         5,801,984
         map: digits
        """)
  }
}
