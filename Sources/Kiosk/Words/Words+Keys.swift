import Archive
import Ballot

extension KeyWay {
  /// What people call the way.
  var sentence: Sentence {
    switch self {
    case .recovery: Sentence(zh: "恢复码", en: "recovery code")
    case .passphrase: Sentence(zh: "开机口令", en: "passphrase at the start")
    case .tpm: Sentence(zh: "安全芯片（TPM）", en: "TPM")
    }
  }
}

extension [KeyWay] {
  /// The ways in one line.
  var sentence: Sentence {
    Sentence(
      zh: map(\.sentence.zh).joined(separator: "、"), en: map(\.sentence.en).joined(separator: ", "))
  }
}

extension Failure {
  /// Why keys were not protected or opened.
  init(_ error: KeyProtectionError) {
    switch error {
    case .tooShort(let way, let least):
      self = .unusable(
        "passphraseTooShort", zh: "\(way.sentence.zh)太短，至少 \(least) 个字，密钥没有改动。请换一个。",
        en: "The \(way.sentence.en) needs at least \(least) characters; nothing was changed.")
    case .untypable(let way):
      self = .unusable(
        "passphraseUntypable",
        zh:
          "\(way.sentence.zh)里有开机时打不出的字（那里没有中文输入，打的字也不显示），密钥没有改动。请换一个，只用键盘上的字母、数字和符号。",
        en:
          "The \(way.sentence.en) has characters that cannot be typed where the keys are opened, for nothing is shown there and no Chinese can be entered; nothing was changed. Use the keyboard's letters, digits and signs."
      )
    case .mistyped(let group):
      self = .unusable(
        "recoveryMistyped", zh: "恢复码第 \(group) 组有错字。请对照纸上重新输入这一组。",
        en: "Group \(group) of the recovery code is mistyped. Compare it with the paper and type it again.")
    case .locked:
      self = .refused(
        "keysLocked", zh: "密钥还锁着，这一步没有做。请用 key unlock 输入开机口令或恢复码，再做这一步。",
        en: "The keys are locked; nothing was done. Unlock them with key unlock and do the step again.")
    case .notProtected:
      self = .refused(
        "keysNotProtected", zh: "密钥没有加密保护，不用打开。需要保护时用 key protect。",
        en: "The keys are not protected; there is nothing to open. Protect them with key protect.")
    case .busy:
      self = Failure(
        .fault, "busy",
        Sentence(
          zh: "另一个程序正在改动密钥，没有做任何改动。请稍候再试。",
          en: "Another program is changing the keys; nothing was changed. Wait a moment and try again."))
    case .notVerified:
      self = Failure(
        .fault, "keysNotVerified",
        Sentence(
          zh: "刚写下的密钥文件打不开，已放弃，原来的密钥没有改动。请检查磁盘后再试。",
          en: "What was written did not open again; the keys are as they were. Check the disk and try again.")
      )
    }
  }

  /// Why the TPM did not open or seal the keys.
  init(_ error: TPMError) {
    switch error {
    case .libraryMissing:
      self = Failure(
        .fault, "tpmLibraryMissing",
        Sentence(
          zh: "没有安装安全芯片的程序库（libtss2-esys、libtss2-tctildr），芯片不能用。请安装，或用恢复码 key unlock。",
          en: "tpm2-tss is not installed, so the TPM cannot be used. Install it, or unlock with the code."))
    case .unusablePlace(let place):
      self = .unusable(
        "tpmPlace", zh: "“\(place)”不是安全芯片的位置，应形如 device:/dev/tpmrm0。请核对 --tpm-place。",
        en: "“\(place)” is no place of a TPM, such as device:/dev/tpmrm0. Check --tpm-place.")
    case .unreachable(let place, let code):
      self = Failure(
        .fault, "tpmUnreachable",
        Sentence(
          zh: "找不到安全芯片（\(place)，错误 \(code)）。请在 BIOS 中启用 TPM 2.0，或用恢复码 key unlock。",
          en:
            "No TPM answers at \(place) (code \(code)). Enable TPM 2.0 in the BIOS, or unlock with the code.")
      )
    case .otherTPM:
      self = .refused(
        "tpmOther", zh: "这块安全芯片打不开密钥：芯片被清空过，或者换了主板。请用恢复码 key unlock，再用 key protect 重新绑定芯片。",
        en:
          "This TPM does not open the keys: it was cleared, or the main board is another. Unlock with the recovery code, then key protect again."
      )
    case .refused(let call, let code):
      self = Failure(
        .fault, "tpmRefused",
        Sentence(
          zh: "安全芯片拒绝了操作（\(call)，错误 \(code)）。请重启再试；仍不行时用恢复码 key unlock。",
          en: "The TPM refused \(call) (code \(code)). Restart and try again, or unlock with the code."))
    }
  }

  static func keysWaiting(seconds: Int) -> Failure {
    .refused(
      "keysWaiting", zh: "口令错得太多，请等 \(seconds) 秒再试，这次没有核对。",
      en: "There were too many wrong tries; this one was not looked at. Wait \(seconds) seconds.")
  }

  static func keysNotOpened(wait: Int) -> Failure {
    let more = wait > 0 ? ("，请等 \(wait) 秒", " Wait \(wait) seconds.") : ("", "")
    return .refused(
      "wrongPassphrase", zh: "口令或恢复码不对，密钥没有打开\(more.0)。请核对后再试。",
      en: "Passphrase or recovery code are wrong; the keys stay locked.\(more.1) Check it and try again.")
  }
}
