extension Lesson {
  /// Taps that stand apart.
  static let dilationText = """
    lesson 4: Dilation
    relationship: 15
    goal: say how far a dilated kernel reaches, and what that costs

    screen
      dilation d spreads the taps: there is one every d cells. A kernel of k then
      spans e = d(k − 1) + 1 cells and has no more weights than before. What does
      dilation 2 make of 7×7?
    set op=conv2d input=1,1,7,7 kernel_size=3 bias=no
    row dilation
    until dilation=2
    hint press → until dilation is 2
    answer e = 2·2 + 1 = 5, so 7 − 5 + 1 = 3, with nine weights as before.
    keys l
    given output=5 and parameters=9
    then output=3 and parameters=9

    screen
      Relationship 15 is the old formula with e in place of k:
      o = ⌊(i + 2p − e)/s⌋ + 1.
      Which padding keeps 7×7 with dilation 2?
    set op=conv2d input=1,1,7,7 kernel_size=3 dilation=2 bias=no
    row padding
    until output=7
    hint press → until the output is 7×7
    answer padding 2: half of d(k − 1) = 4.
    keys ll
    given output=3
    then padding=2

    screen
      Dilation and stride together can miss cells. With stride 2 and dilation 1
      every cell of this input is read. What does dilation 2 leave unread?
    set op=conv2d input=1,1,9,9 kernel_size=3 stride=2 bias=no
    row dilation
    until dilation=2
    hint press → until dilation is 2
    answer Every odd row and column, 56 of 81 cells: d and s share the factor 2.
    keys l
    given holes=0
    then holes=56

    screen
      DeepLab looks far with few weights: padding and dilation both 12 keep 65×65,
      and the kernel spans 25 cells. 23 of 100 products multiply a zero of the
      padding. How many at rate 36?
    set op=conv2d input=1,2048,65,65 out_channels=256 kernel_size=3 padding=12 dilation=12
    set bias=no
    row dilation
    until padding=36 and dilation=36
    hint type :padding=36 dilation=36 and press Enter
    answer 60 of 100: the kernel spans 73 cells, more than the input has.
    keys :padding=36 dilation=36<Enter>
    given output=65 and wasted_percent=23
    then output=65 and wasted_percent=60
    """
}
