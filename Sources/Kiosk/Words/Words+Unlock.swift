import Archive
import Ballot

/// What is said where the keys are locked.
extension Sentence {
  static let unlockKeysTitle = Sentence(zh: "打开密钥", en: "Open the keys")
  static let keysAreLocked = Sentence(zh: "密钥锁着", en: "The keys are locked")
  /// What to type, by the ways in that there are.
  static func unlockKeysIntro(_ ways: [KeyWay]?) -> Sentence {
    let code = Sentence(
      zh: "请镇街拿恢复码来，照纸输入，回车；空格和“-”不用输，大小写都可以。打开以后，到关机为止都开着。",
      en:
        "the street brings the recovery code: type it from the paper, without spaces or hyphens, and press Enter. The keys then stay open until the machine is switched off."
    )
    guard ways?.contains(.passphrase) ?? true else { return Sentence(zh: code.zh, en: "Let " + code.en) }
    return Sentence(
      zh: "请输入开机口令，回车。忘了口令的，" + code.zh,
      en: "Type the passphrase of the start and press Enter. If it is forgotten, " + code.en)
  }

  /// Why the TPM did not open the keys, for people who have no shell.
  static func lockedTPM(_ error: TPMError) -> Sentence {
    switch error {
    case .otherTPM:
      Sentence(
        zh: "安全芯片打不开密钥：芯片被清空过，或者换了主板。用恢复码打开以后，请技术人员重新绑定芯片。",
        en:
          "The TPM does not open the keys: it was cleared, or the main board is another. Open them with the recovery code and have the TPM bound anew."
      )
    case .libraryMissing, .unusablePlace, .unreachable, .refused:
      Sentence(
        zh: "安全芯片没有应答，密钥没有自动打开。可以重启一次；仍不行，用恢复码打开，请技术人员检查 BIOS 里的 TPM。",
        en:
          "The TPM did not answer, so the keys were not opened by themselves. Restart once; if that does not help, use the recovery code and have the TPM in the BIOS checked."
      )
    }
  }

  static let unlockKeysPrompt = Sentence(zh: "口令或恢复码（不显示）：", en: "Passphrase or recovery code (not shown): ")
  static let openKeys = Sentence(zh: "打开", en: "open")
  static let openKeysLater = Sentence(zh: "以后再打开", en: "later")
  static let typeAnew = Sentence(zh: "重新输", en: "type anew")
  static let secretMissing = Sentence(
    zh: "请先输入口令或恢复码。", en: "Type the passphrase or the recovery code first.")
  static let unlockKeysHelp = [
    Sentence(
      zh: "密钥锁着时，照样可以查看、找人、验选民证；不能签名，所以不能印选民证、发公告、封存。",
      en:
        "While the keys are locked you can look, search and judge cards, but nothing is signed: no cards, bulletins or bundles."
    ),
    Sentence(
      zh: "输错三次以后要等，再错等得更久，不会锁死。输入的内容不显示，也不记录；每次试过都记在日志里。",
      en:
        "After three wrong tries you have to wait, then longer, but it never locks for good. What is typed is neither shown nor kept; every try is in the journal."
    ),
    Sentence(
      zh: "这里打不出汉字。以前设的口令里有汉字的，用恢复码打开，再请技术人员换一个口令。",
      en:
        "No Chinese can be typed here. Where an older passphrase has some, open the keys with the recovery code and have another one set."
    ),
    Sentence(
      zh: "按 Esc 可以以后再打开：在“选举进度”按 F4，或者到了要签名的一步会再问。",
      en: "Esc puts it off: press F4 at the list of steps, or be asked when something has to be signed."),
  ]
  static let keysWord = Sentence(zh: "密钥 ✗", en: "keys ✗")

  /// How the keys were opened; a recovery code that was used is no secret any more.
  static func keysOpened(_ way: KeyWay) -> Sentence {
    switch way {
    case .passphrase, .tpm:
      Sentence(zh: "✓ 密钥已打开，到关机为止。", en: "✓ The keys are open until the machine is switched off.")
    case .recovery:
      Sentence(
        zh: "✓ 密钥已用恢复码打开。恢复码已经见光，请尽快另做一个。",
        en: "✓ The recovery code opened the keys. It is no secret any more: have a new one made.")
    }
  }
}
