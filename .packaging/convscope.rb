# A formula for Homebrew. NOT TRIED: no Mac has built convscope yet.
#
# It builds from the repository itself: brew install --HEAD ./.packaging/convscope.rb, after the
# address below is that of the repository.
class Convscope < Formula
  desc "Interactive terminal explorer of convolution arithmetic"
  homepage "https://example.org/convscope"
  head "https://example.org/convscope.git", branch: "main"

  depends_on xcode: ["26.0", :build]
  depends_on "ncurses"

  def install
    system "swift", "build", "--disable-sandbox", "-c", "release", "--product", "convscope"
    bin.install ".build/release/convscope"
    generate_completions_from_executable(
      bin/"convscope", "--generate-completion-script", shells: [:bash, :zsh, :fish],
    )
    (man1/"convscope.1").write Utils.safe_popen_read(bin/"convscope", "manual", "--man")
  end

  test do
    layer = ["--op", "conv2d", "--input", "1,3,8,8", "--kernel-size", "3"]
    assert_match "(1, 3, 6, 6)", shell_output("#{bin}/convscope report #{layer.join(" ")}")
  end
end
