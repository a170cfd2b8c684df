/// What a layer with equal weights does to small grey pictures, and the same after a fix and cures.
package struct GreyPicture: Sendable {
  let pass: ForwardPass
  let paths: [GreyPath]
  /// What there may be pictures of, those too large included.
  let names: [GreyPath.Name]
  /// Why there is nothing of others.
  let missing: [String]
  let capabilities: Capabilities
  private let theme: Theme
  /// Whether a large picture is worth more than several subjects.
  var isLarge = false

  package init(
    _ pass: ForwardPass, fix: Advice?, _ capabilities: Capabilities, _ theme: Theme
  ) {
    (self.pass, self.capabilities, self.theme) = (pass, capabilities, theme)
    let cures = Equivalent.all(of: pass)
    // Only a transposed layer has such pictures.
    let isTransposed = pass.layer.direction == .transposed
    paths = isTransposed ? GreyPath.all(pass, fix: fix, cures: cures) : []
    names = GreyPath.names(fix: fix, cures: cures)
    missing = Equivalent.missing(pass)
  }

  /// Whether two values fit in one place, as half blocks.
  private var isStacked: Bool {
    capabilities.unicode && capabilities.colors >= 256 && theme != .mono
  }

  package func draw(_ size: ScreenSize) -> Frame {
    var frame = Frame(size: size, spelling: capabilities.spelling)
    guard let plan = plan(size) else {
      let reason =
        pass.layer.direction == .transposed
        ? "This layer is too large for small pictures, or the screen too small."
        : "Only a transposed convolution can lay a pattern over a picture."
      frame.write(lines: wrap(reason, width: size.columns, frame.spelling).map { [Span($0)] })
      return frame
    }
    let words = words(plan.paths, on: plan.input, size)
    frame.write(lines: words, row: size.rows - words.count, column: 1)
    drawHeadings(plan, &frame)
    for (index, subject) in GreyPlane.Subject.allCases.prefix(plan.subjects).enumerated() {
      drawSubject(subject, plan, row: 1 + index * plan.rows, &frame)
    }
    return frame
  }

  // MARK: Where the pictures go

  private struct Plan {
    let paths: ArraySlice<GreyPath>
    /// The plane before the paths.
    let input: Spatial<Int>
    /// The places of the screen along a value of a picture.
    let scale: Int
    /// The columns of a value at scale 1.
    let width: Int
    /// The rows of a subject, a blank one included.
    let rows: Int
    let subjects: Int
    /// Where each picture begins, and where one more would.
    let columns: [Int]
  }

  private static let largestPlane = 24
  private static let nameColumns = 10
  private static let gap = 2

  /// The largest planes that fit, at the largest scale: of all paths with two subjects if they are
  /// of some use, with one, of ever fewer paths, and of the layer alone at last.
  private func plan(_ size: ScreenSize) -> Plan? {
    let input = pass.input.size.planar(pass.input.size[0])
    let largest = min(Self.largestPlane, input.max() ?? 0)
    let several = stride(from: paths.count, to: 1, by: -1)
    let ways =
      [(paths.count, 2, 3)] + several.map { ($0, 1, 3) } + several.map { ($0, 1, 2) }
      + [(1, 1, 1)]
    for (count, subjects, smallest) in ways where count > 0 && count <= paths.count {
      for side in stride(from: largest, through: max(1, min(smallest, largest)), by: -1) {
        let plane = input.map { min($0, side) }
        guard let plan = plan(paths.prefix(count), plane, size, subjects) else { continue }
        return plan
      }
    }
    return nil
  }

  private func plan(
    _ paths: ArraySlice<GreyPath>, _ input: Spatial<Int>, _ size: ScreenSize, _ least: Int
  ) -> Plan? {
    guard let outputs = paths.map({ $0.size(input) }).complete() else { return nil }
    let sizes = [input] + outputs
    let (width, stacked) = (isStacked ? 1 : 2, isStacked ? 2 : 1)
    // Where each row counts, none is blank after the last subject.
    let roomRows = size.rows - 1 - rowsOfWords(paths, size) + (isLow(size) ? 1 : 0)
    let tall = sizes.map(\.height).max() ?? 0
    let rows = { (scale: Int) in (tall * scale + stacked - 1) / stacked + 1 }
    // Each picture is as wide as its name.
    let columns = { (scale: Int) in
      zip(sizes, headings(paths)).reduce(into: [Self.nameColumns]) { columns, picture in
        let wide = max(picture.0.width * width * scale, picture.1.count)
        columns.append((columns.last ?? 0) + wide + Self.gap)
      }
    }
    let fits = { (scale: Int) in (columns(scale).last ?? 0) - Self.gap <= size.columns }
    let all = GreyPlane.Subject.allCases.count
    let subjects = min(isLarge ? 1 : all, max(0, roomRows) / rows(1))
    guard subjects >= least, fits(1) else { return nil }
    var scale = 1
    while rows(scale + 1) * subjects <= roomRows, fits(scale + 1) { scale += 1 }
    return Plan(
      paths: paths, input: input, scale: scale, width: width, rows: rows(scale),
      subjects: min(all, roomRows / rows(scale)), columns: columns(scale))
  }

  // MARK: What is seen

  private func headings(_ paths: ArraySlice<GreyPath>) -> [String] {
    ["input"] + paths.map(\.name.rawValue)
  }

  private func drawHeadings(_ plan: Plan, _ frame: inout Frame) {
    for (name, column) in zip(headings(plan.paths), plan.columns) {
      frame.write(name, row: 0, column: column, style: .heading)
    }
  }

  private func drawSubject(
    _ subject: GreyPlane.Subject, _ plan: Plan, row: Int, _ frame: inout Frame
  ) {
    frame.write(subject.rawValue, row: row, column: 1, style: .faint)
    let plane = GreyPlane(subject, plan.input)
    let pictures = [plane.rows] + plan.paths.map { $0.output(plane) }
    for (picture, column) in zip(pictures, plan.columns) {
      draw(picture, plan, at: Place(row: row, column: column), &frame)
    }
  }

  private func draw(_ picture: [[Int]], _ plan: Plan, at place: Place, _ frame: inout Frame) {
    for line in 0..<picture.count * plan.scale {
      let row = place.row + (isStacked ? line / 2 : line)
      let greys = picture[line / plan.scale]
      for column in 0..<greys.count * plan.scale * plan.width {
        let grey = greys[column / (plan.scale * plan.width)]
        let step = min(max(0, grey), 255) * (Style.greys.count - 1) / 255
        if isStacked, line % 2 == 1 {
          frame[row, place.column + column].lower = Style.greys[step]
        } else {
          frame[row, place.column + column] =
            isStacked
            ? Cell("▀", style: Style.greys[step], lower: .plain) : Cell(Self.ramp[step])
        }
      }
    }
  }

  /// From dark to light, on a dark screen; a blank would look like nothing at all.
  private static let ramp = Array(".,:;-=+*#".unicodeScalars)
}
