// Gives the terminal back where the program cannot do it any more: after a failed internal check, a
// stray pointer or an overflown stack, and where it is told to end while the terminal takes no more
// output.
//
// In C, because everything here happens in signal handlers, where neither Swift's runtime nor
// ncurses may be used. POSIX alone, without memfd_create and signalfd, so that macOS needs nothing
// else; it has been tried on Linux only.
#ifndef TERMINAL_GUARD_H
#define TERMINAL_GUARD_H

#include <stddef.h>

/// Watches over a terminal that is about to be taken.
///
/// Remembers its modes as they are now. What is written to a standard error that is a terminal is
/// kept back, up to the 64 KiB of a pipe, for it would be drawn into the picture and lost with it.
///
/// `reset` is what must be sent to leave the screen. Returns 0, or -1 with `errno` where `terminal`
/// is none or `reset` is longer than 512 bytes.
int terminal_guard_arm(int terminal, const char *_Nonnull reset, size_t count);

/// Ends the watch, once the terminal has been given back, and prints what was kept back.
void terminal_guard_disarm(void);

/// Gives the program two seconds to end by itself because of a signal; after that the terminal is
/// taken from it, and it ends by that signal. May be called by a signal handler.
void terminal_guard_limit_ending(int signal);

#endif
