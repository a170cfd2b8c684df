import ConvArithmetic
import ExplorerViewModel
import Testing

/// Predict, then reveal, at 80×24 and where there is less room.
@Suite struct PredictionPictureTests {
  @Test func `a question hides what follows from the layer`() throws {
    #expect(
      try ExplorerState.after("g1,32,").text == """
         convscope   ConvTranspose2d  (1, 64, 8, 8) → ?                         predict
         hyperparameter      H     W  │ Predict
           batch             1        │
           in_channels      64        │ What is the shape of the output, (N, C_out,
           out_channels     32        │ H_out, W_out)?
           input             8     8  │
           kernel_size       3     3  │ ▸ 1,32,_
           stride            2     2  │
           padding           1     1  │
           dilation          1     1  │
           output_padding    1     1  │
           groups            1        │
           bias            yes        │
                                      │
                                      │
                                      │
                                      │
                                      │
                                      │
                                      │
                                      │
                                      │
                                      │
         Enter answer  g another  G exercises  ? help  Esc leave
        """)
  }

  @Test func `a wrong answer is shown with the misconception that leads to it`() throws {
    #expect(
      try ExplorerState.after("g20,20<Enter>").text == """
         convscope   ConvTranspose2d  (1, 64, 8, 8) → (1, 32, 16, 16)             valid
         hyperparameter      H     W  │ Predict; 0 of 1 right
           batch             1        │
           in_channels      64        │ What is the shape of the output, (N, C_out,
           out_channels     32        │ H_out, W_out)?
           input             8     8  │
           kernel_size       3     3  │ ▸ 20,20
           stride            2     2  │
           padding           1     1  │ Not (1, 32, 20, 20): it is (1, 32, 16, 16).
           dilation          1     1  │ That adds the padding; in a ConvTranspose2d
           output_padding    1     1  │ padding crops the output, so 2p is subtracted.
           groups            1        │   H_out, W_out           20
           bias            yes        │   (i − 1)s + 2p + d(k − 1) + output_padding + 1
                                      │   = (8 − 1)·2 + 2·1 + 1·(3 − 1) + 1 + 1
                                      │
                                      │ How it comes about
                                      │   H_out, W_out           16
                                      │   (i − 1)s − 2p + d(k − 1) + output_padding + 1
                                      │   = (8 − 1)·2 − 2·1 + 1·(3 − 1) + 1 + 1
                                      │   Dumoulin & Visin: R14 (any p, s, a).
                                      │
                                      │
                                      │
         Enter next  g another  G exercises  ? help  Esc leave
        """)
  }

  @Test func `a right answer is shown with its formula and as much of the map as fits`() throws {
    #expect(
      try ExplorerState.after("g1,32,16,16<Enter>").text == """
         convscope   ConvTranspose2d  (1, 64, 8, 8) → (1, 32, 16, 16)             valid
         hyperparameter      H     W  │ Predict; 1 of 1 right
           batch             1        │
           in_channels      64        │ What is the shape of the output, (N, C_out,
           out_channels     32        │ H_out, W_out)?
           input             8     8  │
           kernel_size       3     3  │ ▸ 1,32,16,16
           stride            2     2  │
           padding           1     1  │ Right: (1, 32, 16, 16).
           dilation          1     1  │
           output_padding    1     1  │ How it comes about
           groups            1        │   H_out, W_out           16
           bias            yes        │   (i − 1)s − 2p + d(k − 1) + output_padding + 1
                                      │   = (8 − 1)·2 − 2·1 + 1·(3 − 1) + 1 + 1
                                      │   Dumoulin & Visin: R14 (any p, s, a).
                                      │
                                      │ taps per output cell  1 .  2 =  4 @        16×16
                                      │ ..==..==..==..==..==..==..==....
                                      │ ==@@==@@==@@==@@==@@==@@==@@====
                                      │ ..==..==..==..==..==..==..==....
                                      │ ==@@==@@==@@==@@==@@==@@==@@====
                                      │ ..==..==..==..==..==..==..==....
                                      │ rows 0–4/16, columns 0–15/16
         Enter next  g another  G exercises  ? help  Esc leave
        """)
  }

  @Test func `an exercise says its number, its level and the seed`() throws {
    #expect(
      try ExplorerState.after("G<Up>").text == exercise)
  }

  @Test func `a narrow screen has the layer in the question, and the verdict at once`() throws {
    #expect(
      try ExplorerState.on(50, 12, keys: "g").text == """
         (1, 64, 8, 8) → ?                        predict
         Predict

         nn.ConvTranspose2d(64, 32, 3, stride=2,
         padding=1, output_padding=1) on an input of (1,
         64, 8, 8)

         What is the shape of the output, (N, C_out,
         H_out, W_out)?

         ▸ _  four numbers, or H,W alone
         Enter show it  g another  ? help  Esc leave
        """)
    #expect(
      try ExplorerState.on(50, 12, keys: "g20<Enter>").text == """
         (1, 64, 8, 8) → (1, 32, 16, 16)            valid
         ▸ 20                                       PgUp ▲

         Not (1, 32, 20, 20): it is (1, 32, 16, 16).
         That adds the padding; in a ConvTranspose2d
         padding crops the output, so 2p is subtracted.
           H_out, W_out           20
           (i − 1)s + 2p + d(k − 1) + output_padding + 1
           = (8 − 1)·2 + 2·1 + 1·(3 − 1) + 1 + 1

         How it comes about                         PgDn ▼
         Enter next  g another  ? help  Esc leave
        """)
  }

  @Test func `without Unicode the question and its answer are the same in ASCII`() throws {
    let lines = render(try .on(80, 24, keys: "ggggggg4<Enter>", unicode: false)).lines
    #expect(lines[0].hasPrefix(" convscope   ConvTranspose2d  (1, 64, 8, 8) -> (1, 32, 16, 16)"))
    #expect(lines.contains { $0.hasSuffix("| Right: 4.") })
    #expect(lines.contains { $0.hasSuffix("|   ceil(k_h/s_h)*ceil(k_w/s_w)") })
  }
}

private let exercise = """
   convscope   ConvTranspose2d  (1, 16, 9, 9) → ?                         predict
   hyperparameter      H     W  │ Exercise 2, level 2, seed 1
     batch             1        │
     in_channels      16        │ What is the shape of the weight?
     out_channels      8        │
     input             9     9  │ ▸ _  four numbers
     kernel_size       3     3  │
     stride            2     2  │
     padding           3     3  │
     dilation          2     2  │
     output_padding    0     0  │
     groups            1        │
     bias            yes        │
                                │
                                │
                                │
                                │
                                │
                                │
                                │
                                │
                                │
                                │
   Enter show it  g own layer  G another  ↑/↓ level  ? help  Esc leave
  """
