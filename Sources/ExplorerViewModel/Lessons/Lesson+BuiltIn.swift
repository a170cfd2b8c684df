extension Lesson {
  /// The course, from the first step to networks; read when it is first asked for, as a file of a
  /// teacher would be.
  package static let builtIn: [Lesson] = builtInFiles.flatMap { (try? read($0)) ?? [] }

  /// The same without their screens, which take too long to read for a list: read when it is first
  /// shown.
  package static let outlines: [Lesson] = builtInFiles.flatMap {
    (try? read($0, isOutline: true)) ?? []
  }

  /// The lesson with its screens; those of an outline are read now.
  var whole: Lesson {
    guard screens.isEmpty, let file = Self.builtInFiles[at: number - 1] else { return self }
    return (try? Self.read(file))?.first ?? self
  }

  /// The files of the folder, in their order; a new lesson is a file there, and its name here.
  package static var builtInFiles: [[UInt8]] {
    typealias File = PackageResources
    return [
      File.picture_lesson, File.window_lesson, File.padding_lesson, File.stride_lesson,
      File.channels_lesson, File.eight_screens_lesson, File.scatter_lesson, File.stretch_lesson,
      File.crop_lesson, File.output_padding_lesson, File.overlap_lesson, File.doubling_lesson,
      File.upsampling_lesson, File.cures_lesson, File.dilation_lesson, File.counting_lesson,
      File.dialects_lesson, File.sound_lesson, File.reach_lesson, File.unet_lesson,
      File.decoder_lesson,
    ]
  }
}
