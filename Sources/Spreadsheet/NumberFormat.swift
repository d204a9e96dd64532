/// Tells which number formats show days (ECMA-376 part 1, 18.8.30 and 18.8.31).
enum NumberFormat {
  /// The formats that a file need not define: 14 to 17 and 22, and the Chinese ones 27 to 36 and 50 to 58.
  ///
  /// 18 to 21 and 45 to 47 are times; so are 32 to 35 and 55, 56 in Chinese, but those with a day's number
  /// under them are days all the same, so 27 to 36 and 50 to 58 count as dates.
  static func isDate(builtIn id: Int) -> Bool {
    switch id {
    case 14...17, 22, 27...36, 50...58: true
    default: false
    }
  }

  /// Whether a format's code shows a year, a month or a day in its first section.
  static func isDate(code: String) -> Bool {
    let letters = letters(of: code)
    if letters == "general" || letters.hasPrefix("g/") { return false }
    if letters.contains("y") || letters.contains("d") || letters.contains("年") { return true }
    if isEra(letters) { return true }
    return letters.contains("m") && !letters.contains("h") && !letters.contains("s")
  }

  /// `e` is a year, unless it is the exponent of 0.00E+00.
  private static func isEra(_ letters: String) -> Bool {
    letters.contains("e") && !letters.contains("e+") && !letters.contains("e-")
  }

  /// The code's first section in small letters without quoted text, escapes, fillers and brackets.
  private static func letters(of code: String) -> String {
    var kept = ""
    var inside = ""
    var quoted = false
    var bracketed = false
    var skipping = false
    for character in code {
      if skipping {
        skipping = false
      } else if quoted {
        quoted = character != "\""
      } else if bracketed {
        bracketed = character != "]"
        // [h] is hours that do not stop at 24; other brackets are colours, languages and conditions.
        if bracketed {
          inside += character.lowercased()
        } else if inside.allSatisfy("hms".contains) {
          kept += inside
        }
      } else {
        switch character {
        case "\"": quoted = true
        case "[": (bracketed, inside) = (true, "")
        case "\\", "_", "*": skipping = true
        case ";": return kept
        default: kept += character.lowercased()
        }
      }
    }
    return kept
  }
}
