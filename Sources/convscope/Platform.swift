// What every file of the program speaks of, and the C library of the platform.
@_exported import ArgumentParser
@_exported import ExplorerViewModel
@_exported import LayerNotation

#if canImport(Glibc)
  @_exported import Glibc
#else
  @_exported import Darwin
#endif
