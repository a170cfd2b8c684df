import LayerNotation
import ConvArithmetic
import Testing

@Suite struct PyTorchProblemTests {
  static let problems: [(text: String, problem: String)] = [
    (
      "",
      "line 1, column 1: there is no convolution of torch.nn; write nn.ConvTranspose2d(64, 32, 3), or what print(model) shows"
    ),
    (
      "Conv2d",
      "line 1, column 7: 'Conv2d' is none of Conv1d, Conv2d, Conv3d, ConvTranspose1d, ConvTranspose2d, ConvTranspose3d"
    ),
    (
      "nn.Conv2D(1, 1, 1)",
      "line 1, column 1: 'Conv2D' is none of Conv1d, Conv2d, Conv3d, ConvTranspose1d, ConvTranspose2d, ConvTranspose3d; did you mean Conv2d?"
    ),
    (
      "nn.conv2d(1, 1, 1)",
      "line 1, column 1: 'conv2d' is none of Conv1d, Conv2d, Conv3d, ConvTranspose1d, ConvTranspose2d, ConvTranspose3d; did you mean Conv2d?"
    ),
    (
      "x = nn.ConvTransposed2d(1, 1, 1)",
      "line 1, column 5: 'ConvTransposed2d' is none of Conv1d, Conv2d, Conv3d, ConvTranspose1d, ConvTranspose2d, ConvTranspose3d; did you mean ConvTranspose2d?"
    ),
    (
      "nn.Linear(1, 1)",
      "line 1, column 1: 'Linear' is none of Conv1d, Conv2d, Conv3d, ConvTranspose1d, ConvTranspose2d, ConvTranspose3d"
    ),
    (
      "nn.ConvTranspose4d(1, 1, 1)",
      "line 1, column 1: 'ConvTranspose4d' is none of Conv1d, Conv2d, Conv3d, ConvTranspose1d, ConvTranspose2d, ConvTranspose3d; did you mean ConvTranspose2d?"
    ),
    (
      "nn.LazyConv2d(8, 3)",
      "line 1, column 1: LazyConv2d takes in_channels from its first input; print the model after one forward pass"
    ),
    ("nn.Conv2d(1, 1)", "line 1, column 1: Conv2d needs kernel_size"),
    ("nn.Conv2d()", "line 1, column 1: Conv2d needs in_channels, out_channels, kernel_size"),
    ("nn.Conv2d(1, 1, 1, kernel_size=3)", "line 1, column 20: kernel_size is given twice"),
    (
      "nn.Conv2d(1, 1, 1,\n  strid=2)",
      "line 2, column 3: Conv2d has no argument 'strid'; did you mean stride?"
    ),
    (
      "nn.Conv2d(1, 1, kernel=3)",
      "line 1, column 17: Conv2d has no argument 'kernel'; did you mean kernel_size?"
    ),
    (
      "nn.Conv2d(1, 1, 1, output_padding=1)",
      "line 1, column 20: Conv2d has no argument 'output_padding'"
    ),
    ("nn.Conv2d(1, 1, 1, filters=1)", "line 1, column 20: Conv2d has no argument 'filters'"),
    (
      "nn.Conv2d(1, 1, 1, 1, 1, 1, 1, True, 'zeros', None, None, 7)",
      "line 1, column 59: 'Conv2d' takes at most 11 arguments"
    ),
    (
      "nn.Conv2d(1, 1, kernel_size=1, 2)",
      "line 1, column 32: a value without a name cannot follow one with a name"
    ),
    (
      "nn.Conv2d(nz, ngf * 8, 4)",
      "line 1, column 11: in_channels: 'nz' is not a number; variables have no value here"
    ),
    (
      "nn.Conv2d(1, ngf * 8, 4)",
      "line 1, column 14: out_channels: 'ngf * 8' is not a number; variables have no value here"
    ),
    ("nn.Conv2d(1, 1, 3.0)", "line 1, column 17: kernel_size: '3.0' is not a whole number"),
    (
      "nn.Conv2d(1, 1, (3, 1e2))",
      "line 1, column 17: kernel_size: '(3, 1e2)' is not a whole number"
    ),
    (
      "nn.Conv2d(1, 1, 99999999999999999999)",
      "line 1, column 17: kernel_size: '99999999999999999999' does not fit in 64 bits"
    ),
    (
      "nn.Conv2d(1, 1, -99999999999999999999)",
      "line 1, column 17: kernel_size: '-99999999999999999999' does not fit in 64 bits"
    ),
    (
      "nn.Conv2d(1, 1, (3,))",
      "line 1, column 17: kernel_size: '(3,)' is not one number, or 2 as (h, w)"
    ),
    (
      "nn.Conv2d(1, 1, ())",
      "line 1, column 17: kernel_size: '()' is not one number, or 2 as (h, w)"
    ),
    (
      "nn.Conv2d(1, 1, (3, 3, 3))",
      "line 1, column 17: kernel_size: '(3, 3, 3)' is not one number, or 2 as (h, w)"
    ),
    (
      "nn.Conv1d(1, 1, (3, 3))",
      "line 1, column 17: kernel_size: '(3, 3)' is not one number; the layer has one axis"
    ),
    (
      "nn.Conv3d(1, 1, 1, stride=(3, 3))",
      "line 1, column 27: stride: '(3, 3)' is not one number, or 3 as (d, h, w)"
    ),
    (
      "nn.Conv2d(1, 1, ((3, 3), 3))",
      "line 1, column 17: kernel_size: '((3, 3), 3)' is not a number; variables have no value here"
    ),
    (
      "nn.Conv2d(1, 1, 3, padding='full')",
      "line 1, column 28: padding: ''full'' is not a number, a tuple, 'same' or 'valid'"
    ),
    (
      "nn.Conv2d(1, 1, 3, padding=None)",
      "line 1, column 28: padding: 'None' is not a number; variables have no value here"
    ),
    ("nn.Conv2d(1, 1, 3, bias=3)", "line 1, column 25: bias: '3' is not True or False"),
    (
      "nn.Conv2d(1, 1, 3, padding_mode='mirror')",
      "line 1, column 33: padding_mode: ''mirror'' is not zeros, reflect, replicate or circular"
    ),
    (
      "nn.ConvTranspose2d(1, 1, 3, padding_mode='reflect')",
      "line 1, column 42: ConvTranspose2d takes padding_mode zeros only"
    ),
    ("nn.Conv2d(1, 1, 3", "line 1, column 1: the parenthesis of 'Conv2d' is not closed"),
    (
      "nn.Sequential(nn.Conv2d(3, 8, 3)",
      "line 1, column 1: the parenthesis of 'Sequential' is not closed"
    ),
    (
      "nn.Sequential(nn.Conv2d(3, 8, 3",
      "line 1, column 15: the parenthesis of 'Conv2d' is not closed"
    ),
    (
      "nn.Sequential(nn.ReLU(), nn.Conv2d(3, 8, k))",
      "line 1, column 42: kernel_size: 'k' is not a number; variables have no value here"
    ),
    ("nn.Conv2d(1, 1, 'sa", "line 1, column 17: the text has no closing quote"),
    (
      "nn.Conv2d(1 1 3)",
      "line 1, column 11: in_channels: '1 1 3' is not a number; variables have no value here"
    ),
    ("nn.Conv2d(1, 1, 3) + x", "line 1, column 20: '+' does not belong here"),
    (
      "nn.Conv2d(1, 1, 3) nn.Conv2d(1, 1, 3)", "line 1, column 20: 'nn.Conv2d' does not belong here"
    ),
    (
      "α = β(nn.Conv2d(é, 1, 3))",
      "line 1, column 17: in_channels: 'é' is not a number; variables have no value here"
    ),
    (
      "nn.Conv2d(1, 1, f'3')",
      "line 1, column 17: kernel_size: 'f'3'' is not a number; variables have no value here"
    ),
    (
      "nn.Conv2d(*args)",
      "line 1, column 11: in_channels: '*args' is not a number; variables have no value here"
    ),
    (
      "nn.Conv2d(3, 8, **kw)",
      "line 1, column 17: kernel_size: '**kw' is not a number; variables have no value here"
    ),
    (
      "nn.Conv2d(out_channels=8, *args, **kw)",
      "line 1, column 27: in_channels: '*args' is not a number; variables have no value here"
    ),
    (
      "nn.Conv2d(1, 1, 1, **kw, 2)",
      "line 1, column 26: a value without a name cannot follow one with a name"
    ),
    (
      "nn.Conv2d(1, 1, 1, **kw, *args)",
      "line 1, column 26: a value without a name cannot follow one with a name"
    ),
    (
      "nn.Conv2d(1__0, 1, 3)",
      "line 1, column 11: in_channels: '1__0' is not a number; variables have no value here"
    ),
    (
      "nn.Conv2d(0x10, 1, 3)",
      "line 1, column 11: in_channels: '0x10' is not a number; variables have no value here"
    ),
    (
      "nn.Conv2d(1, 1, 3, '\u{1B}]0;\u{7}\u{202E}')",
      "line 1, column 20: stride: ''?]0;??'' is not a number; variables have no value here"
    ),
  ]

  @Test(arguments: problems)
  func `a text that is no layer is refused with its place and the reason`(
    text: String, problem: String
  ) {
    #expect {
      try readLayer(text)
    } throws: { error in
      #expect("\(error)" == problem)
      return true
    }
  }

  @Test func `every prefix of a constructor is read or refused`() {
    let text =
      "self.up = torch.nn.ConvTranspose2d(64, 32, (3, 5), stride=2, padding_mode='zeros').to('cpu'),"
    for length in 0...text.count {
      for ending in ["", ")", "'", "(", "\n", "\0", "\\"] {
        _ = try? readLayer(String(text.prefix(length)) + ending)
        _ = try? ModelText(reading: String(text.prefix(length)) + ending)
      }
    }
  }
}
