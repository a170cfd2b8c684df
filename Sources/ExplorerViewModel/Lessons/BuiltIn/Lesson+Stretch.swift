extension Lesson {
  /// A transposed layer as a convolution of a stretched input.
  static let stretchText = """
    lesson 6: Transpose: stretch and slide
    relationship: 12, 13
    goal: turn a transposed layer into an ordinary convolution

    screen
      The numbers of a transposed layer can be had from a convolution with stride
      1. First the input is stretched to z: s − 1 zeros (.) come between its
      cells. With stride 2, 2 cells become 3. How many with stride 3?
    set op=conv_transpose2d input=1,1,2,2 kernel_size=3 stride=2 bias=no
    view steps
    row stride
    until stride=3
    hint m gives the keys to the layer; press → until stride is 3
    answer (2 − 1)·3 + 1 = 4: two cells with two zeros between them.
    keys ml
    given stretched=3 and focus=steps
    then stretched=4

    screen
      Then k − 1 zeros (o) go around it, the kernel is flipped, and slides over
      all of it with stride 1. On the left, each input cell writes; on the right,
      each output reads from z. Play it to the end: do both agree?
    set op=conv_transpose2d input=1,1,2,2 kernel_size=3 stride=2 bias=no
    view steps
    row stride
    until steps_left=0
    hint Space plays, → goes one step on, ← one back
    answer They do, in every cell: what lands on the left is read on the right.
    keys llll
    given steps=0 and steps_left=4
    then steps=4

    screen
      The sizes agree, too: z has 2 + 3 + 2 = 7 cells, so a kernel of 3 has
      7 − 3 + 1 = 5 places. Make this convolution: 3 cells, padding 2.
    set op=conv_transpose2d input=1,1,2,2 kernel_size=3 stride=2 bias=no
    row stride
    until op=conv2d and input=3 and stride=1 and padding=2
    hint type :op=conv2d input=3 stride=1 padding=2 and press Enter
    answer 5×5 both times: relationship 12 is full padding, after stretching.
    keys :op=conv2d input=3 stride=1 padding=2<Enter>
    given output=5 and stretched=3 and stretched_padding=2
    then output=5

    screen
      Read in this way, the kernel is flipped on both axes. For cell i and tap t
      write to i·s + t; so, seen from one output, a cell farther on takes an
      earlier tap. Which taps do the four input cells of y[2,2] take?
    set op=conv_transpose2d input=1,1,2,2 kernel_size=3 stride=2 bias=no
    view cells
    row stride
    until focus=output and cell_row=2 and cell_column=2
    hint ↓ and → move to y[2,2]
    answer x[0,0] takes w[2,2], x[1,1] takes w[0,0]: from the last to the first.
    keys jjll
    given output=5

    screen
      padding of the transposed layer takes zeros away: p′ = k − p − 1 remain on
      each side. The 3 cells, stretched to 5, give 7 now. And with padding 1?
    set op=conv_transpose2d input=1,1,3,3 kernel_size=3 stride=2 bias=no
    row padding
    until padding=1
    hint press → until padding is 1
    answer p′ = 3 − 1 − 1 = 1, and 5 + 2·1 − 3 + 1 = 5: relationship 13.
    keys l
    given output=7 and stretched=5 and stretched_padding=2
    then output=5 and stretched_padding=1

    screen
      Most of what the stretched way multiplies are zeros. Written directly, these
      2×2 cells cost 2·2·9 = 36 products. How many does the convolution form?
    set op=conv_transpose2d input=1,1,2,2 kernel_size=3 stride=2 bias=no
    row stride
    until op=conv2d and input=3 and stride=1 and padding=2
    hint type :op=conv2d input=3 stride=1 padding=2 and press Enter
    answer 5·5·9 = 225, for the same 25 numbers.
    keys :op=conv2d input=3 stride=1 padding=2<Enter>
    given multiplications=36 and output=5
    then multiplications=225 and output=5
    """
}
