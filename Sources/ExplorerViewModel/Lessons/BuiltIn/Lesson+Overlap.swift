extension Lesson {
  /// Even and uneven overlap.
  static let overlapText = """
    lesson 9: Overlap and the rule
    relationship: 12
    goal: see whether a layer overlaps evenly, and mend one that does not

    screen
      The map counts the products of each output cell. Kernel 3, stride 2: inside,
      a row gets 2 taps or 1 in turn, and so does a column: 4 products here, 1
      there, a checkerboard. Which kernel_size makes it even?
    set op=conv_transpose2d input=1,1,4,4 kernel_size=3 stride=2
    row kernel_size
    until even
    hint press → until the line below the map says even
    answer 4 (or 2): the stride divides it, so each row inside gets 2 taps.
    keys l
    given uneven and inside_max=4 and inside_min=1
    then kernel_size=4 and inside_max=4 and inside_min=4
    with kernel_size=2 : even

    screen
      Which kernel_size is the next even one? Why not 5?
    set op=conv_transpose2d input=1,1,4,4 kernel_size=4 stride=2
    row kernel_size
    until even and kernel_size>4
    hint press → until it is even again
    answer 6. Five taps cannot be shared out equally between two kinds of rows.
    keys ll
    given even
    then kernel_size=6
    with kernel_size=5 : uneven

    screen
      Many texts stop here: even if the stride divides the kernel. This layer is,
      and stride 2 goes on dividing 4. What does dilation 2 do to it?
    set op=conv_transpose2d input=1,1,3,3 kernel_size=4 stride=2
    row dilation
    until dilation=2
    hint press → until dilation is 2
    answer 85 of 121 cells are holes: steps of 2 and taps of 2 miss odd cells.
    keys l
    given even and holes=0
    then uneven and holes=85 and output=11

    screen
      The whole rule: the overlap is even inside if gcd(d, s) = 1 and s divides k,
      and only then. Kernel 4, stride 2: which dilation above 1 is even?
    set op=conv_transpose2d input=1,1,3,3 kernel_size=4 stride=2 dilation=2
    row dilation
    until even and dilation>1
    hint press → until it is even again
    answer 3, and every odd one: it shares no factor with the stride.
    keys l
    given uneven
    then dilation=3

    screen
      Mend a real one. This shape of CycleGAN's decoder makes 16×16 of 8×8,
      unevenly. Find another kernel that makes 16×16 evenly.
    set op=conv_transpose2d input=1,64,8,8 out_channels=32 kernel_size=3 stride=2 padding=1
    set output_padding=1
    row kernel_size
    until even and output=16
    hint kernel_size 4 or 2; then make the output 16×16 again
    answer Even. Parameters: 18,464 with kernel 3, 32,800 with 4, 8,224 with 2.
    keys ljjjjh
    given uneven and output=16 and parameters=18464
    then parameters=32800
    with kernel_size=2 padding=0 output_padding=0 : even and output=16 and parameters=8224

    screen
      Counts are not weights. Caffe's bilinear kernel for factor 3 is uneven, yet
      all its sums of weights are 1 inside; and even counts of unequal weights can
      leave a pattern. Say "even overlap", never "no artefacts".
    set op=conv_transpose2d input=1,21,4,4 kernel_size=5 stride=3 padding=1 groups=21
    set bias=no
    hint uneven overlap is a risk, even overlap no promise
    given uneven and inside_max=4 and inside_min=1
    """
}
