/// A tensor of an ONNX file: its name and its sizes, and the numbers of a small one alone.
///
/// Source: `TensorProto` in onnx.proto3.
struct ONNXTensor {
  fileprivate(set) var name = ""
  private(set) var sizes: [Int] = []
  private(set) var type = 0
  /// The numbers, of at most ``mostNumbers``; `nil` where they are more, or kept elsewhere.
  private(set) var numbers: [GraphValue]?

  /// More than any operator takes to say how it works.
  static let mostNumbers = 64

  init(_ whole: WireReader) throws(WireReader.Fault) {
    var (reader, raw, integers, floats) = (whole, Range<Int>?.none, [Int](), [UInt64]())
    while let (field, value) = try reader.next() {
      switch (field, value) {
      case (1, _): try reader.addIntegers(value, to: &sizes)
      case (2, .number(let number)): type = Int(truncatingIfNeeded: number)
      case (4, .bytes(let part)) where part.count <= 4 * Self.mostNumbers:
        floats += try reader.fixed(part, width: 4)
      case (4, .fixed32(let bits)) where floats.count <= Self.mostNumbers:
        floats.append(UInt64(bits))
      case (10, .bytes(let part)) where part.count <= 8 * Self.mostNumbers:
        floats += try reader.fixed(part, width: 8)
      case (5, .number), (7, .number):
        if integers.count <= Self.mostNumbers { try reader.addIntegers(value, to: &integers) }
      case (5, .bytes(let part)), (7, .bytes(let part)):
        // A number has ten bytes at most.
        if part.count <= 10 * Self.mostNumbers { try reader.addIntegers(value, to: &integers) }
      case (8, .bytes(let part)): name = try reader.text(part)
      case (9, .bytes(let part)): raw = part.prefix(8 * Self.mostNumbers)
      default: break
      }
    }
    // Sizes are not negative; what says otherwise has none.
    guard sizes.allSatisfy({ $0 >= 0 }) else { throw .init(sentence: .noField, place: whole.place) }
    let elements = Int(exactly: sizes.elements) ?? .max
    guard elements <= Self.mostNumbers, let width = Self.widths[type] else { return }
    if let raw { floats = try reader.fixed(raw, width: width) }
    let read = raw == nil && !isFloat ? integers.map { .number($0) } : floats.map { number($0) }
    numbers = read.count == elements ? read : nil
  }

  /// The bytes of the types whose numbers say how operators work: float, uint8, int8, int32, int64,
  /// bool and double.
  private static let widths = [1: 4, 2: 1, 3: 1, 6: 4, 7: 8, 9: 1, 11: 8]

  private func number(_ bits: UInt64) -> GraphValue {
    switch type {
    // What a float was written as, such as 0.7, and not its nearest double.
    case 1:
      let number = Float(bitPattern: UInt32(truncatingIfNeeded: bits))
      return .decimal(Double(number.description) ?? Double(number))
    case 11: return .decimal(Double(bitPattern: bits))
    case 3: return .number(Int(Int8(truncatingIfNeeded: bits)))
    case 6: return .number(Int(Int32(truncatingIfNeeded: bits)))
    default: return .number(Int(truncatingIfNeeded: bits))
    }
  }

  private var isFloat: Bool { type == 1 || type == 11 }
}

extension ONNXTensor {
  func named(_ name: String) -> ONNXTensor {
    var tensor = self
    tensor.name = name
    return tensor
  }

  /// The numbers as an operator takes them: one, or a list of them; `nil` of more dimensions.
  var value: GraphValue? {
    guard let numbers, sizes.count <= 1 else { return nil }
    return sizes.isEmpty ? numbers.first : .list(numbers)
  }

  var isWhole: Bool { !isFloat && Self.widths[type] != nil }

  /// Whether its numbers may be learnt: those of floating point in at least one dimension, and
  /// matrices of 8 bits or fewer, as a quantized model has them.
  var isLearnable: Bool {
    Self.floats.contains(type) && !sizes.isEmpty || Self.small.contains(type) && sizes.count > 1
  }

  /// float, float16, double, bfloat16, and those of 8 and 4 bits.
  private static let floats: Set<Int> = [1, 10, 11, 16, 17, 18, 19, 20, 23]
  /// uint8, int8, uint4, int4.
  private static let small: Set<Int> = [2, 3, 21, 22]
}
