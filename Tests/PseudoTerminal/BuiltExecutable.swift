import Glibc

/// The path of an executable of this package, built together with the tests.
package func builtExecutable(_ name: String) -> String {
  var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
  let count = readlink("/proc/self/exe", &buffer, buffer.count)
  let bytes = buffer.prefix(max(0, count)).map(UInt8.init(bitPattern:))
  let tests = String(decoding: bytes, as: UTF8.self)
  let directory = tests.split(separator: "/", omittingEmptySubsequences: false).dropLast()
  return (directory + [name[...]]).joined(separator: "/")
}
