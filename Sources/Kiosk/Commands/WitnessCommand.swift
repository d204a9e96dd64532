import Archive
import ArgumentParser
import Ballot
import Foundation

struct WitnessCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "witness", abstract: "会签（镇街用）。Cosign a box's checkpoint; for the supervisor.",
    subcommands: [Init.self, Cosign.self])

  struct Init: KioskCommand {
    static let configuration = CommandConfiguration(
      commandName: "init", abstract: "建立会签密钥。Make the witness's key.")
    @Option(help: "存放密钥的目录 / directory of the key") var dir: String
    @Option(help: "名称，如 street-500112001 / name") var name: String

    func perform(_ session: Session) async throws -> Answer? {
      let witness = try WitnessCommand.open(dir, name: name)
      return Answer(
        ["vkey": witness.key.vkey],
        [
          Sentence(
            zh: "会签公钥（请各投票站用 key witness 登记）：",
            en: "The witness's key, to be enrolled on the boxes with key witness:"
          ), Sentence(zh: witness.key.vkey, en: witness.key.vkey),
        ])
    }
  }

  struct Cosign: KioskCommand {
    static let configuration = CommandConfiguration(
      commandName: "cosign", abstract: "核对并会签一份请求。Check a request and cosign it.")
    @Argument(help: "请求文件 / the request") var request: String
    @Option(help: "存放密钥的目录 / directory of the key") var dir: String
    @Option(help: "第一次：该机的公钥或公钥文件 / the box's key, the first time") var kiosk: String?
    @Option(help: "会签写到哪里 / where the answer goes") var out: String?

    func perform(_ session: Session) async throws -> Answer? {
      let bytes = try InputFile(request, most: SignedNote.sizeLimit).bytes
      guard let asked = try? WitnessRequest(parsing: String(decoding: bytes, as: UTF8.self)) else {
        throw Failure(WitnessRefusal.malformed)
      }
      let witness = try WitnessCommand.open(dir, name: nil)
      let time = UInt64(max(0, session.now().seconds))
      let note: SignedNote
      do {
        note = try witness.cosign(asked, from: try kiosk.map(KeyText.read), at: time)
      } catch let refusal as WitnessRefusal {
        throw Failure(refusal)
      }
      let text = note.description
      if let out { try Data(text.utf8).write(to: URL(filePath: out), options: .atomic) }
      return Answer(["checkpoint": text], [Sentence(zh: text, en: text)])
    }
  }

  private static func open(_ directory: String, name: String?) throws -> Witness {
    do {
      return try Witness(directory: URL(filePath: directory), name: name)
    } catch let refusal as WitnessRefusal {
      throw Failure(refusal)
    }
  }
}

extension Failure {
  fileprivate init(_ refusal: WitnessRefusal) {
    let zh =
      switch refusal {
      case .noKey: "这个目录里没有会签密钥。请先 witness init。"
      case .malformed: "这不是会签请求。请在投票站的机器上用 journal request 重新生成。"
      case .unknownBox(let name): "不认识机器“\(name)”。请当面核对它的公钥，并用 --kiosk 给出。"
      case .signatureWrong(let name): "检查点的签名不是“\(name)”登记的密钥签的，没有会签。换过密钥的，请当面核对后用 --kiosk 给出新公钥。"
      case .otherStart(let seen, let asked):
        "上次会签到第 \(seen) 条，请求却从第 \(asked) 条起，没有会签。请先把上次的会签交回那台机器，再重新生成请求。"
      case .rewritten(let size): "日志前 \(size) 条与上次会签的不同：日志被改动过！没有会签。请封存那台机器并立即查处。"
      }
    let code =
      switch refusal {
      case .noKey: "noWitnessKey"
      case .malformed: "notARequest"
      case .unknownBox: "unknownBox"
      case .signatureWrong: "signatureWrong"
      case .otherStart: "otherStart"
      case .rewritten: "logRewritten"
      }
    self.init(.refused, code, Sentence(zh: zh, en: refusal.description))
  }
}
