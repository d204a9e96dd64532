/// The type styles of Chinese official papers.
package enum Typeface: String, Sendable, Hashable, CaseIterable {
  /// 宋: titles and forms.
  case song
  /// 黑: headings and labels.
  case hei
  /// 楷: names, as if written by hand.
  case kai
  /// 仿宋: the body of papers; where FandolFang is not installed, a face between 楷 and 仿宋.
  case fang

  /// The families to try, in order; all but the last are TrueType.
  ///
  /// cairo 1.16 keeps every global subroutine of a CFF font, half a megabyte in each document; TrueType
  /// subsets cost a tenth. So Noto, which has every character, stands last.
  var families: [String] {
    switch self {
    case .song: ["AR PL UMing CN", "BabelStone Han", "Noto Serif CJK SC"]
    case .hei: ["WenQuanYi Zen Hei", "Noto Sans CJK SC"]
    case .kai: ["LXGW WenKai", "Noto Serif CJK SC"]
    case .fang: ["FandolFang", "LXGW WenKai", "Noto Serif CJK SC"]
    }
  }
}
