import Foundation

/// The passphrase of a key file: from a file, from the keyboard without showing it, or from a pipe.
enum Passphrase {
  static func read(
    _ file: String?, confirming: Bool, _ question: Sentence = Sentence(zh: "口令", en: "passphrase: ")
  ) throws -> String {
    if let file {
      let bytes = try InputFile(file, most: 4096).bytes
      return String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .newlines)
    }
    guard isatty(STDIN_FILENO) == 1 else { return readLine() ?? "" }
    let passphrase = asked("\(question.zh) / \(question.en)")
    if confirming, asked("再输一次 / again: ") != passphrase {
      throw Failure.unusable(
        "passphrasesDiffer", zh: "两次输入的口令不同，什么也没有改。请重做。",
        en: "The two passphrases differ; nothing was changed.")
    }
    return passphrase
  }

  private static func asked(_ prompt: String) -> String {
    guard let text = unsafe getpass(prompt) else { return "" }
    return unsafe String(cString: text)
  }
}
