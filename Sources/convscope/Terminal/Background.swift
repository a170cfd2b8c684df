/// The theme for the background that the terminal shows text on: dark or light.
nonisolated enum Background {
  /// What the environment says: `COLORFGBG`, as rxvt and konsole set it.
  ///
  /// Its last field is the number of one of 16 colours; 7 and those from 9 on are light.
  static var inEnvironment: Theme? {
    guard let text = Environment.value(of: "COLORFGBG"),
      let field = text.split(separator: ";").last,
      let number = Int(field), (0..<16).contains(number)
    else { return nil }
    return number == 7 || number > 8 ? .light : .dark
  }

  /// Whether an answer that has begun so can go on with a byte.
  static func canHave(_ byte: UInt8, after bytes: ArraySlice<UInt8>) -> Bool {
    let longest = "11;rgba:ffff/ffff/ffff/ffff".utf8
    guard bytes.count >= 3 else { return longest.dropFirst(bytes.count).first == byte }
    return bytes.count < longest.count && "0123456789abcdefABCDEFrg:/".utf8.contains(byte)
  }

  /// The background of `11;rgb:ffff/ffff/ffff`, with one to four digits a part; `nil` of others.
  static func theme(answer: ArraySlice<UInt8>) -> Theme? {
    let fields = String(decoding: answer, as: UTF8.self).split(separator: ":")
    guard fields.count == 2, ["11;rgb", "11;rgba"].contains(fields[0]) else { return nil }
    let parts = fields[1].split(separator: "/").compactMap { digits -> Double? in
      guard (1...4).contains(digits.count), let value = Int(digits, radix: 16), value >= 0 else {
        return nil
      }
      return Double(value) / Double(1 << (4 * digits.count) - 1)
    }
    guard parts.count >= 3 else { return nil }
    // How bright the parts are beside each other: Rec. 709.
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2] > 0.5 ? .light : .dark
  }
}
