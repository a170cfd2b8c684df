extension PyTorchProblem {
  /// What is wrong, and what would be right, in one sentence, without the place.
  package var message: String {
    switch reason {
    case .noLayer, .tooLong, .notUTF8, .tooDeep, .tooManyModules: textMessage
    case .notALayer, .threeAxes, .lazy, .foreignConvolution, .repetition: classMessage
    case .missing, .unknownArgument, .repeatedArgument, .tooManyArguments, .positionalAfterKeyword:
      argumentMessage
    case .notANumber, .notWhole, .numberTooLarge, .wrongValue, .wrongLength: valueMessage
    case .unclosed(let name): "the parenthesis of \(quoted(name)) is not closed"
    case .unexpected(let text): "\(quoted(text)) does not belong here"
    case .unclosedText: "the text has no closing quote"
    }
  }

  private var textMessage: String {
    switch reason {
    case .tooLong(let bytes, let limit):
      "the text has \(bytes.grouped) bytes; at most \(limit.grouped) are read"
    case .notUTF8: "the text is not UTF-8 here"
    case .tooDeep(let limit):
      "nested deeper than \(limit) parentheses, or names too long; the rest is not read"
    case .tooManyModules(let limit):
      "more than \(limit.grouped) modules; the rest is not read"
    default:
      "there is no layer of torch.nn; write nn.ConvTranspose2d(64, 32, 3), or what print(model) shows"
    }
  }

  private var classMessage: String {
    switch reason {
    case .notALayer(let name, let meant):
      "\(quoted(name)) is none of Conv1d, Conv2d, ConvTranspose1d, ConvTranspose2d"
        + (meant.map { "; \($0) is meant?" } ?? "")
    case .threeAxes(let name): "\(name) has three axes; one and two are explored here"
    case .lazy(let name):
      "\(name) takes in_channels from its first input; print the model after one forward pass"
    case .foreignConvolution(let name):
      "\(quoted(name)) is no class of torch.nn, so its sizes may follow other rules"
    case .repetition(let key): "\(quoted(key)) stands for more than a billion modules"
    default: ""
    }
  }

  private var argumentMessage: String {
    switch reason {
    case .missing(let names, let callee):
      "\(callee) needs \(names.joined(separator: ", "))"
    case .unknownArgument(let name, let callee, let meant):
      "\(callee) has no argument \(quoted(name))" + (meant.map { "; \($0) is meant?" } ?? "")
    case .repeatedArgument(let name): "\(name) is given twice"
    case .tooManyArguments(let callee, let limit):
      "\(quoted(callee)) takes at most \(limit) arguments"
    case .positionalAfterKeyword: "a value without a name cannot follow one with a name"
    default: ""
    }
  }

  private var valueMessage: String {
    switch reason {
    case .notANumber(let argument, let text):
      "\(argument): \(quoted(text)) is not a number; variables have no value here"
    case .notWhole(let argument, let text): "\(argument): \(quoted(text)) is not a whole number"
    case .numberTooLarge(let argument, let text):
      "\(argument): \(quoted(text)) does not fit in 64 bits"
    case .wrongValue(let argument, let text, let expected):
      "\(argument): \(quoted(text)) is not \(expected)"
    case .wrongLength(let argument, let text, 1):
      "\(argument): \(quoted(text)) is not one number; the layer has one axis"
    case .wrongLength(let argument, let text, let axes):
      "\(argument): \(quoted(text)) is not one number, or \(axes) as (h, w)"
    default: ""
    }
  }
}

extension PyTorchProblem: CustomStringConvertible {
  /// The place and the message: `line 3, column 14: kernel_size: 'k' is not a number; …`.
  package var description: String { "line \(line), column \(column): \(message)" }
}

extension PyTorchNote {
  package var text: String {
    switch self {
    case .paddingMode(let mode):
      "padding_mode \(mode) pads with values of the input: sizes are the same, padding is no zeros"
    case .oneAxis(let name): "\(name) is taken as a layer of height 1"
    case .parametrized: "the weight is computed from others; its shape is the same"
    case .unpacked(let text):
      "what \(quoted(text)) holds is not known; arguments that it may set have their defaults"
    }
  }
}

extension SizeGap {
  /// Why the size is not known, as what has to be said.
  package var text: String {
    switch self {
    case .noInput: "the size of the model's input is not given"
    case .severalRoots: "the text does not say which module comes first"
    case .order("", let line): "line \(line) does not say in which order it is applied"
    case .order(let name, let line):
      "\(quoted(name)) in line \(line) does not say in which order its modules are applied"
    case .module(let name, let line):
      "what \(quoted(name)) in line \(line) does to a size is not known"
    case .roundingUnknown(let name, let line):
      "\(name) in line \(line) prints no ceil_mode, and here it makes a difference"
    case .channels(let coming, let taken, let name, let line):
      "\(name) in line \(line) takes \(taken) channels, but \(coming) come"
    case .noOutput(let name, let line): "\(name) in line \(line) has no output for its input"
    }
  }
}
