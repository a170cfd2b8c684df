import ConvArithmetic

/// The operations of one sample by loops: every channel, place and tap, term by term.
///
/// A cell keeps how many terms it received; each term but the first is an addition. All cells of
/// the result are kept, cropped ones too, so that nominal and useful work are counted in one go.
struct NaiveLedger: Equatable {
  var multiplications = 0
  var additions = 0
  var biasAdditions = 0
  var usefulMultiplications = 0
  var usefulAdditions = 0
  var usefulBiasAdditions = 0
}

extension NaiveLedger {
  /// One output cell, which may lie in the crop.
  private struct Cell: Hashable {
    let channel: Int
    let row: Int
    let column: Int
  }

  init(_ naive: NaiveLayer) {
    var (terms, usefulTerms): ([Cell: Int], [Cell: Int]) = ([:], [:])
    for channel in naive.outChannelsOfFilters {
      naive.forEachProduct { row, column, isUseful in
        let cell = Cell(channel: channel, row: row, column: column)
        multiplications += 1
        terms[cell, default: 0] += 1
        guard isUseful else { return }
        usefulMultiplications += 1
        usefulTerms[cell, default: 0] += 1
      }
    }
    additions = terms.values.map { $0 - 1 }.reduce(0, +)
    usefulAdditions = usefulTerms.values.map { $0 - 1 }.reduce(0, +)
    guard naive.subject.layer.bias else { return }
    for channel in 0..<naive.subject.layer.outChannels {
      for row in 0..<naive.output.height {
        for column in 0..<naive.output.width {
          biasAdditions += 1
          let cell = Cell(channel: channel, row: row, column: column)
          if usefulTerms[cell] != nil { usefulBiasAdditions += 1 }
        }
      }
    }
  }

  /// What convscope says of one sample, as plain numbers where they fit.
  init(_ counts: LayerQuantities<Count>) throws {
    func plain(_ count: Count) throws -> Int {
      guard let number = Int(exactly: count) else { throw Unexpected() }
      return number
    }
    multiplications = try plain(counts[.multiplications])
    additions = try plain(counts[.additions])
    biasAdditions = try plain(counts[.biasAdditions])
    usefulMultiplications = try plain(counts[.usefulMultiplications])
    usefulAdditions = try plain(counts[.usefulAdditions])
    usefulBiasAdditions = try plain(counts[.usefulBiasAdditions])
  }

  /// The same for a batch.
  func times(_ samples: Int) -> NaiveLedger {
    NaiveLedger(
      multiplications: samples * multiplications, additions: samples * additions,
      biasAdditions: samples * biasAdditions,
      usefulMultiplications: samples * usefulMultiplications,
      usefulAdditions: samples * usefulAdditions,
      usefulBiasAdditions: samples * usefulBiasAdditions)
  }

  var total: Int { multiplications + additions + biasAdditions }
  var usefulTotal: Int { usefulMultiplications + usefulAdditions + usefulBiasAdditions }
}
