import CNcurses

extension Terminal {
  /// Asks the terminal to report the mouse; text is then selected with Shift held down.
  func startMouse() {
    guard mousemask(cn_mouse_mask(), nil) != 0 else { return }
    reportDrags(true)
  }

  /// Asks for moves with a button down, too; ncurses asks for presses and the wheel alone.
  func reportDrags(_ wanted: Bool) {
    guard usesMouse, Description.reportsDrags else { return }
    send("\u{1B}[?1002\(wanted ? "h" : "l")")
  }
}
