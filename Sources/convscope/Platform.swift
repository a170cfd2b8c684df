// The C library of the platform, for every file of the program.
#if canImport(Glibc)
  @_exported import Glibc
#else
  @_exported import Darwin
#endif
