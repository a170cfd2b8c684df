extension Lesson {
  /// The built-in lessons, from the first step to the dialects of other libraries; read when they
  /// are first asked for, as a file of a teacher would be.
  package static let builtIn: [Lesson] = builtInFiles.flatMap { (try? read($0)) ?? [] }

  /// The files of the folder, in their order; a new lesson is a file there, and its name here.
  package static var builtInFiles: [[UInt8]] {
    typealias File = PackageResources
    return [
      File.window_lesson, File.padding_lesson, File.stride_lesson, File.dilation_lesson,
      File.scatter_lesson, File.stretch_lesson, File.crop_lesson, File.output_padding_lesson,
      File.overlap_lesson, File.doubling_lesson, File.upsampling_lesson, File.channels_lesson,
      File.counting_lesson, File.dialects_lesson,
    ]
  }
}
