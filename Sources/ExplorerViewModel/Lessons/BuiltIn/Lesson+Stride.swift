extension Lesson {
  /// Steps, and what they leave over.
  static let strideText = """
    lesson 3: Stride and the floor
    relationship: 5, 6
    goal: say what the floor drops, and which cells are never read

    screen
      The stride s is how far the kernel moves from one place to the next. With
      stride 1 a kernel of 3 has the places 0, 1 and 2 on 5 cells. Which remain
      with stride 2?
    set op=conv2d input=1,1,5,5 kernel_size=3
    row stride
    until stride=2
    hint press → until stride is 2
    answer 0 and 2: ⌊(5 − 3)/2⌋ + 1 = 2, relationship 5.
    keys l
    given output=3
    then output=2

    screen
      Now an input of 6. (6 − 3)/2 is 1.5, so behind the first place there would
      be one place and a half. What is the output?
    set op=conv2d input=1,1,5,5 kernel_size=3 stride=2
    row input
    until input=6
    hint press → until input is 6
    answer 2×2, as before: half a place is none. ⌊ ⌋ rounds down.
    keys l
    given output=2
    then output=2

    screen
      So row 5 and column 5 are left over: no place reaches them, and what is in
      them has no influence. The map shows such cells with their 0.
    set op=conv2d input=1,1,6,6 kernel_size=3 stride=2
    row input
    until focus=map and cell=0
    hint m, then move to a cell that nothing reads
    answer 11 of the 36 cells are never read.
    keys m<End>
    given holes=11

    screen
      With padding: o = ⌊(i + 2p − k)/s⌋ + 1, relationship 6. Here the inputs 5
      and 6 both give 3. Which two inputs give 4?
    set op=conv2d input=1,1,6,6 kernel_size=3 stride=2 padding=1
    row input
    until output=4
    hint press → until the output is 4×4, and once more
    answer 7 and 8. Always s inputs in a row share an output.
    keys l
    given output=3
    with input=5 : output=3
    with input=7 : output=4
    with input=8 : output=4
    with input=9 : output=5

    screen
      A stride wider than the kernel steps over cells. This one, kernel 1 and
      stride 2, is a shortcut of ResNet: 48 of its 64 cells are never read. Which
      kernel_size would read them all?
    set op=conv2d input=1,1,8,8 kernel_size=1 stride=2 bias=no
    row kernel_size
    until holes=0
    hint press → until no cell of the map is empty
    answer kernel_size 2, as wide as the stride.
    keys l
    given holes=48
    then kernel_size=2

    screen
      AlexNet begins with kernel 11 and stride 4. Many texts say that it makes
      55×55 of 224×224. It makes 54×54, since (224 − 11)/4 = 53.25. From which
      input on is it 55?
    set op=conv2d input=1,3,224,224 out_channels=96 kernel_size=11 stride=4
    row input
    until output=55
    hint press → until the output is 55×55
    answer 227 = 54·4 + 11: the size that AlexNet takes in Caffe.
    keys lll
    given output=54
    then input=227
    """
}
