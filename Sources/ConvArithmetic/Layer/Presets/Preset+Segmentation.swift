extension Preset {
  /// DeepLab, U-Net, FCN, and Caffe's bilinear layers.
  static let segmentation: [Preset] = deepLabV3 + uNetPaper + fullyConvolutional + bilinear

  private static let deepLab = PresetFamily(
    "DeepLabV3",
    source: "Chen et al. 2017; torchvision/models/segmentation/deeplabv3.py")
  private static let uNet = PresetFamily(
    "U-Net", source: "Ronneberger et al. 2015; sizes at ryan99han.com")
  private static let fcn = PresetFamily(
    "FCN", source: "Long et al. 2015; shelhamer/fcn.berkeleyvision.org voc-fcn8s/net.py")
  private static let fcn16 = PresetFamily(
    "FCN", source: "Long et al. 2015; shelhamer/fcn.berkeleyvision.org voc-fcn16s/net.py")
  private static let fcn32 = PresetFamily(
    "FCN", source: "Long et al. 2015; shelhamer/fcn.berkeleyvision.org voc-fcn32s/net.py")
  private static let caffe = PresetFamily(
    "Caffe bilinear", source: "BVLC/caffe pull request 2213, the bilinear filler")

  private static let deepLabV3: [Preset] = [
    Preset(
      "DeepLabV3 ASPP rate 12", deepLab,
      .conv2d(2048, 256, 3, padding: 12, dilation: 12, bias: false), input: 65,
      note: "Output stride 8: an image of 520×520 comes as 65×65."),
    Preset(
      "DeepLabV3 ASPP rate 24", deepLab,
      .conv2d(2048, 256, 3, padding: 24, dilation: 24, bias: false), input: 65),
    Preset(
      "DeepLabV3 ASPP rate 36", deepLab,
      .conv2d(2048, 256, 3, padding: 36, dilation: 36, bias: false), input: 65,
      note: "Dilated so far that most products are with zeros of the padding."),
  ]

  private static let uNetPaper: [Preset] = [
    Preset(
      "U-Net conv1", uNet, .conv2d(1, 64, 3), input: 572,
      note: "The paper pads nothing: 572 → 570 → 568, pooled to 284. Ports that pad keep the size."),
    Preset(
      "U-Net up-conv 1", uNet, .convTranspose2d(1024, 512, 2, stride: 2), input: 28,
      note: "What comes across has to be cropped to 56×56 in the paper."),
    Preset("U-Net up-conv 4", uNet, .convTranspose2d(128, 64, 2, stride: 2), input: 196),
  ]

  private static let fullyConvolutional: [Preset] = [
    Preset(
      "FCN conv1_1, padding 100", fcn, .conv2d(3, 64, 3, padding: 100), input: 500,
      note: "The padding is for the layers behind: 698, pooled to 349, 175, 88, 44, 22. Half of the"
        + " products are with its zeros."),
    Preset("FCN fc6", fcn, .conv2d(512, 4096, 7), input: 22),
    Preset(
      "FCN upscore2", fcn, .convTranspose2d(21, 21, 4, stride: 2, bias: false), input: 16,
      note: "21 classes, no padding; what is too much is cropped behind the last layer."),
    Preset(
      "FCN-8s upscore_pool4", fcn, .convTranspose2d(21, 21, 4, stride: 2, bias: false),
      input: 34),
    Preset(
      "FCN-8s upscore8", fcn, .convTranspose2d(21, 21, 16, stride: 8, bias: false), input: 70,
      note: "568, cropped to 500 from 31 on."),
    Preset(
      "FCN-16s upscore16", fcn16, .convTranspose2d(21, 21, 32, stride: 16, bias: false),
      input: 34, note: "Behind upscore2; 560, cropped to 500 from 27 on."),
    Preset(
      "FCN-32s upscore", fcn32, .convTranspose2d(21, 21, 64, stride: 32, bias: false), input: 16,
      note: "Kernel 64 and stride 32 is FCN-32s alone; 544, cropped to 500 from 19 on."),
  ]

  private static let bilinear: [Preset] = [
    Preset(
      "Caffe bilinear ×2", caffe,
      .convTranspose2d(21, 21, 4, stride: 2, padding: 1, groups: 21, bias: false), input: 16,
      note: "A group for each channel, and a kernel that is set, not learned."),
    Preset(
      "Caffe bilinear ×3", caffe,
      .convTranspose2d(21, 21, 5, stride: 3, padding: 1, groups: 21, bias: false), input: 16,
      note: "Uneven in the number of products, yet its bilinear weights sum up to the same"
        + " everywhere inside."),
  ]
}
