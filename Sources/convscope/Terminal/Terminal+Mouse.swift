import CNcurses
import ExplorerViewModel

extension Terminal {
  /// Asks the terminal to report the mouse; text is then selected with Shift held down.
  func startMouse() {
    guard mousemask(cn_mouse_mask(), nil) != 0 else { return }
    // Otherwise a press waits a sixth of a second for its release.
    mouseinterval(0)
    reportDrags(true)
  }

  /// Asks for moves with a button down, too; ncurses asks for presses and the wheel alone.
  func reportDrags(_ wanted: Bool) {
    guard usesMouse, Description.reportsDrags else { return }
    send("\u{1B}[?1002\(wanted ? "h" : "l")")
  }

  /// What the report means that has come; nil for one that means nothing.
  func mouseEvent() -> KeyPress? {
    var report = MEVENT()
    guard getmouse(&report) == OK else { return nil }
    let place = Place(row: Int(report.y), column: Int(report.x))
    let kind: MouseEvent.Kind? =
      switch cn_mouse_meaning(report.bstate) {
      case 1: .press
      case 2: .drag
      case 4: .wheelUp
      case 5: .wheelDown
      default: nil
      }
    return kind.map { .mouse(MouseEvent($0, at: place)) }
  }
}
