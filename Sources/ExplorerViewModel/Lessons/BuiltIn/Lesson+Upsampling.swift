extension Lesson {
  /// Transposed, resized, sub-pixel.
  static let upsamplingText = """
    lesson 11: Three ways to upsample
    relationship: 14
    goal: compare a transposed layer, resize and convolve, and sub-pixel layers

    screen
      64×64 is to become 128×128, of 256 channels 128. First way: a transposed
      layer. With kernel 4 and padding 1 it forms 2,147,483,648 products, see
      below. How many with kernel 2 and padding 0?
    set op=conv_transpose2d input=1,256,64,64 out_channels=128 kernel_size=4 stride=2 padding=1
    row kernel_size
    until kernel_size=2 and output=128
    hint type :kernel_size=2 padding=0 and press Enter
    answer 536,870,912: 4 taps in place of 16. Nothing overlaps any more.
    keys :kernel_size=2 padding=0<Enter>
    given output=128 and multiplications=2147483648
    then multiplications=536870912 and max=1

    screen
      Second way: copy each cell to 2×2 cells, then convolve with a kernel of 3.
      The copies cost no product, but the convolution has the large input. Make
      the input 128.
    set op=conv2d input=1,256,64,64 out_channels=128 kernel_size=3 padding=1
    row input
    until input=128
    hint press > to double the input
    answer 4,831,838,208 products: 2.25 times those of the transposed kernel 4.
    keys >
    given multiplications=1207959552
    then output=128 and multiplications=4831838208

    screen
      Third way, sub-pixel: convolve the small input to more channels, and lay out
      each group of 4 as 2×2 cells (pixel shuffle).
      How many out_channels make 128 in the end?
    set op=conv2d input=1,256,64,64 out_channels=128 kernel_size=3 padding=1
    row out_channels
    until out_channels=512
    hint press > until there are enough
    answer 512 = 128·4, and again 4,831,838,208 products.
    keys >>
    given output=64
    then output=64 and multiplications=4831838208

    screen
      They are three views of one map. Copy and convolve with 3 is a transposed
      layer of kernel 4, stride 2, padding 1 whose weights are tied. And any
      transposed kernel of s·m is a convolution with m and a pixel shuffle.
    set op=conv_transpose2d input=1,256,64,64 out_channels=128 kernel_size=4 stride=2 padding=1
    hint what differs is which weights are free, and what they cost
    given even and output=128

    screen
      Now choose. Which transposed layer makes 128×128 evenly, with the fewest
      products? You begin with kernel 3: 1,207,959,552 products, uneven 4:1.
    set op=conv_transpose2d input=1,256,64,64 out_channels=128 kernel_size=3 stride=2 padding=1
    set output_padding=1
    row kernel_size
    until even and output=128 and multiplications<=536870912
    hint a kernel as wide as the stride needs no padding at all
    answer Kernel 2: 536,870,912.
    keys :kernel_size=2 padding=0 output_padding=0<Enter>
    given uneven and inside_max=4 and inside_min=1 and multiplications=1207959552
    then multiplications=536870912
    """
}
