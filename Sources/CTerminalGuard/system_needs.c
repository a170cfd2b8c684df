// What no program in Swift can do without, said before Swift's runtime begins: it would abort for
// the lack of it, lose the arguments, or overflow its stack, and give a wrong reason or none.
#ifdef __linux__

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/resource.h>
#include <sysexits.h>
#include <unistd.h>

// A model of the deepest nesting takes 384 KiB, without optimisation less than this.
enum { least_stack = 2 * 1024 * 1024 };

static void refuse(const char *reason) {
  static const char name[] = "convscope: ";
  // Nobody is left to be told where even this fails.
  if (write(STDERR_FILENO, name, sizeof name - 1) > 0 &&
      write(STDERR_FILENO, reason, strlen(reason)) > 0) {
  }
  _exit(EX_OSERR);
}

static void check_needs(void) {
  struct rlimit stack;
  if (getrlimit(RLIMIT_STACK, &stack) == 0 && stack.rlim_cur < least_stack)
    refuse("the stack is too small, 2 MiB is needed (ulimit -s 8192)\n");
  // The runtime reads the arguments, and its own place, from there.
  int arguments = open("/proc/self/cmdline", O_RDONLY | O_CLOEXEC);
  if (arguments >= 0)
    close(arguments);
  else if (errno == EMFILE || errno == ENFILE)
    refuse("no file descriptor is free (ulimit -n 64)\n");
  else
    refuse("/proc is not there, which programs in Swift need (mount -t proc proc /proc)\n");
}

// Runs before the initializers of all libraries.
__attribute__((section(".preinit_array"), used)) static void (*const needs)(void) = check_needs;

#endif
