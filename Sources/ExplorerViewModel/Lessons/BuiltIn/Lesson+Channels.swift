extension Lesson {
  /// Kernels, groups, depthwise layers.
  static let channelsText = """
    lesson 12: Channels and groups
    goal: say how many kernels a layer has, and what groups save

    screen
      Every output channel (down) reads every input channel (across) with a kernel
      of its own: 3·2 = 6 kernels, filters ψ. The weight is (3, 2, 3, 3), 54
      numbers. How many kernels for 4 output channels?
    set op=conv2d input=1,2,5,5 out_channels=3 kernel_size=3 bias=no
    view channels
    row out_channels
    until out_channels=4
    hint press → until out_channels is 4
    answer 4·2 = 8: weight (4, 2, 3, 3), 72 numbers.
    keys l
    given filters=6 and weight=3,2,3,3 and parameters=54
    then filters=8 and weight=4,2,3,3 and parameters=72

    screen
      groups g cuts the channels into g parts that do not mix: an output reads
      only C_in/g inputs. 8 channels to 8 make 64 kernels. How many with 2 groups?
    set op=conv2d input=1,8,8,8 kernel_size=3 padding=1 bias=no
    view channels
    row groups
    until groups=2
    hint press → until groups is 2
    answer 8·4 = 32, half of them: weight (8, 4, 3, 3).
    keys l
    given filters=64 and parameters=576
    then filters=32 and weight=8,4,3,3 and parameters=288

    screen
      At the end of this road are as many groups as channels: each output reads
      one input alone. Such a layer is called depthwise. How many kernels has it?
    set op=conv2d input=1,8,8,8 kernel_size=3 padding=1 groups=2 bias=no
    view channels
    row groups
    until groups=8
    hint press > for as many groups as there can be
    answer 8: weight (8, 1, 3, 3), 72 numbers in place of 576.
    keys >
    given filters=32
    then filters=8 and weight=8,1,3,3 and parameters=72

    screen
      The parts must be equal. What happens with 3 groups?
    set op=conv2d input=1,8,8,8 kernel_size=3 padding=1 bias=no
    view channels
    row groups
    until invalid
    hint type 3 and press Enter
    answer PyTorch refuses: 3 does not divide 8. → and ← visit the divisors.
    keys 3<Enter>

    screen
      MobileNet replaces this layer and its 231,211,008 products by two cheap
      ones. The first is depthwise: 32 channels to 32, in 32 groups.
    set op=conv2d input=1,32,112,112 out_channels=64 kernel_size=3 padding=1 bias=no
    view channels
    row groups
    until out_channels=32 and groups=32
    hint type :out_channels=32 groups=32 and press Enter
    answer 3,612,672 products. But no channel has met another one yet.
    keys :out_channels=32 groups=32<Enter>
    given multiplications=231211008
    then multiplications=3612672

    screen
      The second mixes the channels and looks at one cell at a time: kernel 1,
      padding 0, 32 channels to 64. How many products do both have together?
    set op=conv2d input=1,32,112,112 out_channels=64 kernel_size=3 padding=1 bias=no
    view channels
    row kernel_size
    until kernel_size=1 and padding=0
    hint type :kernel_size=1 padding=0 and press Enter
    answer 25,690,112 + 3,612,672 = 29,302,784: 7.9 times fewer.
    keys :kernel_size=1 padding=0<Enter>
    then multiplications=25690112 and output=112

    screen
      A transposed layer stores its weight the other way round, input channels
      first: (C_in, C_out/g, k, k) where the other has (C_out, C_in/g, k, k).
      Both stand in the picture. What stays as it is when you press t?
    set op=conv2d input=1,4,8,8 out_channels=6 kernel_size=3 groups=2 bias=no
    view channels
    row groups
    until op=conv_transpose2d
    hint press t
    answer The 108 numbers, and who reads whom: (6, 2, 3, 3) is (4, 3, 3, 3).
    keys t
    given weight=6,2,3,3 and parameters=108
    then weight=4,3,3,3 and parameters=108
    """
}
