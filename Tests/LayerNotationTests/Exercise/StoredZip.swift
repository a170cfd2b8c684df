/// A zip archive of stored files as another program takes it apart: from its end, by its directory.
struct StoredZip {
  struct Fault: Error { let reason: String }

  static func files(_ bytes: [UInt8]) throws -> [String: [UInt8]] {
    func number(_ place: Int, _ count: Int) -> Int {
      bytes[place..<place + count].reversed().reduce(0) { $0 << 8 | Int($1) }
    }
    let end = bytes.count - 22
    guard end >= 0, number(end, 4) == 0x0605_4B50, number(end + 20, 2) == 0 else {
      throw Fault(reason: "no end of the directory")
    }
    var (files, place): ([String: [UInt8]], Int) = ([:], number(end + 16, 4))
    for _ in 0..<number(end + 10, 2) {
      guard number(place, 4) == 0x0201_4B50, number(place + 10, 2) == 0 else {
        throw Fault(reason: "no entry of the directory")
      }
      let (size, length) = (number(place + 24, 4), number(place + 28, 2))
      let start = number(place + 42, 4)
      let name = bytes[place + 46..<place + 46 + length]
      guard number(start, 4) == 0x0403_4B50, number(start + 18, 4) == size,
        bytes[start + 30..<start + 30 + length] == name
      else { throw Fault(reason: "the headers differ") }
      let content = Array(bytes[(start + 30 + length)...].prefix(size))
      guard checksum(content) == number(place + 16, 4), number(start + 14, 4) == checksum(content)
      else { throw Fault(reason: "the checksum is wrong") }
      files[String(decoding: name, as: UTF8.self)] = content
      place += 46 + length + number(place + 30, 2) + number(place + 32, 2)
    }
    return files
  }

  /// CRC-32, bit by bit: the remainder of a division by the polynomial.
  static func checksum(_ bytes: [UInt8]) -> Int {
    var remainder: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      remainder ^= UInt32(byte)
      for _ in 0..<8 {
        remainder = remainder & 1 == 1 ? remainder >> 1 ^ 0xEDB8_8320 : remainder >> 1
      }
    }
    return Int(~remainder)
  }
}
