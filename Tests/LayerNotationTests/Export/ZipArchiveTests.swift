import Testing

@testable import LayerNotation

/// Zip archives without compression.
@Suite struct ZipArchiveTests {
  @Test func `what is stored is found again, byte by byte`() throws {
    let all = Array(UInt8.min...UInt8.max)
    let archive = ZipArchive.bytes([
      ZipArchive.File(name: "a.xml", content: all),
      ZipArchive.File(name: "b/c", content: []),
      ZipArchive.File(name: "d", content: Array("123456789".utf8)),
    ])
    let files = try StoredZip.files(archive)
    #expect(files == ["a.xml": all, "b/c": [], "d": Array("123456789".utf8)])
  }

  @Test func `the checksum is that of the standard`() {
    // The check value of CRC-32.
    #expect(StoredZip.checksum(Array("123456789".utf8)) == 0xCBF4_3926)
  }

  @Test func `an archive without files is one`() throws {
    #expect(try StoredZip.files(ZipArchive.bytes([])).isEmpty)
  }
}
