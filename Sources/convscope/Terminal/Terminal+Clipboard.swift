#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension Terminal {
  /// Puts text on the clipboard of whoever sits at the terminal, also over ssh (OSC 52).
  func copy(_ text: String) {
    let base64 = Data(text.utf8).base64EncodedString()
    guard let command = Description.clipboardCommand(base64: base64) else { return }
    send(command)
  }
}
