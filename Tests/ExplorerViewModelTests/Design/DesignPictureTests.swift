import ExplorerViewModel
import Testing

/// The views for designing a layer, as whole screens.
@Suite struct DesignPictureTests {
  @Test func `a kernel of 4 for one of 3, number by number`() throws {
    let state = try ExplorerState.on(80, 24, keys: "Cljjjjh")
    expectPicture(state.text, "DesignPictureTests/a-kernel-of-4-for-one-of-3-number-by-number")
  }

  @Test func `a layer that was refused, beside one that is not`() throws {
    let state = try ExplorerState.on(80, 24, keys: ":groups=5<Enter>Cf")
    expectPicture(state.text, "DesignPictureTests/a-layer-that-was-refused-beside-one-that-is-not")
  }

  @Test func `the kernel size swept, a value chosen`() throws {
    let state = try ExplorerState.on(80, 24, keys: "Wmj")
    expectPicture(state.text, "DesignPictureTests/the-kernel-size-swept-a-value-chosen")
  }

  @Test func `a sweep with refused values, in ASCII`() throws {
    let state = try ExplorerState.on(
      80, 16, keys: ":sweep output_padding=0..4<Enter>e", unicode: false)
    expectPicture(state.text, "DesignPictureTests/a-sweep-with-refused-values-in-ascii")
  }

  @Test func `a budget with two limits exceeded`() throws {
    let state = try ExplorerState.on(80, 24, keys: ":budget macs=1M ram=16Ki flash=18K<Enter>mj")
    expectPicture(state.text, "DesignPictureTests/a-budget-with-two-limits-exceeded")
  }

  @Test func `a larger screen has the hyperparameters beside the comparison`() throws {
    #expect(try ExplorerState.on(120, 40, keys: "Cll").text == largeComparison)
  }

  @Test func `and beside the sweep`() throws {
    #expect(try ExplorerState.on(120, 40, keys: "W").text == largeSweep)
  }
}

// The lines are as long as the screen is wide.
private let largeComparison = """
   convscope   ConvTranspose2d  (1, 64, 8, 8) → (1, 32, 18, 18)                                                     valid
   hyperparameter      H     W  │ A nn.ConvTranspose2d(64, 32, 3, stride=2, padding=1, output_padding=1) on (1, 64, 8, 8)
     batch             1        │ B nn.ConvTranspose2d(64, 32, 5, stride=2, padding=1, output_padding=1) on (1, 64, 8, 8)
     in_channels      64        │ * differs: 26                        A                  B              B − A     B / A
     out_channels     32        │ Hyperparameters
     input             8     8  │ * kernel_size                        3                  5                 +2     ×1.67
   ▸ kernel_size       5     5  │ Sizes
     stride            2     2  │ * output               (1, 32, 16, 16)    (1, 32, 18, 18)            differs
     padding           1     1  │ * weight                (64, 32, 3, 3)     (64, 32, 5, 5)            differs
       crops the output by 1    │ * output H                          16                 18                 +2     ×1.13
     dilation          1     1  │ * output W                          16                 18                 +2     ×1.13
     output_padding    1     1  │ * parameters                    18,464             51,232            +32,768     ×2.77
       keeps 1 more at the end  │ Operations as documented
     groups            1        │ * additions A                      273              1,197               +924     ×4.38
     bias            yes        │ * per filter λ                   2,577              9,297             +6,720     ×3.61
                                │ * aggregation γ                524,288            663,552           +139,264     ×1.27
                                │ * total                      5,801,984         19,703,808        +13,901,824     ×3.40
                                │ Really executed
                                │ * products                   1,179,648          3,276,800         +2,097,152     ×2.78
                                │ * additions                  1,170,400          3,265,248         +2,094,848     ×2.79
                                │ * bias additions                 8,192             10,368             +2,176     ×1.27
                                │ * executed                   2,358,240          6,552,416         +4,194,176     ×2.78
                                │ * useful products            1,083,392          3,115,008         +2,031,616     ×2.88
                                │ * useful additions           1,075,200          3,104,640         +2,029,440     ×2.89
                                │ * useful                     2,166,784          6,230,016         +4,063,232     ×2.88
                                │ Overlap
                                │ * inside                           4:1                9:4            differs
                                │ * most inside                        4                  9                 +5     ×2.25
                                │ * least inside                       1                  4                 +3     ×4.00
                                │ * most                               4                  9                 +5     ×2.25
                                │ Memory, bytes at int8
                                │ * intensity              76.48 op/byte      99.61 op/byte            differs
                                │ * weights                       18,560             51,328            +32,768     ×2.77
                                │ * output                         8,192             10,368             +2,176     ×1.27
                                │ * peak                          12,288             14,464             +2,176     ×1.18
                                │ * column buffer                 18,432             51,200            +32,768     ×2.78
                                │ 15 rows are the same; z shows them
                                │
                                │
   A keep as A  X exchange  z all rows  ←/→ change  ↑/↓ select  a axes  t transposed  b bias  Tab view  ? help  q quit
  """

