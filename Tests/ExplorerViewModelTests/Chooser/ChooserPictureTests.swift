import ConvArithmetic
import ExplorerViewModel
import LayerNotation
import Testing

/// Whole screens with a list that is open.
@Suite struct ChooserPictureTests {
  @Test func `the presets, filtered, with what the selected one is`() throws {
    let state = try ExplorerState.on(80, 24, keys: "pcaffe<End>")
    #expect(
      state.text == """
         convscope   ConvTranspose2d  (1, 64, 8, 8) → (1, 32, 16, 16)             valid
         Presets  /caffe_                                                       8 of \(Preset.all.count)
           AlexNet conv1, 227 (Caffe)         Conv2d 3→96, k11 s4
           AlexNet conv1, 224 (misquoted)     Conv2d 3→96, k11 s4
           AlexNet conv2 (Caffe)              Conv2d 96→256, k5 p2 g2
           AlexNet conv3 (Caffe)              Conv2d 256→384, k3 p1
           AlexNet conv4 (Caffe)              Conv2d 384→384, k3 p1 g2
           AlexNet conv5 (Caffe)              Conv2d 384→256, k3 p1 g2
           Caffe bilinear ×2                  ConvTranspose2d 21→21, k4 s2 p1 g21
         ▸ Caffe bilinear ×3                  ConvTranspose2d 21→21, k5 s3 p1 g21





        ────────────────────────────────────────────────────────────────────────────────
         nn.ConvTranspose2d(21, 21, 5, stride=3, padding=1, groups=21, bias=False)
         (1, 21, 16, 16) → (1, 21, 48, 48), 525 parameters
         134,400 MACs, 127,764 useful (95.1 %)
         uneven overlap, 4:1 inside, and with the borders
         Uneven in the number of products, yet its bilinear weights sum up to the same
         everywhere inside.
         source: BVLC/caffe pull request 2213, the bilinear filler
         a-z 0-9 filter  ↑/↓ select  PgDn page  Enter take  Esc clear
        """)
  }

  @Test func `on a wide screen the map of the selected layer is beside the list`() throws {
    let state = try ExplorerState.on(110, 20, keys: "pvgg16 conv1_1")
    expectPicture(
      state.text.replacing("of \(Preset.all.count)", with: "of …"),
      "ChooserPictureTests/the-map-of-the-selected-layer-is-beside-the-list")
  }

  @Test func `a small screen leaves out the details first, and says so`() throws {
    let state = try ExplorerState.on(60, 12, keys: "pfcn")
    #expect(
      state.text == """
         (1, 64, 8, 8) → (1, 32, 16, 16)                      valid
         Presets  /fcn_                                     7 of \(Preset.all.count)
         ▸ FCN conv1_1, padding 100
           FCN fc6
           FCN upscore2
           FCN-8s upscore_pool4
           FCN-8s upscore8
           FCN-16s upscore16                                       ▼
        ────────────────────────────────────────────────────────────
         nn.Conv2d(3, 64, 3, padding=100)
         (1, 3, 500, 500) → (1, 64, 698, 698), 1,792 parameters …
         not shown: details  a-z 0-9 filter  Enter take  Esc clear
        """)
  }

  @Test func `the lessons, with the goal of the selected one`() throws {
    let state = try ExplorerState.on(80, 24, keys: "L<Down>")
    expectPicture(state.text, "ChooserPictureTests/the-lessons-with-the-goal-of-the-selected-one")
  }
}
