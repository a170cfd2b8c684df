/// A page of the manual, in `convscope.docc`.
nonisolated struct ManualArticle: Sendable {
  /// Its name on the command line, as `convscope.md` lists it.
  let subject: String
  let text: String

  private init(_ subject: String, _ bytes: [UInt8]) {
    (self.subject, text) = (subject, String(decoding: bytes, as: UTF8.self))
  }

  /// The first page, which lists the others.
  static let contents = MainActor.assumeIsolated {
    ManualArticle("", PackageResources.convscope_md)
  }

  static let all = MainActor.assumeIsolated {
    [
      ManualArticle("screen", PackageResources.Screen_md),
      ManualArticle("keys", PackageResources.Keys_md),
      ManualArticle("watch", PackageResources.Watch_md),
      ManualArticle("overlap", PackageResources.Overlap_md),
      ManualArticle("decoder", PackageResources.Decoder_md),
      ManualArticle("design", PackageResources.Design_md),
      ManualArticle("cost", PackageResources.Cost_md),
      ManualArticle("code", PackageResources.Code_md),
      ManualArticle("models", PackageResources.Models_md),
      ManualArticle("networks", PackageResources.Networks_md),
      ManualArticle("presets", PackageResources.Presets_md),
      ManualArticle("lessons", PackageResources.Lessons_md),
      ManualArticle("quiz", PackageResources.Quiz_md),
      ManualArticle("numbers", PackageResources.Numbers_md),
      ManualArticle("command-line", PackageResources.CommandLine_md),
      ManualArticle("report", PackageResources.Report_md),
      ManualArticle("solve", PackageResources.Solve_md),
      ManualArticle("map", PackageResources.Map_md),
      ManualArticle("batch", PackageResources.Batch_md),
      ManualArticle("programs", PackageResources.Programs_md),
      ManualArticle("sharing", PackageResources.Sharing_md),
      ManualArticle("terminal", PackageResources.Terminal_md),
      ManualArticle("installing", PackageResources.Installing_md),
    ]
  }
}
