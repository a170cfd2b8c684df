extension Lesson {
  /// Layers whose output is a multiple of their input.
  static let doublingText = """
    lesson 10: The doubling family
    relationship: 14
    goal: find all values that make an output of exactly s times the input

    screen
      To make s·i of every i, (i − 1)s − 2p + e + a must be s·i. The i goes out,
      and e = s + 2p − a is left (e the dilated kernel, a output_padding). U-Net's
      kernel 2, stride 2 fulfils it. Try another input.
    set op=conv_transpose2d input=1,1,4,4 kernel_size=2 stride=2
    row input
    until input=5
    hint press → until input is 5
    answer 10 = 2·5, and so with every input: 2 = 2 + 0 − 0.
    keys l
    given output=8
    then output=10

    screen
      A kernel of 3 must be 2 + 2p − a. Now 4×4 becomes 9×9.
      Which padding and output_padding make it 8×8?
    set op=conv_transpose2d input=1,1,4,4 kernel_size=3 stride=2
    row padding
    until output=8
    hint change padding and output_padding until the output is 8×8
    answer padding 1, output_padding 1: 3 = 2 + 2 − 1. CycleGAN's, and uneven.
    keys ljjl
    given output=9
    then padding=1 and output_padding=1 and uneven

    screen
      A kernel of 4 needs only one of them.
      Which, and how much of it?
    set op=conv_transpose2d input=1,1,4,4 kernel_size=4 stride=2
    row padding
    until output=8
    hint make the output 8×8
    answer padding 1: 4 = 2 + 2 − 0. DCGAN's in PyTorch, and even.
    keys l
    given output=10
    then padding=1 and output_padding=0 and even

    screen
      The first DCGAN had a kernel of 5.
      Which values did it need?
    set op=conv_transpose2d input=1,1,4,4 kernel_size=5 stride=2
    row padding
    until output=8
    hint make the output 8×8
    answer padding 2, output_padding 1: 5 = 2 + 4 − 1. Uneven, for 5 is odd.
    keys lljjl
    given output=11
    then padding=2 and output_padding=1 and uneven

    screen
      FSRCNN enlarges 4 times with kernel 9, stride 4 and padding 4.
      Which output_padding makes 28×28 of 7×7?
    set op=conv_transpose2d input=1,56,7,7 out_channels=1 kernel_size=9 stride=4 padding=4
    row output_padding
    until output=28
    hint press → until the output is 28×28
    answer 3, for 9 = 4 + 2·4 − 3.
    keys lll
    given output=25
    then output_padding=3
    """
}
