/// Reads a message of Protocol Buffers field by field: what is not wanted is passed over without
/// being read.
///
/// Source: protobuf.dev/programming-guides/encoding.
struct WireReader {
  enum Value {
    case number(UInt64)
    /// Text, packed numbers or another message.
    case bytes(Range<Int>)
    case fixed32(UInt32)
    case fixed64(UInt64)
  }

  /// Where a file does not hold what it promises.
  struct Fault: Error {
    let sentence: Sentence
    let place: Int
  }

  let bytes: WireBytes
  private(set) var place: Int
  private let end: Int
  /// The part that was read last: to ask ``WireBytes`` for each byte is slow.
  private var window: WireBytes.Window

  init(_ bytes: WireBytes) { self.init(bytes, in: 0..<bytes.count) }

  /// The message in a part of the bytes, as a field has it.
  init(_ bytes: WireBytes, in part: Range<Int>) {
    (self.bytes, place, end) = (bytes, part.lowerBound, part.upperBound)
    window = bytes.window
  }

  var isAtEnd: Bool { place >= end }

  /// The next field; `nil` at the end of the message.
  mutating func next() throws(Fault) -> (field: UInt64, value: Value)? {
    guard !isAtEnd else { return nil }
    let start = place
    let key = try varint()
    guard (1..<1 << 29).contains(key >> 3) else { throw Fault(sentence: .noField, place: start) }
    switch key & 7 {
    case 0: return (key >> 3, .number(try varint()))
    case 1: return (key >> 3, .fixed64(try fixed(8, from: start)))
    case 2: return (key >> 3, .bytes(try take(try varint(), from: start)))
    case 5: return (key >> 3, .fixed32(UInt32(truncatingIfNeeded: try fixed(4, from: start))))
    default: throw Fault(sentence: .noField, place: start)
    }
  }

  /// A number of 7 bits a byte, the lowest first; at most 64 bits are in 10 bytes.
  mutating func varint() throws(Fault) -> UInt64 {
    let start = place
    var number: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 70, by: 7) {
      guard !isAtEnd else { throw Fault(sentence: .fieldPastEnd, place: start) }
      if !window.holds(place..<place + 1) { window = try bytes.window(on: place..<place + 1) }
      let byte = window.bytes[place - window.start]
      place += 1
      number |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return number }
    }
    throw Fault(sentence: .noField, place: start)
  }

  /// A number of some bytes, the lowest first.
  private mutating func fixed(_ count: UInt64, from start: Int) throws(Fault) -> UInt64 {
    try number(in: try take(count, from: start))
  }

  private mutating func take(_ count: UInt64, from start: Int) throws(Fault) -> Range<Int> {
    guard count <= UInt64(end - place) else { throw Fault(sentence: .fieldPastEnd, place: start) }
    defer { place += Int(count) }
    return place..<place + Int(count)
  }
}

extension WireReader {
  /// The text in a part of the bytes, or its beginning: nobody gives names that are longer.
  func text(_ part: Range<Int>) throws(Fault) -> String {
    String(decoding: try bytes[part.prefix(4096)], as: UTF8.self)
  }

  /// Adds the whole numbers of one field: packed into bytes, or one alone.
  func addIntegers(_ value: Value, to numbers: inout [Int]) throws(Fault) {
    switch value {
    case .number(let number): numbers.append(Int(truncatingIfNeeded: number))
    case .bytes(let part):
      var reader = WireReader(bytes, in: part)
      while !reader.isAtEnd { numbers.append(Int(truncatingIfNeeded: try reader.varint())) }
    case .fixed32, .fixed64: break
    }
  }

  /// Numbers of some bytes each, the lowest byte first; the rest of the bytes is left.
  func fixed(_ part: Range<Int>, width: Int) throws(Fault) -> [UInt64] {
    let last = part.upperBound - part.count % width
    var numbers: [UInt64] = []
    for place in stride(from: part.lowerBound, to: last, by: width) {
      numbers.append(try number(in: place..<place + width))
    }
    return numbers
  }

  private func number(in part: Range<Int>) throws(Fault) -> UInt64 {
    try bytes[part].reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }
}
