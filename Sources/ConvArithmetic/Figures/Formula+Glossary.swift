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
  package static let letters: [(name: String, meaning: String)] = [
    ("i", "input, along an axis"),
    ("i'", "input of a transposed layer, along an axis"),
    ("k", "kernel_size, along an axis"),
    ("s", "stride, along an axis"),
    ("p", "padding at either end of an axis"),
    ("p_before", "padding in front of an axis"),
    ("p_after", "padding after an axis"),
    ("d", "dilation, along an axis"),
    ("a", "output_padding, along an axis"),
    ("output_padding", "cells kept at the end of an axis"),
    ("i_h", "rows of the input"),
    ("i_w", "columns of the input"),
    ("k_h", "rows of the kernel"),
    ("k_w", "columns of the kernel"),
    ("s_h", "stride along the rows"),
    ("s_w", "stride along the columns"),
    ("p_h", "padding above and below"),
    ("p_w", "padding left and right"),
    ("p_before_h", "padding above"),
    ("p_before_w", "padding to the left"),
    ("p_after_h", "padding below"),
    ("p_after_w", "padding to the right"),
    ("d_h", "dilation along the rows"),
    ("d_w", "dilation along the columns"),
    ("output_padding_h", "rows kept at the end"),
    ("output_padding_w", "columns kept at the end"),
    ("gcd(s_h, d_h)", "the common divisor of stride and dilation, along the rows"),
    ("gcd(s_w, d_w)", "the common divisor of stride and dilation, along the columns"),
    ("cropped_h", "products that the padding crops, along the rows"),
    ("cropped_w", "products that the padding crops, along the columns"),
    ("Σc_h", "products that land along the rows"),
    ("Σc_w", "products that land along the columns"),
    ("max c_h", "the most products in a row"),
    ("max c_w", "the most products in a column"),
    ("cells reached", "output cells that some product reaches"),
  ]

  /// What a name means; `nil` for one that no formula has.
  package static func meaning(of name: String) -> String? {
    (glossary + letters).first { $0.name == name }?.meaning
  }
}
