/// What a layer with equal weights does to small grey pictures, and the same after a fix.
package struct GreyPicture: Sendable {
  let subject: LayerCase
  let capabilities: Capabilities
  let theme: Theme
  private let fix: LayerCase?
  /// What the fix costs: its products as a multiple of those of the layer.
  private let price: String?
  /// Whether one large picture is preferred to several subjects.
  var isLarge = false

  package init(
    _ pass: ForwardPass, fix: Advice?, _ capabilities: Capabilities, _ theme: Theme
  ) {
    subject = LayerCase(layer: pass.layer, input: pass.input)
    (self.capabilities, self.theme, self.fix) = (capabilities, theme, fix?.subject)
    price = fix.map { "; products \($0.pass.times(.usefulMultiplications, of: pass))" }
  }

  /// Whether two values fit in one place, as half blocks.
  private var isStacked: Bool {
    capabilities.unicode && capabilities.colors >= 256 && theme != .mono
  }

  package func draw(_ size: ScreenSize) -> Frame {
    var frame = Frame(size: size, spelling: capabilities.spelling)
    guard let plan = plan(size) else {
      let reason =
        subject.layer.direction == .transposed
        ? "This layer is too large for small pictures, or the screen too small."
        : "Only a transposed convolution can lay a pattern over a picture."
      frame.write(lines: wrap(reason, width: size.columns, frame.spelling).map { [Span($0)] })
      return frame
    }
    let words = words(plan.layers).map { texts in
      texts.first { frame.spelling.width($0.text) < size.columns }.map { [$0] } ?? texts.suffix(1)
    }
    frame.write(lines: words, row: size.rows - Self.wordRows, column: 1)
    drawHeadings(plan, &frame)
    for (index, subject) in GreyPlane.Subject.allCases.prefix(plan.subjects).enumerated() {
      drawSubject(subject, plan, row: 1 + index * plan.rows, &frame)
    }
    return frame
  }

  // MARK: Where the pictures go

  private struct Plan {
    /// The layer as it is, and fixed.
    let layers: [GreyLayer]
    /// The places of the screen along a value of a picture.
    let scale: Int
    /// The columns of a value at scale 1.
    let width: Int
    /// The rows of a subject, a blank one included.
    let rows: Int
    let subjects: Int
    /// Where each picture begins.
    let columns: [Int]
  }

  private static let largestPlane = 24
  private static let smallestPlane = 3
  private static let wordRows = 2
  private static let nameColumns = 10
  private static let gap = 2

  /// The largest planes that fit, with two subjects if they are of some use, at the largest scale.
  private func plan(_ size: ScreenSize) -> Plan? {
    guard subject.layer.direction == .transposed else { return nil }
    let input = subject.planar.input.size
    let largest = min(Self.largestPlane, input.max() ?? 0)
    for (least, smallest) in [(2, min(largest, Self.smallestPlane)), (1, 1)] {
      for side in stride(from: largest, through: smallest, by: -1) {
        let plane = input.map { min($0, side) }
        let subjects = [subject] + (fix.map { [$0] } ?? [])
        let layers = subjects.compactMap { GreyLayer($0, on: plane) }
        guard layers.count == subjects.count, let plan = plan(layers, size, least) else { continue }
        return plan
      }
    }
    return nil
  }

  private func plan(_ layers: [GreyLayer], _ size: ScreenSize, _ least: Int) -> Plan? {
    let sizes = (layers.first.map { [$0.pass.input.size] } ?? []) + layers.map(\.pass.output.size)
    let (width, stacked) = (isStacked ? 1 : 2, isStacked ? 2 : 1)
    let tall = sizes.map(\.height).max() ?? 0
    let wide = sizes.map(\.width).reduce(0, +) * width
    let roomColumns = size.columns - Self.nameColumns - Self.gap * (sizes.count - 1)
    let roomRows = size.rows - 1 - Self.wordRows
    let rows = { (scale: Int) in (tall * scale + stacked - 1) / stacked + 1 }
    let all = GreyPlane.Subject.allCases.count
    let subjects = min(isLarge ? 1 : all, max(0, roomRows) / rows(1))
    guard subjects >= least, wide > 0, wide <= roomColumns else { return nil }
    var scale = 1
    while rows(scale + 1) * subjects <= roomRows, wide * (scale + 1) <= roomColumns { scale += 1 }
    var columns = [Self.nameColumns]
    for size in sizes {
      columns.append((columns.last ?? 0) + size.width * width * scale + Self.gap)
    }
    return Plan(
      layers: layers, scale: scale, width: width, rows: rows(scale),
      subjects: min(all, roomRows / rows(scale)), columns: columns)
  }

  // MARK: What is seen

  /// What becomes of flat grey, with its numbers; in a long and a short form.
  private func words(_ layers: [GreyLayer]) -> [[Span]] {
    layers.enumerated().map { index, layer in
      let change = index == 0 ? nil : Difference(from: subject, to: fix ?? subject)
      let starts =
        change?.text(width: 60, capabilities.spelling).map { ["\($0): it", "fixed: flat 128"] }
        ?? ["flat grey 128", "now: flat 128"]
      guard let greys = layer.flatInside else {
        return starts.map { Span("\($0) is all border on this plane", .faint) }
      }
      guard greys.lowerBound < greys.upperBound else {
        let prices = [index == 0 ? "" : price ?? "", ""]
        return starts.flatMap { start in
          prices.map { Span("\(start) stays \(greys.upperBound) inside\($0)", .good) }
        }
      }
      let range = "\(greys.lowerBound) to \(greys.upperBound)"
      return [
        Span("\(starts[0]) comes out as \(range): \(layer.pattern)", .notice),
        Span("\(starts[1]) becomes \(range)", .notice),
      ]
    }
  }

  private func drawHeadings(_ plan: Plan, _ frame: inout Frame) {
    let starts = zip(["input", "now", "fixed"], zip(plan.columns, plan.columns.dropFirst()))
    for (name, (start, next)) in starts {
      frame.write(name, row: 0, column: start, style: .heading, width: next - start - 1)
    }
  }

  private func drawSubject(
    _ subject: GreyPlane.Subject, _ plan: Plan, row: Int, _ frame: inout Frame
  ) {
    frame.write(subject.rawValue, row: row, column: 1, style: .faint)
    guard let size = plan.layers.first?.pass.input.size else { return }
    let plane = GreyPlane(subject, size)
    let pictures = [plane.rows] + plan.layers.map { $0.output(plane) }
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
