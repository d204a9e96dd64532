/// A text in both languages.
struct Bilingual: Hashable, Sendable {
  let zh: String
  let en: String

  init(_ zh: String, _ en: String) { (self.zh, self.en) = (zh, en) }

  func text(_ language: Language) -> String { language == .zh ? zh : en }
}

extension String {
  /// The text with the five characters that mean something in HTML written as references.
  var escaped: String {
    reduce(into: "") { result, character in
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.append(character)
      }
    }
  }
}
