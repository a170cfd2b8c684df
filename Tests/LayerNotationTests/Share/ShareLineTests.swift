import ConvArithmetic
import LayerNotation
import Testing

/// The command line that opens a layer.
@Suite struct ShareLineTests {
  @Test func `a transposed layer is said by what differs from the defaults`() {
    let line = ShareLine(LayerCase.decoder)
    #expect(
      line.text
        == "convscope --op conv_transpose2d --input 1,64,8,8 --out-channels 32 --kernel-size 3"
        + " --stride 2 --padding 1 --output-padding 1")
  }

  @Test func `every hyperparameter has its option`() {
    var subject = LayerCase.decoder
    subject.layer.direction = .convolution
    subject.input = TensorShape(batch: nil, channels: 6, size: Spatial(height: 5, width: 7))
    subject.layer.kernelSize = Spatial(height: 3, width: 5)
    subject.layer.padding = .same
    subject.layer.stride = Spatial(square: 1)
    subject.layer.dilation = Spatial(height: 2, width: 1)
    subject.layer.groups = 2
    subject.layer.bias = false
    #expect(
      ShareLine(subject).text
        == "convscope --op conv2d --input 6,5,7 --in-channels 64 --out-channels 32"
        + " --kernel-size 3,5 --padding same --dilation 2,1 --groups 2 --no-bias")
  }

  @Test func `view, theme and marks follow`() {
    let line = ShareLine(
      LayerCase(
        layer: ConvLayer(), input: TensorShape(batch: 1, channels: 1, size: Spatial(square: 8))),
      view: "cells", theme: "light",
      marks: [ShareMark("row", "stride"), ShareMark("zoom"), ShareMark("cursor", "3:4")])
    #expect(
      line.text
        == "convscope --op conv2d --input 1,1,8,8 --out-channels 1 --kernel-size 3 --view cells"
        + " --theme light --show row=stride,zoom,cursor=3:4")
  }

  @Test func `a line that is read again says the same`() throws {
    for preset in Preset.all {
      let line = ShareLine(
        preset.subject, view: "map", theme: "mono", marks: [ShareMark("axes", "h")])
      let again = try ShareLine(reading: line.text)
      #expect(try again.subject() == preset.subject)
      #expect(again.text == line.text)
      #expect((again.view, again.theme) == ("map", "mono"))
    }
  }

  @Test(arguments: [
    "--op conv2d --input=1,3,9,9", "convscope '--op' \"conv2d\" --input '(1, 3, 9, 9)'",
    "  convscope\t--input 1,3,9,9 --op conv2d  ", "convscope --op conv2d \\\n --input 1,3,9,9",
  ])
  func `a person may write it otherwise`(line: String) throws {
    let subject = try #require(try ShareLine(reading: line).subject())
    #expect(subject.layer.direction == .convolution)
    #expect(subject.input.dimensions == [1, 3, 9, 9])
  }

  @Test func `a line without a layer has none`() throws {
    #expect(try ShareLine(reading: "convscope --view map").subject() == nil)
  }

  @Test func `a layer that PyTorch refuses is shared, too`() throws {
    var subject = LayerCase.decoder
    subject.input.channels = 5
    subject.layer.kernelSize = Spatial(square: -3)
    subject.layer.outputPadding = Spatial(square: .max)
    #expect(try ShareLine(reading: ShareLine(subject).text).subject() == subject)
  }

  @Test(arguments: [
    ("convscope report", "'report' is not an option of a layer or of the view"),
    ("convscope --print 80x24", "'--print' is not an option of a layer or of the view"),
    ("convscope --batch 2", "'--batch' is not an option of a layer or of the view"),
    ("convscope --op", "--op has no value"),
    (
      "convscope --op conv4d",
      "op: 'conv4d' is not conv1d, conv2d, conv3d, conv_transpose1d, conv_transpose2d or conv_transpose3d"
    ),
    ("convscope --stride 'x", "a quote or backslash has no end"),
    ("convscope --op conv2d; rm x", "';' means something to a shell; quote it"),
    ("convscope \u{1B}[31m", "'[' means something to a shell; quote it"),
    ("convscope a\u{1B}b", "'a?b' is not an option of a layer or of the view"),
  ])
  func `what is no such line is refused with its reason`(line: String, message: String) {
    let error = #expect(throws: NotationError.self) { try ShareLine(reading: line) }
    #expect(error?.message == message)
  }

  @Test func `a value that a kind of layer does not have is refused`() throws {
    let line = try ShareLine(reading: "convscope --op conv2d --output-padding 1")
    #expect(throws: NotationError.doesNotApply(.outputPadding, "", .conv2d)) {
      try line.subject()
    }
  }
}
