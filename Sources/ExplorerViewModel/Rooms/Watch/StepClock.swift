/// When the next step of the player is due; while nothing plays there is no time to wait for.
///
/// Time is whatever the caller counts from; keys that come meanwhile do not put a step off, and
/// steps that were missed are not made up for.
package struct StepClock: Sendable {
  private var due: Duration?

  package init() {}

  /// Lets the state go on if its time has come.
  package mutating func advance(_ state: inout ExplorerState, at now: Duration) {
    guard let interval = state.timeToNextStep else { return due = nil }
    guard let time = due else { return due = now + interval }
    guard now >= time else {
      // A faster speed takes effect at once.
      return due = min(time, now + interval)
    }
    state.tick()
    guard let next = state.timeToNextStep else { return due = nil }
    // In step with the time that was meant, unless more than one is missed.
    due = time + next > now ? time + next : now + next
  }

  /// The milliseconds until the next step is due, 0 at least; `nil` for no step.
  package func patience(at now: Duration) -> Int? {
    guard let due else { return nil }
    let (seconds, attoseconds) = (due - now).components
    guard seconds >= 0, attoseconds >= 0 else { return 0 }
    // Rounded up: to wake too early would be to wake twice.
    return Int(min(seconds, 3600)) * 1000 + Int(attoseconds / 1_000_000_000_000_000) + 1
  }
}
