import Foundation
import Testing

@testable import ExplorerViewModel

/// Whether the colours of all themes can be read, and told apart by colour-blind eyes.
@Suite struct ContrastTests {
  private static let numbersOfColors = [8, 16, 88, 256, 1 << 24]

  /// Lines, bars, and cells that nothing reaches: nobody reads them.
  private static let decoration: Set<Style> = [.line, .bar, .heat0]

  @Test(arguments: numbersOfColors, [Theme.dark, .light, .contrast])
  func `every pair of colours can be read`(colors: Int, theme: Theme) {
    for style in Style.allCases {
      let look = Look(of: style, colors: colors, theme: theme)
      let isOnWhite = theme == .light
      let text = look.foreground.map(Self.color) ?? (isOnWhite ? .black : .white)
      let ground = look.background.map(Self.color) ?? (isOnWhite ? .white : .black)
      let least = Self.decoration.contains(style) ? 3 : 4.5
      #expect(contrast(text, ground) >= least, "\(style)")
    }
  }

  @Test(arguments: Theme.allCases) func `few colours are none`(theme: Theme) {
    for style in Style.allCases {
      for colors in [0, 2, 7] {
        let look = Look(of: style, colors: colors, theme: theme)
        #expect(look.foreground == nil && look.background == nil)
      }
      #expect(
        Look(of: style, colors: 256, theme: .mono) == Look(of: style, colors: 0, theme: theme))
    }
  }

  @Test(arguments: numbersOfColors, [Theme.dark, .light, .contrast])
  func `every style but plain text has a look, and every tap its own`(colors: Int, theme: Theme) {
    let looks = Style.taps.map { Look(of: $0, colors: colors, theme: theme) }
    #expect(looks.count == 9)
    for (index, look) in looks.enumerated() {
      #expect(look.background != nil)
      #expect(!looks[..<index].contains(look))
    }
    for style in [Style.title, .heading, .selected, .focus, .bad, .cursor, .linked, .heat1] {
      #expect(Look(of: style, colors: colors, theme: theme) != Look(), "\(style)")
    }
  }

  @Test(arguments: [Theme.dark, .light, .contrast], Eyes.allCases)
  func `heat rises from dark to light to all eyes`(theme: Theme, eyes: Eyes) {
    let luminances = Style.heat.dropFirst().map {
      eyes.luminance(background(of: $0, theme))
    }
    for (low, high) in zip(luminances, luminances.dropFirst()) { #expect(low < high) }
  }

  @Test(arguments: [Theme.dark, .light, .contrast], Eyes.allCases)
  func `taps are told apart by all eyes`(theme: Theme, eyes: Eyes) {
    let colors = (Style.taps + [.cursor]).map { eyes.lab(background(of: $0, theme)) }
    for (index, one) in colors.enumerated() {
      // A just noticeable difference is 2.3.
      for other in colors[..<index] { #expect(distance(one, other) > 10) }
    }
  }

  private func background(of style: Style, _ theme: Theme) -> SIMD3<Double> {
    Look(of: style, colors: 256, theme: theme).background.map(Self.color) ?? .zero
  }

  private func contrast(_ one: SIMD3<Double>, _ other: SIMD3<Double>) -> Double {
    let luminances = [Eyes.normal.luminance(one), Eyes.normal.luminance(other)].sorted()
    return (luminances[1] + 0.05) / (luminances[0] + 0.05)
  }

  private func distance(_ one: SIMD3<Double>, _ other: SIMD3<Double>) -> Double {
    ((one - other) * (one - other)).sum().squareRoot()
  }

  /// Red, green and blue of a colour, each from 0 to 1.
  ///
  /// Source: xterm's defaults (charproc.c and 256colres.h).
  private static func color(_ index: Int) -> SIMD3<Double> {
    let bytes: SIMD3<Double> =
      switch index {
      case ..<8:
        [
          [0, 0, 0], [205, 0, 0], [0, 205, 0], [205, 205, 0], [0, 0, 238], [205, 0, 205],
          [0, 205, 205], [229, 229, 229],
        ][index]
      case ..<232:
        SIMD3(
          [(index - 16) / 36, (index - 16) / 6 % 6, (index - 16) % 6].map {
            [0, 95, 135, 175, 215, 255][$0]
          })
      default: SIMD3(repeating: Double(8 + 10 * (index - 232)))
      }
    return bytes / 255
  }
}

extension SIMD3<Double> {
  fileprivate static let black = SIMD3(repeating: 0.0)
  fileprivate static let white = SIMD3(repeating: 1.0)
}

/// Eyes without one of the three kinds of cones.
///
/// Source: Machado, Oliveira, Fernandes, A Physiologically-based Model for Simulation of Color
/// Vision Deficiency, 2009, severity 1.
enum Eyes: CaseIterable, Sendable {
  case normal, protan, deutan, tritan

  /// How an sRGB colour looks to them, in linear light.
  private func linear(_ color: SIMD3<Double>) -> SIMD3<Double> {
    let light = SIMD3(
      (0..<3).map {
        color[$0] <= 0.04045 ? color[$0] / 12.92 : pow((color[$0] + 0.055) / 1.055, 2.4)
      })
    let rows: [SIMD3<Double>] =
      switch self {
      case .normal: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
      case .protan:
        [
          [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
          [-0.003882, -0.048116, 1.051998],
        ]
      case .deutan:
        [
          [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
          [-0.011820, 0.042940, 0.968881],
        ]
      case .tritan:
        [
          [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
          [0.004733, 0.691367, 0.303900],
        ]
      }
    return SIMD3(rows.map { ($0 * light).sum() }).clamped(lowerBound: .zero, upperBound: .one)
  }

  /// WCAG 2.2's relative luminance.
  func luminance(_ color: SIMD3<Double>) -> Double {
    (linear(color) * [0.2126, 0.7152, 0.0722]).sum()
  }

  /// CIE 1976 L*a*b* under D65.
  func lab(_ color: SIMD3<Double>) -> SIMD3<Double> {
    let light = linear(color)
    let rows: [SIMD3<Double>] = [
      [0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750],
      [0.0193339, 0.1191920, 0.9503041],
    ]
    let white: SIMD3<Double> = [0.95047, 1, 1.08883]
    let scaled = SIMD3(rows.map { ($0 * light).sum() }) / white
    let f = (0..<3).map {
      scaled[$0] > 0.008856 ? cbrt(scaled[$0]) : 7.787 * scaled[$0] + 16.0 / 116
    }
    return [116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])]
  }
}
