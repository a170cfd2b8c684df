extension Lesson {
  /// Zeros around the input.
  static let paddingText = """
    lesson 2: Padding
    relationship: 2, 3, 4
    goal: choose the padding that keeps a size, or makes it grow

    screen
      padding p adds p zeros at both ends of an axis, so the kernel slides over
      i + 2p cells: o = (i − k) + 2p + 1, relationship 2. Without padding this
      kernel of 4 makes 2×2 of 5×5. What does padding 2 make?
    set op=conv2d input=1,1,5,5 kernel_size=4 bias=no
    row padding
    until padding=2
    hint press → until padding is 2
    answer (5 − 4) + 2·2 + 1 = 6: larger than the input.
    keys ll
    given output=2
    then output=6

    screen
      Often the output is to be as large as the input.
      Which padding does that for a kernel of 3?
    set op=conv2d input=1,1,5,5 kernel_size=3 bias=no
    row padding
    until output=5
    hint press → until the output is 5×5
    answer padding 1: half padding, or same padding (relationship 3), o = i.
    keys l
    given output=3
    then padding=1

    screen
      For a kernel of 5 that is too little: 5×5 becomes 3×3.
      Which padding keeps the size here, and which would a kernel of 7 need?
    set op=conv2d input=1,1,5,5 kernel_size=5 padding=1 bias=no
    row padding
    until output=5
    hint press → until the output is 5×5
    answer padding 2. For an odd k it is (k − 1)/2, so 3 for a kernel of 7.
    keys l
    given output=3
    then padding=2
    with kernel_size=7 padding=3 : output=5

    screen
      An even kernel has no middle. With padding 1, a kernel of 4 makes 4×4 of
      5×5. What does padding 2 make? Is there one that keeps the 5?
    set op=conv2d input=1,1,5,5 kernel_size=4 padding=1 bias=no
    row padding
    until padding=2
    hint press → until padding is 2
    answer 6×6. No number keeps 5, for both ends get the same.
    keys l
    given output=4
    then output=6

    screen
      PyTorch has a word for this: same. It adds k − 1 zeros in all, an odd one at
      the end. Left of padding 0 come the words valid and same.
    set op=conv2d input=1,1,5,5 kernel_size=4 bias=no
    row padding
    until padding=same
    hint press ← until padding is same
    answer 5×5 again, with 1 zero in front and 2 behind.
    keys hh
    given output=2
    then output=5

    screen
      The most that makes sense is k − 1 zeros: then the first place still touches
      one real cell. This is full padding. What does it make of 5×5, kernel 3?
    set op=conv2d input=1,1,5,5 kernel_size=3 padding=1 bias=no
    row padding
    until padding=2
    hint press → until padding is 2
    answer o = i + (k − 1) = 7, relationship 4.
    keys l
    given output=5
    then output=7

    screen
      Zeros cost products, too: the two lines below tell formed from useful ones.
      FCN pads its images by 100, and 49 of 100 products multiply a zero.
      How many are left with padding 1?
    set op=conv2d input=1,3,500,500 out_channels=64 kernel_size=3 padding=100
    row padding
    until padding=1
    hint type 1 and press Enter
    answer Less than 1 of 100.
    keys 1<Enter>
    given output=698 and wasted_percent=49
    then output=500 and wasted_percent=0
    """
}
