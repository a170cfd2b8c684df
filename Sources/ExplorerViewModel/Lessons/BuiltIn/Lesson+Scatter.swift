extension Lesson {
  /// A transposed layer as one that writes.
  static let scatterText = """
    lesson 5: Transpose: write, not read
    relationship: 8, 12
    goal: say what a transposed layer does with one input cell

    screen
      A convolution reads, its transpose writes: each input cell is multiplied by
      the whole kernel, and the products are added to the output, at the cells
      that the convolution would have read. What does it make of 4×4?
    set op=conv2d input=1,1,4,4 kernel_size=3 bias=no
    row input
    until op=conv_transpose2d
    hint press t
    answer o = i + (k − 1) = 6, relationship 8: k − 1 more instead of less.
    keys t
    given output=2
    then output=6

    screen
      The convolution led from 4×4 to 2×2.
      Which input does its transpose turn into 4×4?
    set op=conv_transpose2d input=1,1,4,4 kernel_size=3 bias=no
    row input
    until output=4
    hint press ← until the output is 4×4
    answer 2×2. The sizes lead back, the values do not: it is no inverse.
    keys hh
    given output=6
    then input=2

    screen
      Here is what belongs to one cell: equal letters are one product. m goes from
      grid to grid, to a cell that the one before belongs to.
      Where does the input cell x[1,1] write?
    set op=conv_transpose2d input=1,1,2,2 kernel_size=3 bias=no
    view cells
    row stride
    until focus=input and cell_row=1 and cell_column=1
    hint m goes to the input; ↓ and → to x[1,1]
    answer To y[1,1] to y[3,3]: its own 3×3 cells, each by another tap.
    keys mjl
    given output=4

    screen
      The four input cells write nine products each, 36 on 16 cells. Where their
      footprints overlap, products are added; the map counts them.
      Where do all four meet?
    set op=conv_transpose2d input=1,1,2,2 kernel_size=3 bias=no
    row stride
    until focus=map and cell=4
    hint m, then move to a cell with 4 products
    answer In the 2×2 cells of the middle.
    keys mjl
    given output=4 and sum=36 and max=4 and min=1

    screen
      With stride 2 the footprints are written two cells apart.
      How large is the output of 2×2?
    set op=conv_transpose2d input=1,1,2,2 kernel_size=3 bias=no
    row stride
    until stride=2
    hint press → until stride is 2
    answer (2 − 1)·2 + 3 = 5, relationship 12. They overlap in row and column 2.
    keys l
    given output=4
    then output=5 and max=4 and holes=0

    screen
      Farther apart still. At which stride do the footprints leave a gap, so that
      some cells get no product?
    set op=conv_transpose2d input=1,1,2,2 kernel_size=3 stride=2 bias=no
    row stride
    until holes>0
    hint press → until the map has cells with 0
    answer Stride 4, wider than the kernel: 13 of the 49 cells are holes.
    keys ll
    then stride=4 and holes=13
    with stride=3 : max=1 and holes=0
    """
}
