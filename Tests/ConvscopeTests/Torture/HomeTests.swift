import PseudoTerminal
import Testing

/// Kind 11: nothing depends on a home.
@Suite struct HomeTests {
  @Test(arguments: [
    [:], ["HOME": ""], ["HOME": "/nonexistent"], ["HOME": "/proc"], ["HOME": "/etc/passwd"],
    ["XDG_CONFIG_HOME": "/nonexistent"], ["XDG_CONFIG_HOME": "/proc"],
    ["XDG_CONFIG_HOME": "/etc/passwd"], ["HOME": "/etc/passwd", "XDG_CONFIG_HOME": "/etc/passwd"],
  ])
  func `the explorer runs with any home or none`(environment: [String: String]) throws {
    let session = try startExplorer(environment: environment)
    try session.waitForFooter()
    session.send("jjlly")
    try session.waitForAnswers()
    try session.quit()
  }
}
