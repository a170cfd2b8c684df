// What the views of the steps look like at 120×40; the lines are as long as the screen is wide.
let transposedSteps = """
   convscope   ConvTranspose2d  (1, 64, 8, 8) → (1, 32, 16, 16)                                                     valid
   input 8 ▸kernel_size 3  stride 2  padding 1  dilation 1  output_padding 1  groups 1  bias yes
   step  35 of 256  ████████░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░  paused  4/s     over outputs: gather
   input x 8×8          output y 16×16                        stretched z 18×18
      0 1 2 3 4 5 6 7       0   2   4   6   8  10  12  14           0   2   4   6   8  10  12  14  16
   0  X X X X X X X X    0  . = . = . = . = . = . = . = . .   −1  o o o o o o o o o o o o o o o o o +
   1  ,[,], , , , , ,    1  = @ = @ = @ = @ = @ = @ = @ = =    0  o X . X . X . X . X . X . X . X o +
   2  x x x x x x x x    2  . =[.]_ _ _ _ _ _ _ _ _ _ _ _ _    1  o .[.|.|.]. . . . . . . . . . . o +
   3  x x x x x x x x    3  _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _    2  o X[.|X|.]X . X . X . X . X . X o +
   4  x x x x x x x x    4  _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _    3  o .[.|.|.]. . . . . . . . . . . o +
   5  x x x x x x x x    5  _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _    4  o X . X . X . X . X . X . X . X o +
   6  x x x x x x x x    6  _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _    5  o . . . . . . . . . . . . . . . o +
   7  x x x x x x x x    7  _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _    6  o X . X . X . X . X . X . X . X o +
                         8  _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _    7  o . . . . . . . . . . . . . . . o +
   kernel w 3×3          9  _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _    8  o X . X . X . X . X . X . X . X o +
      0 1 2             10  _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _    9  o . . . . . . . . . . . . . . . o +
   0  a b c             11  _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _   10  o X . X . X . X . X . X . X . X o +
   1  d[e]f             12  _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _   11  o . . . . . . . . . . . . . . . o +
   2  g h i             13  _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _   12  o X . X . X . X . X . X . X . X o +
                        14  _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _   13  o . . . . . . . . . . . . . . . o +
                        15  _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _   14  o X . X . X . X . X . X . X . X o +
                                                              15  o o o o o o o o o o o o o o o o o +
                                                              16  + + + + + + + + + + + + + + + + + +

                                                              flipped w 3×3
                                                                 0 1 2
                                                              0  i h g
                                                              1  f[e]d
                                                              2  c b a
   y[2,2] = Σ w[1,1]·x[1,1] + b
   scatter: 1 product lands here  =  stretched: reads 1 input, 8 zeros
   x to come  , begun  X done  . zero between  o zero around  + by output_padding
   z: zeros s − 1 = 1 between, d(k − 1) − p = 1 around, 1 after, then stride 1
   counts  1 .  2 =  4 @
   products so far  73 of 529




   Space play   ←/→ step  o order  v numbers  m layer  Tab view  +/- speed  ? help  q quit
  """

let convolutionSteps = """
   convscope   Conv2d  (1, 3, 8, 8) → (1, 4, 8, 8)                                                                  valid
   input 8 ▸kernel_size 3  stride 1  padding 1  dilation 1  groups 1  bias yes
   step 19 of 64  ██████████████████░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░  paused  4/s     over inputs: scatter
   input x 8×8               output y 8×8
      −1 0 1 2 3 4 5 6 7 8      0 1 2 3 4 5 6 7
   −1  o o o o o o o o o o   0  Y Y Y Y Y Y Y Y
    0  o 4 6 6 6 6 6 6 4 o   1  Y[Y|,|,], , , ,
    1  o 6 9 9 9 9 9 9 6 o   2  ,[,|,|,], , , ,
    2  o 6 9[9]0 0 0 0 0 o   3  ,[,|,|,]y y y y
    3  o 0 0 0 0 0 0 0 0 o   4  y y y y y y y y
    4  o 0 0 0 0 0 0 0 0 o   5  y y y y y y y y
    5  o 0 0 0 0 0 0 0 0 o   6  y y y y y y y y
    6  o 0 0 0 0 0 0 0 0 o   7  y y y y y y y y
    7  o 0 0 0 0 0 0 0 0 o
    8  o o o o o o o o o o   kernel w 3×3
                                0 1 2
                             0 [a|b|c]
                             1 [d|e|f]
                             2 [g|h|i]
   x[2,2] times w[0,0]→y[3,3], w[0,1]→y[3,2], w[0,2]→y[3,1], w[1,0]→y[2,3], w[1,1]→y[2,2], w[1,2]→y[2,1], w[2,0]→y[1,3],
   w[2,1]→y[1,2], w[2,2]→y[1,1]
   Read by 9 outputs.
   y to come  , begun  Y done  o padding
   products so far 134 of 484















   map: digits
  """
