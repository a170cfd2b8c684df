extension Preset {
  /// LeNet-5, AlexNet, VGG and Inception.
  static let classifiers: [Preset] = leNet5 + alexNet + vgg16 + inceptionV3

  private static let leNet = PresetFamily(
    "LeNet-5", source: "LeCun et al. 1998; sizes at yohanes.gultom.id")
  private static let caffe = PresetFamily(
    "AlexNet", source: "Krizhevsky et al. 2012; BVLC/caffe models/bvlc_alexnet/deploy.prototxt")
  private static let torchvision = PresetFamily(
    "AlexNet", source: "Krizhevsky 2014; torchvision/models/alexnet.py")
  private static let vgg = PresetFamily(
    "VGG16", source: "Simonyan & Zisserman 2014; torchvision/models/vgg.py")
  private static let inception = PresetFamily(
    "Inception-v3", source: "Szegedy et al. 2015; torchvision/models/inception.py")

  private static let leNet5: [Preset] = [
    Preset("LeNet-5 C1", leNet, .conv2d(1, 6, 5), input: 32),
    Preset(
      "LeNet-5 C3, dense", leNet, .conv2d(6, 16, 5), input: 14,
      note: "In the paper a table by hand joins only some maps: 1,516 parameters instead."),
    Preset(
      "LeNet-5 C5", leNet, .conv2d(16, 120, 5), input: 5,
      note: "On 5×5 cells it is a full connection."),
  ]

  private static let alexNet: [Preset] = [
    Preset(
      "AlexNet conv1, 227 (Caffe)", caffe, .conv2d(3, 96, 11, stride: 4), input: 227,
      note: "Caffe crops 227×227, which gives the paper's 55×55."),
    Preset(
      "AlexNet conv1, 224 (misquoted)", caffe, .conv2d(3, 96, 11, stride: 4), input: 224,
      note: "The often quoted mistake: 224 without padding gives 54, not 55, and leaves cells that"
        + " no output reads."),
    Preset(
      "AlexNet conv1, 224 (torchvision)", torchvision,
      .conv2d(3, 64, 11, stride: 4, padding: 2), input: 224,
      note: "Gets 55 from 224 by padding 2, and has 64 filters, not 96."),
    Preset(
      "AlexNet conv2 (Caffe)", caffe, .conv2d(96, 256, 5, padding: 2, groups: 2), input: 27,
      note: "The groups of 2 were for two graphics cards."),
    Preset("AlexNet conv3 (Caffe)", caffe, .conv2d(256, 384, 3, padding: 1), input: 13),
    Preset(
      "AlexNet conv4 (Caffe)", caffe, .conv2d(384, 384, 3, padding: 1, groups: 2), input: 13),
    Preset(
      "AlexNet conv5 (Caffe)", caffe, .conv2d(384, 256, 3, padding: 1, groups: 2), input: 13),
  ]

  private static let vgg16: [Preset] = [
    Preset("VGG16 conv1_1", vgg, .conv2d(3, 64, 3, padding: 1), input: 224),
    Preset("VGG16 conv1_2", vgg, .conv2d(64, 64, 3, padding: 1), input: 224),
    Preset("VGG16 conv3_1", vgg, .conv2d(128, 256, 3, padding: 1), input: 56),
    Preset("VGG16 conv5_3", vgg, .conv2d(512, 512, 3, padding: 1), input: 14),
  ]

  private static let inceptionV3: [Preset] = [
    Preset(
      "Inception-v3 Conv2d_1a_3x3", inception, .conv2d(3, 32, 3, stride: 2, bias: false),
      input: 299, note: "The odd input: 299 without padding, and the stride drops nothing."),
    Preset(
      "Inception-v3 Mixed_6b 1×7", inception,
      .conv2d(
        128, 128, kernelSize: Spatial(height: 1, width: 7), padding: Spatial(height: 0, width: 3),
        bias: false), input: 17,
      note: "1×7 and then 7×1 reach as far as 7×7 does, with 14 taps instead of 49."),
    Preset(
      "Inception-v3 Mixed_6b 7×1", inception,
      .conv2d(
        128, 192, kernelSize: Spatial(height: 7, width: 1), padding: Spatial(height: 3, width: 0),
        bias: false), input: 17),
  ]
}
