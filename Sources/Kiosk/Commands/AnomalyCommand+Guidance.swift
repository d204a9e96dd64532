import Archive
import ArgumentParser
import Ballot
import Foundation
import Printing

/// Who decides and with which key; on the guidance body's own machine.
struct SigningOptions: ParsableArguments {
  @Option(help: "U 盘上的密钥文件 / the key file on the stick") var key: String?
  @Option(name: .customLong("passphrase-file"), help: "口令文件，不写则从键盘输入 / else it is asked for")
  var passphraseFile: String?
  @Option(help: "经办人 / the officer who decides") var officer: String?
  @Option(help: "文号 / document number") var number: String?
  @Option(help: "guidanceBody 或 district / on whose behalf") var role = "guidanceBody"
  @Option(help: "有效小时数 / hours for which it stands") var hours = 72
  @Option(help: "输出目录 / output directory") var out = "."

  func signing(_ session: Session) throws -> GuidanceDesk.Signing {
    guard let key, let officer, let number, !officer.isEmpty, !number.isEmpty else {
      throw Failure.usage("--key FILE --officer NAME --number NO")
    }
    guard let role = Authorisation.Role(rawValue: role) else {
      throw Failure.usage("--role guidanceBody|district")
    }
    guard (1...720).contains(hours) else { throw Failure.usage("--hours 1…720") }
    let stick = try StickKey(path: key, passphrase: Passphrase.read(passphraseFile, confirming: false))
    return GuidanceDesk.Signing(
      key: stick.key, role: role, officer: officer, number: number, issued: session.now(), hours: hours)
  }

  /// Signs and writes the decision.
  func decide(
    _ desk: GuidanceDesk, _ decision: Authorisation.Decision, _ session: Session
  ) throws -> Answer {
    let text = try desk.sign(decision, signing(session))
    let request = desk.request.request
    let folder = URL(filePath: out)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let papers = try AnomalyPapers(
      text.paper(request), code: text.symbol, lines: text.lines, in: folder,
      named: "anomaly-\(request.anomaly)-decision", day: session.now().day)
    let screen = try session.output.format == .text ? QRPicture(text.symbol).terminal : []
    return Answer(
      DecisionReport(anomaly: request.anomaly, symbol: text.symbol, lines: text.lines, files: papers),
      desk.text + [
        Sentence(
          zh: "决定已签名。投票站用 anomaly accept 收入：拍照、文件或逐行输入。",
          en: "Signed. The station takes it in with anomaly accept."),
        papers.sentence,
      ] + text.lines.map { Sentence(zh: "  \($0)", en: "  \($0)") } + screen.map { Sentence(zh: $0, en: $0) })
  }
}

private struct DecisionReport: Encodable {
  let anomaly: Int
  let symbol: String
  let lines: [String]
  let files: AnomalyPapers
}

extension AnomalyCommand {
  struct Authorise: KioskCommand {
    static let configuration = CommandConfiguration(
      commandName: "authorise",
      abstract: "指导机构：查看申请，签名授权。For the guidance body: read a request, sign a decision.")
    @Argument(help: "申请码照片、文件或文字 / the request: picture, file or text") var request: String
    @Option(help: "决定，不写则只查看申请 / the decision; without it the request is only shown") var action: String?
    @OptionGroup var signing: SigningOptions

    func perform(_ session: Session) async throws -> Answer? {
      let desk = try GuidanceDesk(reading: request)
      guard let action else { return Answer(RequestView(desk), desk.text) }
      guard let known = AnomalyAction(rawValue: action) else {
        let allowed = desk.request.request.actions.map(\.rawValue)
        throw Failure.unusable(
          "unknownAction", zh: "没有“\(action)”这种决定。可选：\(allowed.joined(separator: "、"))。",
          en: "There is no decision “\(action)”; give one of \(allowed.joined(separator: ", ")).")
      }
      return try signing.decide(desk, .authorise(known), session)
    }
  }

  struct Return: KioskCommand {
    static let configuration = CommandConfiguration(
      commandName: "return", abstract: "指导机构：退回申请。For the guidance body: send a request back.")
    @Argument(help: "申请码照片、文件或文字 / the request: picture, file or text") var request: String
    @Option(help: "退回的理由 / why") var reason: String
    @OptionGroup var signing: SigningOptions

