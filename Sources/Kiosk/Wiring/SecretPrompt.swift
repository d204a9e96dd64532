import Ballot
import Glibc

/// Asks for a PIN or passphrase on the terminal, without showing it.
enum SecretPrompt {
  /// What was typed; nil where nobody can be asked.
  static func ask(_ question: Sentence, in language: Language?) -> String? {
    guard let language, isatty(STDIN_FILENO) == 1, let typed = unsafe getpass(question.text(in: language))
    else { return nil }
    defer { unsafe explicit_bzero(typed, strlen(typed)) }
    return unsafe String(cString: typed)
  }

  /// A new PIN, typed twice; nil where nobody can be asked.
  ///
  /// - Throws: `Failure` when the two differ.
  static func askTwice(for name: String, in language: Language?) throws -> String? {
    let first = ask(
      Sentence(zh: "\(name)的新 PIN 或口令（不显示）：", en: "New PIN or passphrase of \(name) (not shown): "),
      in: language)
    guard let first else { return nil }
    let second = ask(Sentence(zh: "再输一遍：", en: "Again: "), in: language)
    guard first == second else {
      throw Failure.unusable(
        "pinsDiffer", zh: "两遍不一样，没有改。请重来。", en: "They differ; nothing was changed. Try again.")
    }
    return first
  }
}