// The lines are as long as the screen is wide.
private let largeSweep = """
   convscope   ConvTranspose2d  (1, 64, 8, 8) → (1, 32, 16, 16)                                                     valid
   hyperparameter      H     W  │ kernel_size  24 values, * present                            overlap, most:least
     batch             1        │   value   output overlap  documented      useful parameters  0 ───────────────── 4.00:1
     in_channels      64        │       1       14   holes     501,760     100,352      2,080  without end
     out_channels     32        │       2       15    even   2,304,000     460,800      8,224  ▄▄▄▄▄▄▄
     input             8     8  │*      3       16     4:1   5,801,984   1,083,392     18,464  ██████████████████████████
   ▸ kernel_size       3     3  │       4       17    even  11,438,080   1,968,128     32,800  ▄▄▄▄▄▄▄
     stride            2     2  │       5       18     9:4  19,703,808   3,115,008     51,232  ▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄
     padding           1     1  │       6       19    even  31,139,840   4,524,032     73,760  ▄▄▄▄▄▄▄
       crops the output by 1    │       7       20    16:9  46,336,000   6,195,200    100,384  ▄▄▄▄▄▄▄▄▄▄▄▄
     dilation          1     1  │       8       21    even  65,931,264   8,128,512    131,104  ▄▄▄▄▄▄▄
     output_padding    1     1  │       9       22   25:16  90,613,760  10,323,968    165,920  ▄▄▄▄▄▄▄▄▄▄
       keeps 1 more at the end  │      10       23    even 121,120,768  12,781,568    204,832  ▄▄▄▄▄▄▄
     groups            1        │      11       24   36:25 158,238,720  15,501,312    247,840  ▄▄▄▄▄▄▄▄▄
     bias            yes        │      12       25    even 202,803,200  18,483,200    294,944  ▄▄▄▄▄▄▄
                                │      13       26   49:36 255,698,944  21,727,232    346,144  ▄▄▄▄▄▄▄▄▄
                                │      14       27    even 317,859,840  25,233,408    401,440  ▄▄▄▄▄▄▄
                                │      15       28   64:49 390,268,928  29,001,728    460,832  ▄▄▄▄▄▄▄▄
                                │      16       29    even 473,958,400  33,032,192    524,320  ▄▄▄▄▄▄▄
                                │      17       30   81:64 570,009,600  37,324,800    591,904  ▄▄▄▄▄▄▄▄
                                │      18       31    even 679,553,024  41,879,552    663,584  ▄▄▄▄▄▄▄
                                │      19       32  100:81 803,768,320  46,696,448    739,360  ▄▄▄▄▄▄▄▄
                                │      20       33    even 943,884,288  51,775,488    819,232  ▄▄▄▄▄▄▄
                                │      21       34 121:100    ≈1.101e9  57,116,672    903,200  ▄▄▄▄▄▄▄▄
                                │      22       35    even    ≈1.277e9  62,720,000    991,264  ▄▄▄▄▄▄▄
                                │      23       36 144:121    ≈1.473e9  68,585,472  1,083,424  ▄▄▄▄▄▄▄▄
                                │      24       37    even    ≈1.690e9  74,713,088  1,179,680  ▄▄▄▄▄▄▄
                                │
                                │
                                │
                                │
                                │
                                │
                                │
                                │
                                │
                                │
                                │
                                │
   m values  e other plot  ←/→ change  ↑/↓ select  a axes  t transposed  b bias  Tab view  p presets  ? help  q quit
  """
