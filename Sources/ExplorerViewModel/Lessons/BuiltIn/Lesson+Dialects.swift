extension Lesson {
  /// What other libraries say.
  static let dialectsText = """
    lesson 14: Dialects
    relationship: 6, 14
    goal: carry a layer from TensorFlow, Keras or ONNX over to PyTorch

    screen
      TensorFlow's SAME makes ⌈i/s⌉ and adds as many zeros as that needs, an odd
      one at the end. For 6 cells, kernel 3, stride 2 that is 3, with one zero
      behind. Which padding makes 3×3 in PyTorch?
    set op=conv2d input=1,1,6,6 kernel_size=3 stride=2
    row padding
    until output=3
    hint press → until the output is 3×3
    answer 1, at both ends. The size agrees; every place begins one cell earlier.
    keys l
    given output=2
    then padding=1

    screen
      PyTorch knows the word same, too, and means: as large as the input.
      What does it say to stride 2?
    set op=conv2d input=1,1,6,6 kernel_size=3 padding=same
    row stride
    until invalid
    hint press → until stride is 2
    answer It refuses. TensorFlow would make 3×3.
    keys l
    given output=6
    then stride=2

    screen
      The word valid makes s·i + max(k − s, 0) of a transposed layer in Keras,
      here 9. PyTorch makes (i − 1)s + k = 8. How do you get 9?
    set op=conv_transpose2d input=1,1,3,3 kernel_size=2 stride=3
    row output_padding
    until output=9
    hint press → on output_padding
    answer output_padding 1: a last row and column without any product.
    keys l
    given output=8
    then output_padding=1

    screen
      Its word same makes s·i, here 8: of 9 rows it cuts off 1, at the end.
      PyTorch cuts off padding at both ends, which makes 7. How do you get 8?
    set op=conv_transpose2d input=1,1,4,4 kernel_size=3 stride=2 padding=1
    row output_padding
    until output=8
    hint press → on output_padding
    answer output_padding 1. But now the first row is gone, in Keras the last.
    keys l
    given output=7
    then output_padding=1
    with padding=0 : output=9

    screen
      ONNX has pads for each end by itself; a Conv2d has one padding for both.
      Stable Diffusion's encoder needs a zero at the end alone, and appends it to
      the 512 rows and columns before the layer. What then is the output?
    set op=conv2d input=1,128,512,512 kernel_size=3 stride=2
    row input
    until input=513
    hint press → until input is 513
    answer 256, half of 512; without the zero it is 255.
    keys l
    given output=255
    then output=256
    """
}
