extension Lesson {
  /// Which of several sizes a transposed layer takes.
  static let outputPaddingText = """
    lesson 8: Ambiguity and output_padding
    relationship: 13, 14
    goal: say why two sizes give one, and what output_padding chooses

    screen
      A convolution with stride 2 makes 3×3 of 5×5.
      What does it make of 6×6?
    set op=conv2d input=1,1,5,5 kernel_size=3 stride=2 padding=1
    row input
    until input=6
    hint press → until input is 6
    answer 3×3 as well: the floor drops what does not fill a step.
    keys l
    given output=3
    then output=3

    screen
      So the way back is not clear: 3×3 came from 5×5 or from 6×6. By itself the
      transposed layer takes the smaller: s(i − 1) + k − 2p = 5, relationship 13.
      What makes it 6?
    set op=conv_transpose2d input=1,1,3,3 kernel_size=3 stride=2 padding=1
    row output_padding
    until output=6
    hint press → on output_padding
    answer output_padding 1. Relationship 14: o = s(i − 1) + a + k − 2p.
    keys l
    given output=5
    then output_padding=1

    screen
      It adds no zeros to the result. That is 7 wide; padding cuts off 1 at both
      ends, and output_padding keeps the one at the end.
      Does the last column get products?
    set op=conv_transpose2d input=1,1,3,3 kernel_size=3 stride=2 padding=1 output_padding=1
    row output_padding
    until focus=map and cell_column=5
    hint m, then End
    answer It does: real products, which would have been cut off.
    keys m<End>
    given output=6
    then cell=1
    with padding=0 output_padding=0 : output=7

    screen
      Where nothing is cut off, there is nothing to keep. Here padding is 0 and
      the kernel as wide as the stride. What will the row of output_padding get?
    set op=conv_transpose2d input=1,1,3,3 kernel_size=2 stride=2
    row output_padding
    until output_padding=1
    hint press → on output_padding
    answer Nothing but the bias: 13 cells that no product reaches.
    keys l
    given output=6 and holes=0
    then output=7 and holes=13

    screen
      How large may it be? With stride 3, the inputs 13, 14 and 15 all give 4:
      three sizes to choose from. Where does output_padding end?
    set op=conv_transpose2d input=1,1,4,4 kernel_size=4 stride=3
    row output_padding
    until invalid
    hint press → until PyTorch refuses the layer
    answer At 3: it must be less than the stride, or less than the dilation.
    keys lll
    given output=13
    then output_padding=3
    with output_padding=1 : output=14
    with output_padding=2 : output=15
    with op=conv2d input=13 : output=4
    with op=conv2d input=14 : output=4
    with op=conv2d input=15 : output=4
    with op=conv2d input=16 : output=5
    """
}
