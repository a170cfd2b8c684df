#include "terminal_guard.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

static const int crashes[] = {SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT};
enum { crash_count = sizeof crashes / sizeof *crashes, ending_seconds = 2 };

static volatile sig_atomic_t is_armed;
static volatile sig_atomic_t ending_signal;

static int guarded = -1;
static struct termios modes;
static char reset_text[512];
static size_t reset_count;

static int kept_errors = -1;
static int real_errors = -1;

static struct sigaction crash_actions[crash_count];
static struct sigaction alarm_action;
// The handler of an overflown stack needs another one. SIGSTKSZ is not a constant everywhere.
static char handler_stack[64 * 1024];

// MARK: Only what POSIX calls async-signal-safe

/// Writes, unless that would wait for somebody who does not read.
static void write_soon(int descriptor, const char *bytes, size_t count) {
  while (count > 0) {
    struct pollfd output = {.fd = descriptor, .events = POLLOUT};
    if (poll(&output, 1, 1000) <= 0 || !(output.revents & POLLOUT)) return;
    ssize_t written = write(descriptor, bytes, count);
    if (written < 0 && errno != EINTR) return;
    if (written > 0) {
      bytes += written;
      count -= (size_t)written;
    }
  }
}

static void release_errors(void) {
  if (kept_errors < 0) return;
  // Also closes the last writing end of the pipe.
  dup2(real_errors, STDERR_FILENO);
  char bytes[4096];
  ssize_t count;
  while ((count = read(kept_errors, bytes, sizeof bytes)) > 0)
    write_soon(STDERR_FILENO, bytes, (size_t)count);
  close(kept_errors);
  close(real_errors);
  kept_errors = real_errors = -1;
}

/// Gives the terminal back, at the price of output that it has not taken yet.
static void give_back(bool is_stalled) {
  struct pollfd output = {.fd = guarded, .events = POLLOUT};
  if (is_stalled || poll(&output, 1, 0) <= 0) tcflush(guarded, TCOFLUSH);
  write_soon(guarded, reset_text, reset_count);
  tcsetattr(guarded, TCSANOW, &modes);
  release_errors();
}

static void say_what_happened(int number) {
  static const char before[] = "convscope: internal error (signal ";
  static const char after[] = "), please report it\n";
  const char digits[] = {(char)('0' + number / 10), (char)('0' + number % 10)};
  const size_t leading_zeros = number < 10 ? 1 : 0;
  write_soon(STDERR_FILENO, before, sizeof before - 1);
  write_soon(STDERR_FILENO, digits + leading_zeros, sizeof digits - leading_zeros);
  write_soon(STDERR_FILENO, after, sizeof after - 1);
}

static void restore_crash_actions(void) {
  for (int index = 0; index < crash_count; index++)
    sigaction(crashes[index], &crash_actions[index], NULL);
}

/// Gives the terminal back, and lets the crash go on as if nobody had watched: a fault repeats as
/// soon as the handler returns, into the handler of Swift's backtraces or the end of the program.
static void on_crash(int number, siginfo_t *cause, void *context) {
  (void)context;
  if (is_armed) {
    is_armed = 0;
    // Nobody may be left to read the words.
    signal(SIGPIPE, SIG_IGN);
    give_back(false);
    say_what_happened(number);
  }
  restore_crash_actions();
  struct sigaction usual;
  sigaction(number, NULL, &usual);
  // Without a terminal there is no going on, even where whoever started the program ignores this.
  if (usual.sa_handler == SIG_IGN) signal(number, SIG_DFL);
  // Neither a signal that was sent nor a breakpoint repeats; Linux numbers the former from 0 down.
  if (cause->si_code <= 0 || cause->si_code == SI_USER || number == SIGTRAP) raise(number);
}

static void on_late_ending(int number) {
  (void)number;
  if (!is_armed) return;
  is_armed = 0;
  give_back(true);
  int ending = ending_signal;
  signal(ending, SIG_DFL);
  sigset_t only;
  sigemptyset(&only);
  sigaddset(&only, ending);
  raise(ending);
  sigprocmask(SIG_UNBLOCK, &only, NULL);
  _exit(128 + ending);
}

void terminal_guard_limit_ending(int signal) {
  if (!is_armed) return;
  ending_signal = signal;
  alarm(ending_seconds);
}

// MARK: At the beginning and at the end

static void keep_errors(void) {
  // A file or a pipe shows nothing on the screen.
  if (!isatty(STDERR_FILENO)) return;
  int ends[2];
  if (pipe(ends) != 0) return;
  real_errors = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 0);
  if (real_errors < 0) {
    close(ends[0]);
    close(ends[1]);
    return;
  }
  // A full pipe must not stop whoever complains.
  for (int end = 0; end < 2; end++) fcntl(ends[end], F_SETFL, O_NONBLOCK);
  fcntl(ends[0], F_SETFD, FD_CLOEXEC);
  kept_errors = ends[0];
  dup2(ends[1], STDERR_FILENO);
  close(ends[1]);
}

static void provide_stack(void) {
  stack_t present;
  // Swift's runtime provides one where it is to print backtraces.
  if (sigaltstack(NULL, &present) != 0 || !(present.ss_flags & SS_DISABLE)) return;
  stack_t provided = {.ss_sp = handler_stack, .ss_size = sizeof handler_stack};
  sigaltstack(&provided, NULL);
}

static void install_handlers(void) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  // Nothing else meanwhile: not even SIGTTOU, which setting the modes can cause.
  sigfillset(&action.sa_mask);
  action.sa_flags = SA_ONSTACK;
  action.sa_handler = on_late_ending;
  sigaction(SIGALRM, &action, &alarm_action);
  action.sa_flags |= SA_SIGINFO;
  action.sa_sigaction = on_crash;
  for (int index = 0; index < crash_count; index++)
    sigaction(crashes[index], &action, &crash_actions[index]);
}

int terminal_guard_arm(int terminal, const char *reset, size_t count) {
  if (is_armed || count > sizeof reset_text) {
    errno = EINVAL;
    return -1;
  }
  if (tcgetattr(terminal, &modes) != 0) return -1;
  guarded = terminal;
  memcpy(reset_text, reset, count);
  reset_count = count;
  keep_errors();
  provide_stack();
  install_handlers();
  is_armed = 1;
  return 0;
}

void terminal_guard_disarm(void) {
  if (!is_armed) return;
  is_armed = 0;
  alarm(0);
  restore_crash_actions();
  sigaction(SIGALRM, &alarm_action, NULL);
  release_errors();
}
