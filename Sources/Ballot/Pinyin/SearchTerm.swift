/// One word of what somebody typed to find a person; all words have to fit.
enum SearchTerm: Equatable {
  /// Chinese characters: of the name or of the group.
  case characters(String)
  /// Pinyin or its first letters, small, without marks.
  case letters([UInt8])
  /// A roll number, the end of an ID number, or a group's number.
  case digits(String)
  /// The end of an ID number that ends with X.
  case identityTail(String)
  /// A group: `3组`, `3z`, `三组`, as `GroupName.identity` spells it.
  case group(String)

  /// The words of a query, separated by spaces.
  static func terms(of query: String) -> [SearchTerm] {
    CellText.clean(query).split { $0.isWhitespace || $0 == "，" || $0 == "," }.map { SearchTerm(String($0)) }
  }

  private init(_ word: String) {
    let digits = word.prefix { $0.isASCII && $0.isNumber }
    let rest = word.dropFirst(digits.count)
    switch (digits.isEmpty, rest.isEmpty) {
    case (false, true): self = .digits(word)
    case (false, false): self = SearchTerm(digits: String(digits), rest: rest)
    default: self = SearchTerm(words: word)
    }
  }

  private init(digits: String, rest: Substring) {
    switch rest.lowercased() {
    case "x" where digits.count >= 2: self = .identityTail(digits + "X")
    case "z", "zu": self = .group("\(digits)组")
    case "s", "she": self = .group("\(digits)社")
    case "d", "dui": self = .group("\(digits)队")
    default: self = .group(GroupName(rawValue: digits + rest).identity)
    }
  }

  private init(words word: String) {
    let letters = word.lowercased().unicodeScalars.compactMap(SearchTerm.letter)
    if letters.count == word.unicodeScalars.count {
      self = .letters(letters.filter { $0 != UInt8(ascii: "'") })
    } else {
      self = .characters(word)
    }
  }

  /// A letter of pinyin: a to z, ü as v; an apostrophe stays to be dropped.
  private static func letter(_ scalar: Unicode.Scalar) -> UInt8? {
    switch scalar {
    case "a"..."z", "'": UInt8(ascii: scalar)
    case "ü": UInt8(ascii: "v")
    case "’": UInt8(ascii: "'")
    default: nil
    }
  }
}
