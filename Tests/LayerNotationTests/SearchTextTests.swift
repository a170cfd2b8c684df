import LayerNotation
import Testing

@Suite struct SearchTextTests {
  @Test(arguments: [
    ("U-Net up-conv 1", "unet"), ("U-Net up-conv 1", "u-net"), ("U-Net up-conv 1", "UPCONV"),
    ("ResNet-50 stem", "resnet50"), ("ResNet-50 stem", "stem resnet"),
    ("Inception-v3 Mixed_6b 1×7", "1x7"), ("Mixed_6b 1×7", "mixed6b"), ("1x7", "1×7"),
    ("Dollár et al. 2014", "dollar"), ("DOLLAR", "dollár"), ("Dolla\u{301}r", "dollar"),
    ("Ärger", "arger"), ("naïve", "NAIVE"), ("ПРИВЕТ", "привет"), ("128→256", "128→256"),
    ("padding=(0, 3)", "padding=(0,"), ("anything", ""), ("anything", "  "), ("aab", "ab"),
    ("anything", "-"),
  ])
  func `a text has the words that a person types for it`(text: String, words: String) {
    #expect(SearchWords(words).match(SearchText(text)))
  }

  @Test(arguments: [
    ("U-Net up-conv 1", "unet 2"), ("U-Net", "u net x"), ("ResNet", "resnets"), ("", "a"),
    ("abc", "ca"), ("Straße", "strase"), ("ab", "abc"),
  ])
  func `a text does not have other words`(text: String, words: String) {
    #expect(!SearchWords(words).match(SearchText(text)))
  }

  @Test func `no words are found everywhere`() {
    #expect(SearchWords(" \t").isEmpty)
    #expect(SearchWords("-").isEmpty)
    #expect(!SearchWords("a").isEmpty)
  }
}
