extension Lesson {
  /// How many places a kernel has.
  static let windowText = """
    lesson 1: Slide a window
    relationship: 1
    goal: say how many places a kernel has on an input

    screen
      A kernel of 3×3 lies on an input of 4×4. Its nine weights, times the cells
      below them, add up to one number of the output: the one in brackets. Equal
      letters belong together. Which cells does y[1,1] read?
    set op=conv2d input=1,1,4,4 kernel_size=3 bias=no
    view cells
    row input
    until focus=output and cell_row=1 and cell_column=1
    hint ↓ and → move to y[1,1]
    answer Rows and columns 1 to 3: the kernel lies one cell farther.
    keys jl
    given output=1,1,2,2 and cell_row=0 and cell_column=0

    screen
      So it has two places along each axis. On i cells a kernel of k has
      (i − k) + 1 places, relationship 1 of Dumoulin & Visin: (4 − 3) + 1 = 2.
      How large is the output of an input of 6×6? Say it before you look.
    set op=conv2d input=1,1,4,4 kernel_size=3 bias=no
    row input
    until input=6
    hint press → until input is 6
    answer (6 − 3) + 1 = 4.
    keys ll
    given output=2
    then output=4

    screen
      Now the kernel: the wider it is, the fewer places it has.
      Which kernel_size leaves only one?
    set op=conv2d input=1,1,6,6 kernel_size=3 bias=no
    row kernel_size
    until output=1
    hint press → until the output is 1×1
    answer kernel_size 6: (6 − 6) + 1 = 1. It sees the whole input at once.
    keys lll
    given output=4
    then kernel_size=6

    screen
      And one more? The kernel would be wider than its input.
      What can be said of a window that has no place at all?
    set op=conv2d input=1,1,6,6 kernel_size=6 bias=no
    row kernel_size
    until invalid
    hint press → once more
    answer PyTorch refuses the layer, and convscope says why. f would mend it.
    keys l

    screen
      The map counts how many outputs read each input cell. A corner is read once,
      by the output in that corner. Which cells are read most, and how often?
    set op=conv2d input=1,1,6,6 kernel_size=3 bias=no
    row kernel_size
    until focus=map and cell=9
    hint m puts the keys on the map; move to a cell that is read 9 times
    answer 3 × 3 = 9 outputs read a cell in the middle: 3 places along each axis.
    keys mjjll
    given max=9 and min=1
    """
}
