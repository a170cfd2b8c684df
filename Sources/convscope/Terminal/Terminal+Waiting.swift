import CNcurses

extension Terminal {
  struct Wake {
    var signals: [Int32] = []
    /// Whether the terminal is gone; it will never send another key.
    var hasHungUp = false
  }

  /// Waits for a key, a signal or the end of the terminal, so many milliseconds at most; without any
  /// timer where that is `nil`.
  func wait(_ patience: Int?) -> Wake {
    guard !isCutOff else { return Wake(hasHungUp: true) }
    var watched = [
      pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
      pollfd(fd: signals.descriptor, events: Int16(POLLIN), revents: 0),
    ]
    // Not longer than until a silence of the keyboard means something.
    let limits = [patience, timeToSilence, signals.holdsSignals ? 0 : nil].compactMap(\.self)
    let timeout = limits.min().map { Int32(clamping: max(0, $0)) } ?? -1
    // An interrupted poll has left `revents` as they were: only the signal counts then.
    let count = poll(&watched, nfds_t(watched.count), timeout)
    let events = count > 0 ? Int32(watched[0].revents) : 0
    awaitsAnnouncedInput = events & POLLIN != 0
    // Mostly there is a key and no signal, and nothing is worth asking for.
    let isKeyAlone = count > 0 && watched[1].revents == 0 && !signals.holdsSignals
    return Wake(signals: isKeyAlone ? [] : signals.take(), hasHungUp: isEnd(events))
  }

  /// Whether what `poll` reports means that no key will ever come again.
  private func isEnd(_ events: Int32) -> Bool {
    // Data first: keys typed before the end still count.
    guard events & POLLIN != 0 else { return events & (POLLHUP | POLLERR | POLLNVAL) != 0 }
    return isReadableWithoutBytes && isReadableWithoutBytes
  }

  /// Whether reading would succeed at once with nothing, which is how a file ends.
  ///
  /// Asked twice: typing Ctrl-Z takes the keys before it back, possibly after the first look.
  private var isReadableWithoutBytes: Bool {
    cn_readable_bytes(STDIN_FILENO) <= 0 && StandardInput.isReadable(within: 0)
      && cn_readable_bytes(STDIN_FILENO) <= 0
  }

  /// Whether announced input could not be read because the terminal belongs to others by now, and
  /// the shell that could change that is gone.
  private var isCutOff: Bool {
    guard awaitsAnnouncedInput else { return false }
    let foreground = tcgetpgrp(STDIN_FILENO)
    return foreground > 0 && foreground != getpgrp()
  }
}
