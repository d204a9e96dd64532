import ArgumentParser

/// The languages a message to a person can be in.
enum Language: String, CaseIterable, Codable, Sendable, ExpressibleByArgument {
  case zh
  case en
}

/// One message to a person in both languages: what happened, and what to do.
///
/// Both halves are arguments of the initialiser, so a message without one of them does not compile.
struct Sentence: Hashable, Sendable {
  let zh: String
  let en: String

  init(zh: String, en: String) {
    self.zh = zh
    self.en = en
  }

  func text(in language: Language) -> String {
    switch language {
    case .zh: zh
    case .en: en
    }
  }

  /// The two sentences one after the other.
  static func + (left: Sentence, right: Sentence) -> Sentence {
    Sentence(zh: left.zh + right.zh, en: left.en + " " + right.en)
  }
}
