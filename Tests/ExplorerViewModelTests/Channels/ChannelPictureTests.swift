import ExplorerViewModel
import Testing

/// The view of the channels, on screens of two sizes.
@Suite struct ChannelPictureTests {
  @Test func `four groups are four blocks, and a quarter of the weights`() throws {
    let state = try ExplorerState.on(80, 24, keys: "<Tab><Tab><Tab><Tab><Tab>:groups=4<Enter>")
    #expect(
      state.text == """
         convscope   ConvTranspose2d  (1, 64, 8, 8) → (1, 32, 16, 16)             valid
         hyperparameter      H     W  │ grouped: g = 4
           batch             1        │ each output reads 16 of 64 inputs
           in_channels      64        │    inputs across, outputs down; 4×4 a place
           out_channels     32        │  0 ████████........................
           input             8     8  │  4 ████████........................
         ▸ kernel_size       3     3  │  8 ........████████................
           stride            2     2  │ 12 ........████████................
           padding           1     1  │ 16 ................████████........
             crops the output by 1    │ 20 ................████████........
           dilation          1     1  │ 24 ........................████████
           output_padding    1     1  │ 28 ........................████████
             keeps 1 more at the end  │    █ connected  ▒ partly  . not
           groups            4        │
           bias            yes        │   Conv2d weight          (32, 16, 3, 3)
                                      │ ▸ ConvTranspose2d weight (64, 8, 3, 3)
                                      │                      here       g = 1  ÷ g
                                      │   weights           4,608      18,432  ÷ 4
                                      │   biases               32          32  same
                                      │   parameters        4,640      18,464  ÷ 3.98
                                      │   filters ψ           512       2,048  ÷ 4
                                      │   products        294,912   1,179,648  ÷ 4
                                      │   documented    1,450,496   5,801,984  ÷ 4
         ←/→ change  ↑/↓ select  a axes  t transposed  b bias  Tab view  ? help  q quit
        """)
  }

  // The lines are as long as the screen is wide.
  @Test func `a depthwise layer is a diagonal`() throws {
    let state = try ExplorerState.on(
      120, 40, keys: "<Tab><Tab><Tab><Tab><Tab>:op=conv2d input=1,32,8,8 groups=32<Enter>")
    #expect(
      state.text == """
         convscope   Conv2d  (1, 32, 8, 8) → (1, 32, 4, 4)                                                                valid
         hyperparameter      H     W  │ depthwise: g = in_channels = out_channels
           batch             1        │ each output reads 1 of 32 inputs
           in_channels      32        │    inputs across, outputs down; 2×2 a place
           out_channels     32        │  0 ▒▒..............................
           input             8     8  │  2 ..▒▒............................
         ▸ kernel_size       3     3  │  4 ....▒▒..........................
           stride            2     2  │  6 ......▒▒........................
           padding           1     1  │  8 ........▒▒......................
             adds 1 zero each side    │ 10 ..........▒▒....................
           dilation          1     1  │ 12 ............▒▒..................
           output_padding    –        │ 14 ..............▒▒................
             a Conv2d has none        │ 16 ................▒▒..............
           groups           32        │ 18 ..................▒▒............
           bias            yes        │ 20 ....................▒▒..........
                                      │ 22 ......................▒▒........
                                      │ 24 ........................▒▒......
                                      │ 26 ..........................▒▒....
                                      │ 28 ............................▒▒..
                                      │ 30 ..............................▒▒
                                      │    █ connected  ▒ partly  . not
                                      │
                                      │ ▸ Conv2d weight          (32, 1, 3, 3)
                                      │   ConvTranspose2d weight (32, 1, 3, 3)
                                      │                            here             g = 1  ÷ g
                                      │   weights                   288             9,216  ÷ 32
                                      │   biases                     32                32  same
                                      │   parameters                320             9,248  ÷ 28.90
                                      │   filters ψ                  32             1,024  ÷ 32
                                      │   products                4,608           147,456  ÷ 32
                                      │   documented              9,216           294,912  ÷ 32
                                      │
                                      │
                                      │
                                      │
                                      │
                                      │
                                      │
                                      │
         ←/→ change  ↑/↓ select  a axes  t transposed  b bias  Tab view  p presets  0-9 type  u undo  g predict  ? help  q quit
        """)
  }
}
