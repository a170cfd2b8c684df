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
         Select and change                       Design a layer
          ↑ k       row above; cursor up          V         verdict on the overlap
          ↓ j       row below; cursor down        S         solve for an output size
          ← h       one less; cursor left         C         compare with another layer
          → l       one more; cursor right        A         keep this layer as A
          <         big step down                 X         exchange A and this layer
          >         big step up                   W         sweep the selected value
          0-9       type a value, or two: 3,5     B         memory, and a budget
          Enter     type a value or word; take    D         dialects: PyTorch, Keras ...
          Esc       leave what is open           Learn
          Home      first row; start              g         predict, then see
          End       last row; end                 G         exercises, without end
          a         change both axes, H, W        L         lessons: a list
         What is shown                            n         next screen of a lesson
          Tab       next view                     N         screen before
          Shift-Tab previous view                The view of the steps
          m         cursor: map, tools, grids     Space     play or pause
          x         pin the cell, change values   .         a step forward
          c         colours, ASCII, digits ...    ,         a step back
          T         theme: dark, light ...        + =       faster
          z         whole map; rows that differ   -         slower
                                                                                  PgDn ▼
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
