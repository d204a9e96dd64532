import Archive
import ArgumentParser
import Ballot
import Foundation
import Printing

extension KeyCommand {
  struct Code: KioskCommand {
    static let configuration = CommandConfiguration(
      commandName: "code", abstract: "做一个恢复码，不保存。Make a recovery code; it is kept nowhere.")
    @Option(help: "打印用的 PDF，打印后请删除 / a PDF to print and delete") var paper: String?

    func perform(_ session: Session) async throws -> Answer? {
      let code = try RecoverySecret.newCode()
      let shown = Sentence(zh: "恢复码：\(code)", en: "Recovery code: \(code)")
      guard let paper else {
        return Answer(
          ["code": code],
          [
            shown,
            Sentence(
              zh: "请抄在纸上、核对、封存；它不会再显示。接着运行 key protect。",
              en: "Write it down, compare, seal it: it is not shown again. Then run key protect."),
          ])
      }
      try RecoveryPaper(code: code).paper.write(to: paper, created: session.now().day)
      return Answer(
        ["file": paper],
        [
          Sentence(
            zh: "恢复码在 \(paper)。请打印，核对后封存，再删除这个文件；接着运行 key protect。",
            en: "The recovery code is in \(paper). Print it, seal it, delete the file; then run key protect.")
        ])
    }
  }

  struct Protect: KioskCommand {
    static let configuration = CommandConfiguration(
      commandName: "protect", abstract: "给密钥加上保护，或更换打开的办法。Seal the keys, or give sealed ones other ways in.")
    @Option(help: "恢复码所在的文件，不写则输入 / file with the recovery code; else it is asked for")
    var recoveryFile: String?
    @Flag(help: "由本机安全芯片自动打开 / opened by this machine's TPM") var tpm = false
    @Option(help: "安全芯片的位置 / where the TPM is") var tpmPlace = TPM.usualPlace
    @Flag(help: "开机时输入口令打开 / opened by a passphrase at each start") var passphrase = false
    @Option(help: "开机口令所在的文件 / file with that passphrase") var passphraseFile: String?

    func perform(_ session: Session) async throws -> Answer? {
      let box = try session.box()
      try box.requiring(.maintaining)
      let ways = try ways()
      guard let status = try box.protectKeys(ways) else { return nil }
      return Answer(
        KeyStatus(status, isOpen: true),
        [
          Sentence(
            zh: "密钥文件已加密。打开的办法：\(status.ways.sentence.zh)。恢复码请封存在镇街。",
            en:
              "The key files are sealed. Ways in: \(status.ways.sentence.en). Keep the code with the street.")
        ])
    }

    private func ways() throws -> KeyWays {
      let code = try Passphrase.read(
        recoveryFile, confirming: false,
        Sentence(zh: "照纸输入恢复码（不显示）：", en: "Recovery code, from the paper (not shown): "))
      let isAsked = passphrase || passphraseFile != nil
      let typed =
        try isAsked
        ? Passphrase.read(
          passphraseFile, confirming: true,
          Sentence(zh: "新的开机口令（不显示）：", en: "New passphrase for the start (not shown): ")) : nil
      return try KeyWays(
        recovery: RecoverySecret(typed: code), passphrase: typed, tpm: tpm ? TPM(tpmPlace) : nil)
    }
  }

  struct Unlock: KioskCommand {
    static let configuration = CommandConfiguration(
      commandName: "unlock", abstract: "用开机口令或恢复码打开密钥，到关机为止。Open the keys until the machine is switched off.")
    @Option(help: "口令或恢复码所在的文件，不写则输入 / file with either; else it is asked for")
    var passphraseFile: String?

    func perform(_ session: Session) async throws -> Answer? {
      let typed = try Passphrase.read(
        passphraseFile, confirming: false,
        Sentence(zh: "开机口令或恢复码（不显示）：", en: "Passphrase or recovery code (not shown): "))
      let way = try session.box().unlockKeys(RecoverySecret(typed: typed))
      return Answer(
        ["unlocked": way.rawValue],
        [
          Sentence(
            zh: "密钥已用\(way.sentence.zh)打开，到关机为止。",
            en: "The keys were opened by the \(way.sentence.en), until the machine is switched off.")
        ])
    }
  }

  struct Lock: KioskCommand {
    static let configuration = CommandConfiguration(
      commandName: "lock", abstract: "锁上打开的密钥。Lock opened keys again.")

    func perform(_ session: Session) async throws -> Answer? {
      try session.home.lockKeys()
      let opens = try session.home.vault.status()?.ways.contains(.tpm) ?? false
      return Answer(
        ["locked": !opens],
        [
          opens
            ? Sentence(
              zh: "口令打开的密钥已锁上；本机的安全芯片仍会自动打开密钥。",
              en: "What was typed is forgotten; this machine's TPM still opens the keys by itself.")
            : Sentence(zh: "密钥已锁上。", en: "The keys are locked.")
        ])
    }
  }

  struct Status: KioskCommand {
    static let configuration = CommandConfiguration(
      commandName: "status", abstract: "密钥怎样保护。How the keys are protected.")

    func perform(_ session: Session) async throws -> Answer? {
      let status = try session.home.vault.status()
      let isOpen = status == nil || (try? session.home.openVault()) != nil
      let report = KeyStatus(status, isOpen: isOpen)
      return Answer(report, [report.sentence])
    }
  }

  struct Unprotect: KioskCommand {
    static let configuration = CommandConfiguration(
      commandName: "unprotect", abstract: "去掉密钥的保护。Lay the keys open again; they must be unlocked.")

    func perform(_ session: Session) async throws -> Answer? {
      try session.box().unprotectKeys()
      return Answer(
        ["protected": false],
        [
          Sentence(
            zh: "保护已去掉：密钥文件只靠文件权限，谁拿走硬盘谁就有密钥。",
            en: "The protection is gone: whoever takes the disk away has the keys.")
        ])
    }
  }
}

/// How the keys are protected, in one object.
struct KeyStatus: Encodable {
  let protected: Bool
  /// Whether every key file is sealed.
  let complete: Bool
  let ways: [String]
  let tpm: String?
  /// Whether commands can sign now.
  let open: Bool
  let sentence: Sentence

  private enum CodingKeys: String, CodingKey { case protected, complete, ways, tpm, open }

  init(_ status: KeyVault.Status?, isOpen: Bool) {
    protected = status != nil
    complete = status?.isComplete ?? true
    ways = status?.ways.map(\.rawValue) ?? []
    tpm = status?.place
    open = isOpen
    sentence = Self.sentence(status, isOpen)
  }

  private static func sentence(_ status: KeyVault.Status?, _ isOpen: Bool) -> Sentence {
    guard let status else {
      return Sentence(
        zh: "密钥没有加密保护，只靠文件权限。需要时用 key protect。",
        en: "The keys are not protected but for the files' mode. Protect them with key protect.")
    }
    let ways = status.ways.sentence
    let state =
      isOpen
      ? Sentence(zh: "现在开着", en: "open now")
      : Sentence(zh: "现在锁着，请用 key unlock 打开", en: "locked; use key unlock")
    let rest =
      status.isComplete
      ? ("", "")
      : (
        "有的密钥文件还没有加密（中途断过电），下次打开密钥时自动补上。",
        " Some files are not sealed yet; the next opening of the keys does it."
      )
    return Sentence(
      zh: "密钥已加密，打开的办法：\(ways.zh)；\(state.zh)。\(rest.0)",
      en: "The keys are sealed; ways in: \(ways.en); \(state.en).\(rest.1)")
  }
}
