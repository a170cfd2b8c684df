import ExplorerViewModel
import Testing

/// The other views and the lists, at 80×24.
@Suite struct ViewPictureTests {
  @Test func `the map view gives the map the whole screen and has a cursor`() throws {
    let state = try ExplorerState.on(80, 24, keys: "<Tab><Tab>jjjlll")
    #expect(
      state.text == """
         convscope   ConvTranspose2d  (1, 64, 8, 8) → (1, 32, 16, 16)             valid
        taps per output cell  1 .  2 =  4 @                                        16×16
        ..==..==..==..==..==..==..==....
        ==@@==@@==@@==@@==@@==@@==@@====
        ..==..==..==..==..==..==..==....
        ==@@==@@==@@==@@==@@==@@==@@====
        ..==..==..==..==..==..==..==....
        ==@@==@@==@@==@@==@@==@@==@@====
        ..==..==..==..==..==..==..==....
        ==@@==@@==@@==@@==@@==@@==@@====
        ..==..==..==..==..==..==..==....
        ==@@==@@==@@==@@==@@==@@==@@====
        ..==..==..==..==..==..==..==....
        ==@@==@@==@@==@@==@@==@@==@@====
        ..==..==..==..==..==..==..==....
        ==@@==@@==@@==@@==@@==@@==@@====
        ..==..==..==..==..==..==..==....
        ..==..==..==..==..==..==..==....




         row 3, column 3: 2 × 2 = 4
         ↑↓←→ cell  < > leap  Tab view  ? help  q quit
        """)
  }

  @Test func `zoomed out, the map shows least and most of each block and says its scale`() throws {
    let state = try ExplorerState.on(80, 24, keys: ":input=100<Enter><Tab><Tab>z")
    #expect(
      state.text == """
         convscope   ConvTranspose2d  (1, 64, 100, 100) → (1, 32, 200, 200)       valid
        taps per output cell  1 .  2 =  4 @                                      200×200
        .@.@.@.@.@.@.@.@.@.@.@.@.@.@.@.@.@.@.@.@
        .@.@.@.@.@.@.@.@.@.@.@.@.@.@.@.@.@.@.@.@
        .@.@.@.@.@.@.@.@.@.@.@.@.@.@.@.@.@.@.@.@
        .@.@.@.@.@.@.@.@.@.@.@.@.@.@.@.@.@.@.@.@
        .@.@.@.@.@.@.@.@.@.@.@.@.@.@.@.@.@.@.@.@
        .@.@.@.@.@.@.@.@.@.@.@.@.@.@.@.@.@.@.@.@
        .@.@.@.@.@.@.@.@.@.@.@.@.@.@.@.@.@.@.@.@
        .@.@.@.@.@.@.@.@.@.@.@.@.@.@.@.@.@.@.@.@
        .@.@.@.@.@.@.@.@.@.@.@.@.@.@.@.@.@.@.@.@
        .@.@.@.@.@.@.@.@.@.@.@.@.@.@.@.@.@.@.@.@
        .@.@.@.@.@.@.@.@.@.@.@.@.@.@.@.@.@.@.@.@
        .@.@.@.@.@.@.@.@.@.@.@.@.@.@.@.@.@.@.@.@
        .@.@.@.@.@.@.@.@.@.@.@.@.@.@.@.@.@.@.@.@
        .@.@.@.@.@.@.@.@.@.@.@.@.@.@.@.@.@.@.@.@
        .@.@.@.@.@.@.@.@.@.@.@.@.@.@.@.@.@.@.@.@
        .@.@.@.@.@.@.@.@.@.@.@.@.@.@.@.@.@.@.@.@
        .@.@.@.@.@.@.@.@.@.@.@.@.@.@.@.@.@.@.@.@
        .@.@.@.@.@.@.@.@.@.@.@.@.@.@.@.@.@.@.@.@
        .@.@.@.@.@.@.@.@.@.@.@.@.@.@.@.@.@.@.@.@
        .@.@.@.@.@.@.@.@.@.@.@.@.@.@.@.@.@.@.@.@
         row 0, column 0: 1 × 1 = 1   blocks of 10×10: least, most
         ↑↓←→ cell  < > leap  Tab view  ? help  q quit
        """)
  }

  @Test func `help shows all keys, from their table`() throws {
    let state = try ExplorerState.on(80, 24, keys: "?")
    #expect(
      state.text == """
         convscope   ConvTranspose2d  (1, 64, 8, 8) → (1, 32, 16, 16)             valid
         Select and change                       Learn
          ↑ k       row above; cursor up          g         predict, then see
          ↓ j       row below; cursor down        G         exercises, without end
          ← h       one less; cursor left         L         lessons: a list
          → l       one more; cursor right        n         next screen of a lesson
          <         big step down                 N         screen before
          >         big step up                  The view of the steps
          0-9       type a value, or two: 3,5     Space     play or pause
          Enter     type a value or word; take    .         a step forward
          Esc       leave what is open            ,         a step back
          Home      first row; start              + =       faster
          End       last row; end                 -         slower
          a         change both axes, H, W        o         over outputs, inputs; goal
         What is shown                            w         begin anew behind the end
          Tab       next view                     v         numbers, or counts
          Shift-Tab previous view                 e         other numbers; every input
          m         cursor: map, tools, grids     F         flip the kernel: convolve
          x         pin the cell, change values  Design a layer
          c         colours, ASCII, digits ...    S         solve for an output size
          T         theme: dark, light ...       The program
          z         whole map, or one to one      y         copy the PyTorch line
          PgUp      a page up                     Y         copy the share line   PgDn ▼
         ↑/↓ scroll  PgDn page  Esc leave
        """)
  }

  @Test func `the end of the help has the words`() throws {
    let state = try ExplorerState.on(80, 24, keys: "?<End>")
    #expect(
      state.text == """
         convscope   ConvTranspose2d  (1, 64, 8, 8) → (1, 32, 16, 16)             valid
                                                                                  PgUp ▲
                    possible.
          ψ λ A γ   Filters, operations per filter, additions per filter, aggregation
                    of channels.
          MAC       One multiplication and one addition.

         The names in formulas
          N         samples of the batch, 1 without a batch
          C_in      in_channels
          C_out     out_channels
          groups    groups
          K         cells of the kernel, k_h·k_w
          H_in      rows of the input
          W_in      columns of the input
          H_out     rows of the output
          W_out     columns of the output
          A         additions per filter, Σ(overlap − 1) over the output cells
          A'        A of the same layer without output_padding
          H'        rows of the output as the tool computes them
          W'        columns of the output as the tool computes them
          U_h       rows that some product reaches, before the crop
          U_w       columns that some product reaches, before the crop
         ↑/↓ scroll  PgDn page  Esc leave
        """)
  }
}
