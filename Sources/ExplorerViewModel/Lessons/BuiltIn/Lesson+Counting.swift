extension Lesson {
  /// Products, MACs, operations.
  static let countingText = """
    lesson 13: Counting: MAC, FLOP, exact
    relationship: 6
    goal: say why tools disagree about one layer, and which number is exact

    screen
      A product and the addition that takes it in are one MAC. This layer forms
      8·3·64·9 = 13,824 products; 11,616 are useful, the others multiply zeros of
      the padding. When are all of them useful?
    set op=conv2d input=1,3,8,8 out_channels=8 kernel_size=3 padding=1
    row padding
    until padding=0
    hint take the padding away
    answer Without padding: 8·3·36·9 = 7,776 products, all useful.
    keys h
    given multiplications=13824 and useful_multiplications=11616
    then multiplications=7776 and useful_multiplications=7776

    screen
      Some tools print MACs and call them FLOPs, others count two operations for
      each. What do fvcore and torch's flop counter say of the 13,824 products?
    set op=conv2d input=1,3,8,8 out_channels=8 kernel_size=3 padding=1
    until view=operations and focus=tools
    hint Tab shows the formulas; m goes to the list of tools
    answer fvcore 13,824 (it counts MACs), torch 27,648 (two for each).
    keys <Tab>m
    then multiplications=13824 and fvcore=13824 and torch_flop_counter=27648

    screen
      torchinfo and ptflops print 14,336 for the same layer, 512 more.
      Change one value so that they fall to 13,824.
    set op=conv2d input=1,3,8,8 out_channels=8 kernel_size=3 padding=1
    row padding
    until bias=no
    hint it is the last hyperparameter; b changes it, too
    answer The bias: one addition for each of 8·64 = 512 outputs.
    keys b
    given torchinfo=14336 and ptflops_pytorch=14336 and multiplications=13824
    then torchinfo=13824 and ptflops_pytorch=13824

    screen
      Exactly counted, n products need n − 1 additions: 13,824 products make 512
      sums with 13,824 − 512 = 13,312 additions, 27,136 operations in all. When is
      twice the MACs, 27,648, exact?
    set op=conv2d input=1,3,8,8 out_channels=8 kernel_size=3 padding=1 bias=no
    row bias
    until bias=yes
    hint change the value that adds 512
    answer With a bias: its 512 additions are those that the sums lacked.
    keys l
    given multiplications=13824 and additions=13312 and bias_additions=0
    then multiplications=13824 and additions=13312 and bias_additions=512

    screen
      A transposed layer forms its products per input cell: 3·4·4 = 48 here. Some
      tools take its output cells, as for a convolution. What does thop say?
    set op=conv_transpose2d input=1,3,2,2 out_channels=1 kernel_size=2 stride=2
    until view=operations and focus=tools
    hint Tab shows the formulas; m goes to the list of tools
    answer 192 = 3·16·4, four times too much. fvcore says 48.
    keys <Tab>m
    given multiplications=48 and output=4
    then thop=192 and fvcore=48
    """
}
