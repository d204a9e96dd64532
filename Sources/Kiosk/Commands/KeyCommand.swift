import Archive
import ArgumentParser
import Ballot
import Foundation
import Printing

struct KeyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "key", abstract: "密钥。The box's keys.",
    subcommands: [
      Show.self, Export.self, Rotate.self, Witness.self, Code.self, Protect.self, Unlock.self, Lock.self,
      Status.self, Unprotect.self,
    ])

  struct Show: KioskCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "显示公钥。Show the public keys.")

    func perform(_ session: Session) async throws -> Answer? {
      let box = try session.box()
      let keys = try box.keys
      let report = KeyReport(
        name: keys.name, vkey: keys.signer.noteKey.vkey, pem: keys.kiosk.publicKey.pem,
        card: keys.card.publicKey.pem, retired: try box.journal.retiredKeys().map { "\($0.key)" },
        witnesses: try session.home.witnesses().map(\.vkey))
      return Answer(report, report.sentences)
    }
  }

  struct Export: KioskCommand {
    static let configuration = CommandConfiguration(
      commandName: "export", abstract: "导出公钥（PEM 和二维码）。Write the public key as text, PEM and a code.")
    @Option(help: "目录 / directory") var out: String

    func perform(_ session: Session) async throws -> Answer? {
      let box = try session.box()
      let folder = URL(filePath: out)
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let keys = try box.keys
      let key = keys.signer.noteKey
      let file = { (name: String) in folder.appending(path: name) }
      try Data("\(key.vkey)\n".utf8).write(to: file("kiosk.vkey"), options: .atomic)
      try Data(key.key.pem.utf8).write(to: file("kiosk.pub.pem"), options: .atomic)
      let paper = NotePaper(
        title: "本机公钥", explanation: "这是“\(key.name)”的公钥，可以公开。请镇街和接收单位当面核对后登记。", text: key.vkey)
      try paper.paper.write(to: file("kiosk-key.pdf").path, created: box.now().day)
      if let sm2 = keys.sm2 {
        try Data(sm2.publicKey.pem.utf8).write(to: file("kiosk.sm2.pub.pem"), options: .atomic)
      }
      let names = ["kiosk.vkey", "kiosk.pub.pem"] + (keys.sm2 == nil ? [] : ["kiosk.sm2.pub.pem"])
      let files = (names + ["kiosk-key.pdf"]).map { file($0).path }
      return Answer(
        ["files": files],
        [Sentence(zh: "公钥已写到 \(folder.path)：", en: "The public key is in \(folder.path):")]
          + files.map { Sentence(zh: "  \($0)", en: "  \($0)") })
    }
  }

  struct Rotate: KioskCommand {
    static let configuration = CommandConfiguration(
      commandName: "rotate", abstract: "更换密钥，记入日志。Give the box a new key.")
    @Option(help: "原因 / reason") var reason: String

    func perform(_ session: Session) async throws -> Answer? {
      guard reason.contains(where: { !$0.isWhitespace }), reason.count <= 200 else {
        throw Failure.usage("--reason TEXT")
      }
      let box = try session.box()
      let facts = try box.rotateKey(reason: reason)
      let vkey = try box.keys.signer.noteKey.vkey
      return Answer(
        ["kioskKey": facts.kioskKey, "previous": facts.previous, "vkey": vkey],
        [
          Sentence(
            zh: "已换新密钥，新旧密钥都已签名并记入日志，旧密钥已销毁。请用 key export 导出新公钥，送镇街和接收单位登记。",
            en:
              "The box has a new key; both keys signed the change, the journal has it, the old key is wiped. Export the new one with key export and have it enrolled."
          ),
          Sentence(zh: vkey, en: vkey),
        ])
    }
  }

  struct Witness: KioskCommand {
    static let configuration = CommandConfiguration(
      commandName: "witness", abstract: "登记镇街的会签公钥。Enrol the supervisor whose cosignatures count.")
    @Argument(help: "公钥或公钥文件 / key text, or a file with it") var key: String

    func perform(_ session: Session) async throws -> Answer? {
      let witness = try KeyText.witness(key)
      try session.box().requiring(.maintaining)
      try session.home.enrol(witness)
      return Answer(
        ["witness": witness.vkey],
        [Sentence(zh: "已登记“\(witness.name)”。", en: "“\(witness.name)” is enrolled.")])
    }
  }
}

private struct KeyReport: Encodable {
  let name: String
  let vkey: String
  let pem: String
  let card: String
  /// The keys that were rotated away, hexadecimal, oldest first.
  let retired: [String]
  let witnesses: [String]

  var sentences: [Sentence] {
    [
      Sentence(zh: "本机 \(name)", en: "This box is \(name)"), Sentence(zh: vkey, en: vkey),
      Sentence(zh: pem, en: pem),
      Sentence(
        zh: "换下的密钥 \(retired.count) 个；登记的会签公钥 \(witnesses.count) 个。",
        en: "\(retired.count) keys were rotated away; \(witnesses.count) witnesses are enrolled."),
    ] + witnesses.map { Sentence(zh: "  \($0)", en: "  \($0)") }
  }
}
