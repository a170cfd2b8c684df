extension Lesson {
  /// Padding of a transposed layer.
  static let cropText = """
    lesson 7: Padding crops
    relationship: 9, 10, 11
    goal: say why padding makes the output of a transposed layer smaller

    screen
      padding p of a transposed layer belongs to the convolution that it turns
      round. That one read p zeros around its input; so its transpose writes
      there, and cuts them off. What does padding 2 leave of 9×9?
    set op=conv_transpose2d input=1,1,6,6 kernel_size=4 bias=no
    row padding
    until padding=2
    hint press → until padding is 2
    answer 9 − 2·2 = 5: o = i + (k − 1) − 2p, relationship 9.
    keys ll
    given output=9
    then output=5

    screen
      Half padding kept the size of a convolution.
      Which padding keeps 5×5 here?
    set op=conv_transpose2d input=1,1,5,5 kernel_size=3 bias=no
    row padding
    until output=5
    hint press → until the output is 5×5
    answer padding 1, as in lesson 2: o = i, relationship 10.
    keys l
    given output=7
    then padding=1

    screen
      Full padding, k − 1, made a convolution grow.
      What does it do to a transposed layer?
    set op=conv_transpose2d input=1,1,7,7 kernel_size=3 padding=1 bias=no
    row padding
    until padding=2
    hint press → until padding is 2
    answer It shrinks it: o = i − (k − 1) = 5, relationship 11.
    keys l
    given output=7
    then output=5

    screen
      What is cut off was computed before. Two lines below say how many products
      are formed, and how many are useful. Which of the two does padding change?
    set op=conv_transpose2d input=1,1,7,7 kernel_size=3 padding=2 bias=no
    row padding
    until padding=0
    hint press ← until padding is 0
    answer Useful grows from 225 to 441; formed are 7·7·9 = 441 both times.
    keys hh
    given multiplications=441 and useful_multiplications=225
    then multiplications=441 and useful_multiplications=441

    screen
      Cut off enough, and nothing is left.
      Which padding is too much here?
    set op=conv_transpose2d input=1,1,3,3 kernel_size=3 padding=1 bias=no
    row padding
    until invalid
    hint press → until PyTorch refuses the layer
    answer padding 3: of the 5 cells, 6 would be cut off.
    keys ll
    given output=3
    then padding=3
    with padding=2 : output=1
    with padding=0 : output=5
    """
}
