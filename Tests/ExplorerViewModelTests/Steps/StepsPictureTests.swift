import ConvArithmetic
import ExplorerViewModel
import Testing

/// The player on screens of two sizes, for both kinds of layer.
@Suite struct StepsPictureTests {
  /// Rows of zeros around a small input.
  private static let convolution = LayerCase.square(8) {
    ($0.inChannels, $0.outChannels) = (3, 4)
    $0.padding = .explicit(Spatial(square: 1))
  }
  private static let paper = LayerCase.square(5) { _ in }

  @Test
  func `an input cell times the kernel lands in the output, and in the stretched input it is read`()
    throws
  {
    let state = try ExplorerState.on(80, 24, keys: "<Tab><Tab><Tab><Tab>jjllll")
    #expect(
      state.text == """
         convscope   ConvTranspose2d  (1, 64, 8, 8) → (1, 32, 16, 16)             valid
         input 8 ▸kernel_size 3  stride 2  padding 1  dilation 1  output_padding 1     …
         step 20 of 64  ██████░░░░░░░░░░░░░░  paused  4/s     over inputs: scatter
         input x 8×8          output y 16×16                        stretched z 18×18
            0 1 2 3 4 5 6 7       0   2   4   6   8  10  12  14         2   4   6   8
         0  X X X X X X X X    0  . = . = . = . = . = . = . = . .   −1  o o o o o o o o
         1  X X X X X X X X    1  = @ = @ = @ = @ = @ = @ = @ = =    0  X . X . X . X .
         2  X X X[X]x x x x    2  . = . = . = . = . = . = . = . .    1  . . . . . . . .
         3  x x x x x x x x    3  = @ = @ =[@|=|=]. = . = . = . .    2  X . X . X . X .
         4  x x x x x x x x    4  . = . = .[=|.|.]_ _ _ _ _ _ _ _    3  . . . . . . . .
         5  x x x x x x x x    5  . = . = .[=|.|.]_ _ _ _ _ _ _ _    4  X . X .[X]. x .
         6  x x x x x x x x    6  _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _    5  . . . . . . . .
         7  x x x x x x x x    7  _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _    6  x . x . x . x .
                               8  _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _    7  . . . . . . . .
         kernel w 3×3          9  _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _    8  x . x . x . x .
            0 1 2             10  _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _
         0 [a|b|c]            11  _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _   flipped w 3×3
         1 [d|e|f]            12  _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _      0 1 2
         2 [g|h|i]            13  _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _   0 [i|h|g]
                              14  _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _   1 [f|e|d]
                              15  _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _   2 [c|b|a]
         x[2,3] times w[u,v]→y[u + 3,v + 5], u = 0…2, v = 0…2
         scatter: 9 products land in y  =  stretched: 9 windows read this input  … +4
         Space play   ←/→ step  o order  v numbers  m layer  Tab view  ? help  q quit
        """)
  }

  @Test func `an output cell collects what the window on the stretched input reads`() throws {
    let state = try ExplorerState.on(80, 24, keys: "<Tab><Tab><Tab><Tab>ojjjllll")
    #expect(
      state.text == """
         convscope   ConvTranspose2d  (1, 64, 8, 8) → (1, 32, 16, 16)             valid
         input 8 ▸kernel_size 3  stride 2  padding 1  dilation 1  output_padding 1     …
         step  52 of 256  ████░░░░░░░░░░░░░░  paused  4/s     over outputs: gather
         input x 8×8          output y 16×16                        stretched z 18×18
            0 1 2 3 4 5 6 7       0   2   4   6   8  10  12  14           0   2   4   6
         0  X X X X X X X X    0  . = . = . = . = . = . = . = . .   −1  o o o o o o o o
         1  X[X|,], , , , ,    1  = @ = @ = @ = @ = @ = @ = @ = =    0  o X . X . X . X
         2  ,[,|,]x x x x x    2  . = . = . = . = . = . = . = . .    1  o . . . . . . .
         3  x x x x x x x x    3  = @ =[@]_ _ _ _ _ _ _ _ _ _ _ _    2  o X .[X|.|X]. X
         4  x x x x x x x x    4  _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _    3  o . .[.|.|.]. .
         5  x x x x x x x x    5  _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _    4  o X .[X|.|X]. X
         6  x x x x x x x x    6  _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _    5  o . . . . . . .
         7  x x x x x x x x    7  _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _    6  o X . X . X . X
                               8  _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _    7  o . . . . . . .
         kernel w 3×3          9  _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _    8  o X . X . X . X
            0 1 2             10  _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _
         0 [a]b[c]            11  _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _   flipped w 3×3
         1  d e f             12  _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _      0 1 2
         2 [g]h[i]            13  _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _   0 [i]h[g]
                              14  _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _   1  f e d
                              15  _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _   2 [c]b[a]
         y[3,3] = Σ (w[0,0]·x[2,2] + w[0,2]·x[2,1] + w[2,0]·x[1,2] + w[2,2]·x[1,1]) + b
         scatter: 4 products land here  =  stretched: reads 4 inputs, 5 zeros  … +4
         Space play   ←/→ step  o order  v numbers  m layer  Tab view  ? help  q quit
        """)
  }

  @Test func `the window of a Conv2d slides over the padded input`() throws {
    let state = try ExplorerState.on(80, 24, keys: "<Tab><Tab><Tab><Tab>jjllll", Self.convolution)
    #expect(
      state.text == """
         convscope   Conv2d  (1, 3, 8, 8) → (1, 4, 8, 8)                          valid
         input 8 ▸kernel_size 3  stride 1  padding 1  dilation 1  groups 1  bias yes
         step 20 of 64  ██████░░░░░░░░░░░░░░  paused  4/s     over outputs: gather
         input x 8×8               output y 8×8
            −1 0 1 2 3 4 5 6 7 8      0 1 2 3 4 5 6 7
         −1  o o o o o o o o o o   0  Y Y Y Y Y Y Y Y
          0  o . = = = = = = . o   1  Y Y Y Y Y Y Y Y
          1  o = @[@|=|=]= = . o   2  Y Y Y[Y]y y y y
          2  o . =[=|.|.], , , o   3  y y y y y y y y
          3  o , ,[,|,|,]_ _ _ o   4  y y y y y y y y
          4  o _ _ _ _ _ _ _ _ o   5  y y y y y y y y
          5  o _ _ _ _ _ _ _ _ o   6  y y y y y y y y
          6  o _ _ _ _ _ _ _ _ o   7  y y y y y y y y
          7  o _ _ _ _ _ _ _ _ o
          8  o o o o o o o o o o   kernel w 3×3
                                      0 1 2
                                   0 [a|b|c]
                                   1 [d|e|f]
                                   2 [g|h|i]
         y[2,3] = Σ w[u,v]·x[u + 1,v + 2] + b, u = 0…2, v = 0…2
         All of its 9 taps read real cells.
         y to come  , begun  Y done  o padding
         counts  4 .  6 =  9 @  … +1
         Space play   ←/→ step  o order  v numbers  m layer  Tab view  ? help  q quit
        """)
  }

  @Test func `a large screen has both ways side by side`() throws {
    let state = try ExplorerState.on(120, 40, keys: "<Tab><Tab><Tab><Tab>ojjlll")
    #expect(state.text == transposedSteps)
  }

  @Test func `a large screen has the words of a Conv2d below its grids`() throws {
    let keys = "<Tab><Tab><Tab><Tab>ojjlllc"
    #expect(try ExplorerState.on(120, 40, keys: keys, Self.convolution).text == convolutionSteps)
  }

  @Test func `the guide's numbers are played, and the sum of the last step is written out`() throws
  {
    let state = try ExplorerState.on(80, 24, keys: "<Tab><Tab><Tab><Tab>vjl", Self.paper)
    #expect(
      state.text == """
         convscope   Conv2d  (1, 1, 5, 5) → (1, 1, 3, 3)                          valid
         input 5 ▸kernel_size 3  stride 1  padding 0  dilation 1  groups 1  bias yes
         step 4 of 9  ██████████░░░░░░░░░░░░  paused  4/s     over outputs: gather
         input x 5×5    output y 3×3
            0 1 2 3 4       0  1  2
         0  3 3 2 1 0   0  12 12 17
         1 [0|0|1]3 1   1 [10] .  .
         2 [3|1|2]2 3   2   .  .  .
         3 [2|0|0]2 2
         4  2 0 0 0 1   kernel w 3×3
                           0 1 2
                        0 [0|1|2]
                        1 [2|2|0]
                        2 [0|1|2]
         y[1,0] = 0·0 + 1·0 + 2·1 + 2·3 + 2·1 + 0·2 + 0·2 + 1·0 + 2·0 = 10
         All of its 9 taps read real cells.
         numbers: the paper's  e others  m to a cell, then type
         ▸ cross-correlation  y[n] = Σ w[k]·x[n + k]  as PyTorch has it
           convolution        y[n] = Σ w[k]·x[n − k]  the kernel flipped  F
         one input channel, one output channel, no bias



         Space play   ←/→ step  o order  v counts   m change  Tab view  ? help  q quit
        """)
  }

  @Test func `a kernel and an input with a typed number are convolved`() throws {
    let state = try ExplorerState.on(
      80, 24, keys: "<Tab><Tab><Tab><Tab>vFjlmlj-5<Enter>", Self.paper)
    #expect(
      state.text == """
         convscope   Conv2d  (1, 1, 5, 5) → (1, 1, 3, 3)                          valid
         input 5 ▸kernel_size 3  stride 1  padding 0  dilation 1  groups 1  bias yes
         step 4 of 9  ██████████░░░░░░░░░░░░  paused  4/s     over outputs: gather
         input x 5×5         output y 3×3
             0  1  2  3  4        0   1   2
         0   3  3  2  1  0   0    8  20  19
         1 [ 0[−5] 1] 3  1   1 [  5]  .   .
         2 [ 3| 1| 2] 2  3   2    .   .   .
         3 [ 2| 0| 0] 2  2
         4   2  0  0  0  1   flipped w 3×3
                                0 1 2
                             0 [2|1|0]
                             1 [0|2|2]
                             2 [2|1|0]
         y[1,0] = 2·0 + 1·(−5) + 0·1 + 0·3 + 2·1 + 2·2 + 2·2 + 1·0 + 0·0 = 5
         All of its 9 taps read real cells.
         numbers: the paper's, 1 changed  e takes it back  m to a cell, then type
         ▸ convolution        y[n] = Σ w[k]·x[n − k]  the kernel flipped
           cross-correlation  y[n] = Σ w[k]·x[n + k]  as PyTorch has it  F
         one input channel, one output channel, no bias



         e brings the numbers back: the paper's
        """)
  }

  @Test func `a transposed layer has its numbers on both ways`() throws {
    let state = try ExplorerState.on(
      100, 30, keys: ":input=3<Enter><Tab><Tab><Tab><Tab>vojjjll")
    #expect(
      state.text == """
         convscope   ConvTranspose2d  (1, 64, 3, 3) → (1, 32, 6, 6)                                   valid
         input 3 ▸kernel_size 3  stride 2  padding 1  dilation 1  output_padding 1  groups 1  bias yes
         step 20 of 36  ██████████████████████░░░░░░░░░░░░░░░░░░  paused  4/s     over outputs: gather
         input x 3×3   output y 6×6           stretched z 8×8       y from z 6×6
            0 1 2          0  1  2  3  4  5      −1 0 1 2 3 4 5 6       0  1  2  3  4  5
         0  3 3 2      0   6  6  6  4  4  0   −1  o o o o o o o +   0   6  6  6  4  4  0
         1 [0|0]1      1   3  6  3  6  3  6    0  o 3 . 3 . 2 o +   1   3  6  3  6  3  6
         2 [3|1]2      2   0  0  0  2  2  0    1  o . . . . . o +   2   0  0  0  2  2  0
                       3   3[ 6] .  .  .  .    2  o[0|.|0]. 1 o +   3   3[ 6] .  .  .  .
         kernel w 3×3  4   .  .  .  .  .  .    3  o[.|.|.]. . o +   4   .  .  .  .  .  .
            0 1 2      5   .  .  .  .  .  .    4  o[3|.|1]. 2 o +   5   .  .  .  .  .  .
         0 [0]1[2]                             5  o o o o o o o +
         1  2 2 0                              6  + + + + + + + +
         2 [0]1[2]
                                              flipped w 3×3
                                                 0 1 2
                                              0 [2]1[0]
                                              1  0 2 2
                                              2 [2]1[0]
         y[3,1] = 0·1 + 2·3 + 0·0 + 2·0 = 6
         scatter: 6  =  stretched: 6, window times flipped w
         numbers: the paper's  e others  m to a cell, then type
         ▸ convolution        y[n] = Σ w[k]·z[n − k]  as PyTorch has it
           cross-correlation  y[n] = Σ w[k]·z[n + k]  the kernel flipped  F
         one input channel, one output channel, no bias
         . zero between  o zero around  + by output_padding
         z: zeros s − 1 = 1 between, d(k − 1) − p = 1 around, 1 after, then stride 1


         Space play   ←/→ step  o order  v counts   m change  Tab view  +/- speed  ? help  q quit
        """)
  }

  @Test func `counts have the colours of the map, what is touched has one of its own`() throws {
    let frame = render(try .on(80, 24, keys: "<Tab><Tab><Tab><Tab>jjllll", colors: 256))
    let output = try #require(frame.place(of: "output y"))
    // The first cells, each with the column before it: counts of 1 and 2, below them 2 and 4.
    let styles = (3...6).map { frame[output.row + 2, output.column + $0].style }
    #expect(styles == [.heat1, .heat1, .heat4, .heat4])
    #expect(frame[output.row + 3, output.column + 6].style == .heat8)
    let kernel = try #require(frame.place(of: "[a|b|c]"))
    #expect((0..<7).allSatisfy { frame[kernel.row, kernel.column + $0].style == .linked })
    // Between the bars a count keeps its colour.
    let box = try #require(frame.place(of: "[4|2|3]"))
    let touched = (0..<4).map { frame[box.row, box.column + $0].style }
    #expect(touched == [.linked, .heat8, .linked, .heat4])
    #expect(frame.places(of: .cursor).count == 3)
  }

  @Test func `before the first step it says what comes`() throws {
    let lines = render(try .after("<Tab><Tab><Tab><Tab>")).lines
    #expect(lines[2].hasPrefix(" step  0 of 64  ░░░░"))
    #expect(lines[21] == " Input by input: each cell times the kernel is added where it lands.")
    #expect(lines[22] == " Space plays, → goes on  … +4")
  }
}
