@testable import ExplorerViewModel
import Testing

/// The styles beside `looks.txt`, which has the looks of each in their order.
@Suite struct StyleTableTests {
  @Test func `the rows of the table are the styles, in their order`() {
    let names = Look.rows.dropFirst().map { row in
      String(decoding: row.prefix { $0 != UInt8(ascii: " ") }, as: UTF8.self)
    }
    #expect(names == Style.allCases.map { "\($0)" })
  }

  @Test(arguments: [("tap", Style.taps), ("heat", Style.heat), ("grey", Style.greys)])
  func `styles in a rising order are all those of their name`(name: String, styles: [Style]) {
    #expect(styles == Style.allCases.filter { "\($0)".hasPrefix(name) })
  }
}
