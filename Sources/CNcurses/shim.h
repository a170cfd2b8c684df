// What Swift cannot reach by itself in <curses.h>: its macros with casts, its globals, and the
// wide-character half of it. Without state on purpose: a `static` variable in a header exists once
// for each object file that includes it.
#ifndef CNCURSES_SHIM_H
#define CNCURSES_SHIM_H

// Must come before <curses.h>, which otherwise hides cchar_t and wadd_wchnstr.
#ifndef NCURSES_WIDECHAR
#define NCURSES_WIDECHAR 1
#endif

#if !__has_include(<curses.h>)
#error "<curses.h> is missing. Debian, Ubuntu: apt-get install libncurses-dev. macOS: brew install ncurses"
#endif

#include <curses.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <wchar.h>

// <term.h> defines several hundred macros with names such as `lines`; these few are enough.
extern int setupterm(const char *_Nullable name, int descriptor, int *_Nullable result);
extern char *_Nullable tigetstr(const char *_Nonnull capability);
extern int tigetflag(const char *_Nonnull capability);
extern char *_Nullable tiparm(const char *_Nonnull format, ...);

// <wchar.h> keeps it to itself unless told that X/Open is wanted.
extern int wcwidth(wchar_t character);

// One name for a window: WINDOW is a complete type on Linux and an opaque one on macOS, so that
// Swift would see two different pointer types.
typedef WINDOW *NcursesWindow;

// Globals, which Swift 6 refuses as shared mutable state.
static inline NcursesWindow _Nullable cn_standard_window(void) { return stdscr; }
static inline NcursesWindow _Nullable cn_current_window(void) { return curscr; }
static inline int cn_colors(void) { return COLORS; }
static inline FILE *_Nonnull cn_standard_input(void) { return stdin; }
static inline FILE *_Nonnull cn_standard_output(void) { return stdout; }

// Attributes: macros with a cast, which Swift does not import.
enum {
  CN_BOLD = A_BOLD,
  CN_UNDERLINE = A_UNDERLINE,
  CN_REVERSE = A_REVERSE,
};

// One character with its attributes and its colour pair. setcchar wants the pair by pointer as
// soon as it does not fit into a short.
static inline cchar_t cn_cell(wchar_t character, attr_t attributes, int pair) {
  cchar_t cell = {0};
  const wchar_t text[2] = {character, 0};
  setcchar(&cell, text, attributes, (short)(pair > 32767 ? 32767 : pair), &pair);
  return cell;
}

// What ncurses asks the terminal to report of the mouse; the masks are macros with casts.
static inline mmask_t cn_mouse_mask(void) {
  return BUTTON1_PRESSED | BUTTON4_PRESSED | BUTTON5_PRESSED | REPORT_MOUSE_POSITION;
}

// Capabilities with parameters. (tiparm is variadic; what it gives lasts until the next call.)
static inline const char *_Nullable cn_cursor_motion(const char *_Nonnull cup, int row, int column) {
  return tiparm(cup, row, column);
}
static inline const char *_Nullable cn_mouse_mode(const char *_Nonnull xm, int wanted) {
  return tiparm(xm, wanted);
}
static inline const char *_Nullable cn_clipboard_command(
    const char *_Nonnull ms, const char *_Nonnull base64) {
  return tiparm(ms, "c", base64);
}

// The size of the terminal behind a descriptor, 0 by 0 where it has none. (ioctl is variadic.)
static inline struct winsize cn_window_size(int descriptor) {
  struct winsize size = {0};
  if (ioctl(descriptor, TIOCGWINSZ, &size) != 0) {
    size.ws_row = 0;
    size.ws_col = 0;
  }
  return size;
}

// The number of bytes that can be read at once, or -1. (FIONREAD has another type on macOS.)
static inline int cn_readable_bytes(int descriptor) {
  int count = 0;
  return ioctl(descriptor, FIONREAD, &count) == 0 ? count : -1;
}

#endif