    func perform(_ session: Session) async throws -> Answer? {
      guard !reason.isEmpty, reason.utf8.count <= 255 else { throw Failure.tooLong }
      return try signing.decide(GuidanceDesk(reading: request), .sendBack(reason: reason), session)
    }
  }

  struct Enrol: KioskCommand {
    static let configuration = CommandConfiguration(
      commandName: "enrol",
      abstract: "登记指导机构的公钥（建立选举之前）。Enrol a guidance body's public key, before the election.")
    @Argument(help: "公钥文件（.pub）/ the public key; without it, those enrolled") var file: String?
    @Option(help: "指导机构名称 / its name") var name: String?
    @Option(help: "guidanceBody 或 district / its role") var role = "guidanceBody"
    @Option(help: "同一机构的会签公钥（或文件），一并登记 / the key by which the same body cosigns")
    var witness: String?

    func perform(_ session: Session) async throws -> Answer? {
      let box = try session.box()
      if let file {
        guard let name, !name.isEmpty, name.count <= 60 else { throw Failure.usage("--name NAME") }
        guard let role = Authorisation.Role(rawValue: role), role != .electionCommittee else {
          throw Failure.usage("--role guidanceBody|district")
        }
        let text = String(decoding: try InputFile(file, most: 4096).bytes, as: UTF8.self)
        guard let key = PublicKey(pem: text) else {
          throw Failure.unusable(
            "notAPublicKey", zh: "\(file) 不是公钥文件。请用密钥旁边的 .pub 文件。",
            en: "\(file) is no public key; give the .pub file.")
        }
        let witness = try witness.map(KeyText.witness)
        try box.enrol(GuidanceEnrolled(name: name, role: role, key: key.bytes.hex))
        try witness.map(session.home.enrol)
      }
      return Answer(
        lines: box.state.guidance,
        box.state.guidance.map {
          Sentence(
            zh: "\($0.name)（\($0.role.sentence.zh)）密钥 \(ShortCode.ofKey($0.key))，请与对方核对。",
            en:
              "\($0.name) (\($0.role.sentence.en)), key \(ShortCode.ofKey($0.key)); compare it with the body's own."
          )
        })
    }
  }

  struct KeyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "key", abstract: "指导机构的密钥。Keys of a guidance body.", subcommands: [New.self])
  }

  struct New: KioskCommand {
    static let configuration = CommandConfiguration(
      commandName: "new", abstract: "制作密钥文件，放在 U 盘上。Make a key file on a stick.")
    @Argument(help: "密钥文件 / the key file") var file: String
    @Option(name: .customLong("passphrase-file"), help: "口令文件，不写则从键盘输入 / else it is asked for")
    var passphraseFile: String?

    func perform(_ session: Session) async throws -> Answer? {
      let passphrase = try Passphrase.read(passphraseFile, confirming: true)
      guard passphrase.count >= StickKey.shortestPassphrase else {
        throw Failure.unusable(
          "shortPassphrase", zh: "口令至少 \(StickKey.shortestPassphrase) 个字，没有制作密钥。",
          en: "The passphrase needs at least \(StickKey.shortestPassphrase) characters; nothing was made.")
      }
      let key = try StickKey.make(at: file, passphrase: passphrase)
      let short = ShortCode.ofKey(key.bytes.hex)
      return Answer(
        ["file": file, "public": "\(file).pub", "key": key.bytes.hex, "shortCode": short],
        [
          Sentence(
            zh: "密钥已制作：\(file)；公钥：\(file).pub，编号 \(short)。公钥交投票站登记，密钥和口令分开保管。",
            en:
              "The key is \(file), its public half \(file).pub, number \(short). Have the station enrol the public half."
          )
        ])
    }
  }
}

private struct RequestView: Encodable {
  let box: String
  let election: String
  let anomaly: Int
  let code: String
  let detail: String
  let evidence: [String]
  let actions: [String]
  let asked: String
  let shortCode: String

  init(_ desk: GuidanceDesk) {
    let request = desk.request.request
    box = request.box
    election = request.election.rawValue
    anomaly = request.anomaly
    code = request.code.rawValue
    detail = request.detail
    evidence = request.evidence
    actions = request.actions.map(\.rawValue)
    asked = request.asked.description
    shortCode = desk.request.short
  }
}
