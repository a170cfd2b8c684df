// The testing library takes a trace of the stack of every error that is thrown, which takes a
// hundred times as long as the throw; laws are tested on many thousands that are expected, and no
// report shows a trace. SWT_SWIFT_ERROR_BACKTRACING_ENABLED=1 takes them all the same.
#include <stdlib.h>

// Runs before the library looks, and leaves alone what is set.
__attribute__((constructor)) static void leave_out_traces(void) {
  setenv("SWT_SWIFT_ERROR_BACKTRACING_ENABLED", "0", 0);
}
