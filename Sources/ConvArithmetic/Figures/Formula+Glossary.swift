extension Formula {
  /// What each name means; the tools' own come last.
  package static let glossary: [(name: String, meaning: String)] = [
    ("N", "samples of the batch, 1 without a batch"),
    ("C_in", "in_channels"),
    ("C_out", "out_channels"),
    ("groups", "groups"),
    ("K", "cells of the kernel, k_h·k_w"),
    ("H_in", "rows of the input"),
    ("W_in", "columns of the input"),
    ("H_out", "rows of the output"),
    ("W_out", "columns of the output"),
    ("A", "additions per filter, Σ(overlap − 1) over the output cells"),
    ("A'", "A of the same layer without output_padding"),
    ("H'", "rows of the output as the tool computes them"),
    ("W'", "columns of the output as the tool computes them"),
    ("U_h", "rows that some product reaches, before the crop"),
    ("U_w", "columns that some product reaches, before the crop"),
  ]

  /// What the letters of an axis mean, and other names of the formulas of questions.
  private static let letters: [(name: String, meaning: String)] =
    [
      ("i", "input, along an axis"),
      ("i'", "input of a transposed layer, along an axis"),
      ("k", "kernel_size, along an axis"),
      ("s", "stride, along an axis"),
      ("p", "padding at either end of an axis"),
      ("p_before", "padding before an axis"),
      ("p_after", "padding after an axis"),
      ("d", "dilation, along an axis"),
      ("a", "output_padding, along an axis"),
      ("output_padding", "cells kept at the end of an axis"),
      ("p_h", "padding above and below"),
      ("p_w", "padding left and right"),
      ("p_before_h", "padding above"),
      ("p_before_w", "padding to the left"),
      ("p_after_h", "padding below"),
      ("p_after_w", "padding to the right"),
      ("cells reached", "output cells that some product reaches"),
    ]
    + rows
    + rows.map {
      ($0.name.replacing("_h", with: "_w"), $0.meaning.replacing("row", with: "column"))
    }

  /// The letters of the rows; those of the columns say the same.
  private static let rows: [(name: String, meaning: String)] = [
    ("i_h", "rows of the input"),
    ("k_h", "rows of the kernel"),
    ("s_h", "stride along the rows"),
    ("d_h", "dilation along the rows"),
    ("output_padding_h", "rows kept at the end"),
    ("gcd(s_h, d_h)", "the common divisor of stride and dilation, along the rows"),
    ("cropped_h", "products that the padding crops, along the rows"),
    ("Σc_h", "products that land along the rows"),
    ("max c_h", "the most products in a row"),
  ]

  /// What a name means; `nil` for one that no formula has.
  package static func meaning(of name: String) -> String? {
    (glossary + letters).first { $0.name == name }?.meaning
  }
}
