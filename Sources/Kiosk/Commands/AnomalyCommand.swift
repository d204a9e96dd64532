import Archive
import ArgumentParser
import Ballot
import Foundation
import Printing

struct AnomalyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "anomaly", abstract: "异常情况和审核授权。Anomalies and their authorisation.",
    subcommands: [
      List.self, Raise.self, Submit.self, Request.self, Accept.self, Authorise.self, Return.self, Enrol.self,
      KeyCommand.self,
    ])

  struct List: KioskCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "列出异常情况。List the anomalies.")

    func perform(_ session: Session) async throws -> Answer? {
      let box = try session.box()
      try box.noticeDeadlines()
      let lines = try box.election().facts.anomalies.cases.map(CaseLine.init)
      let none = Sentence(zh: "没有异常情况。", en: "There are no anomalies.")
      return Answer(lines: lines, lines.isEmpty ? [none] : lines.map(\.sentence))
    }
  }

  struct Raise: KioskCommand {
    static let configuration = CommandConfiguration(
      commandName: "raise", abstract: "提出异常情况。Raise an anomaly.")
    @Argument(help: "编号 A01–A23 / the code") var code: String
    @Option(help: "情况 / what happened") var detail: String

    func perform(_ session: Session) async throws -> Answer? {
      guard let known = AnomalyCode(rawValue: code.uppercased()) else {
        let all = AnomalyCode.allCases
        throw Failure.unusable(
          "unknownAnomaly",
          zh: "没有“\(code)”这种异常。可选：\(all.map { "\($0.rawValue) \($0.sentence.zh)" }.joined(separator: "、"))。",
          en:
            "There is no anomaly “\(code)”: \(all.map { "\($0.rawValue) \($0.sentence.en)" }.joined(separator: ", "))."
        )
      }
      guard !detail.isEmpty, detail.count <= 200 else { throw Failure.tooLong }
      let box = try session.box()
      try box.checkOpenText(detail)
      try box.carryOut(.raiseAnomaly(known, detail: detail))
      return try box.answer(box.election().facts.anomalies.cases.count)
    }
  }

  struct Submit: KioskCommand {
    static let configuration = CommandConfiguration(
      commandName: "submit", abstract: "附材料上报，打印申请码。Submit with evidence; prints the request.")
    @Argument(help: "异常序号 / the anomaly's number") var number: Int
    @Option(name: .customLong("evidence"), help: "材料照片或扫描件 / papers that show it") var evidence: [String] = []
    @Option(help: "输出目录 / output directory") var out: String?

    func perform(_ session: Session) async throws -> Answer? {
      let box = try session.box()
      let request = try box.submitAnomaly(number, evidence: evidence)
      return try box.answer(request, out: out, session.output)
    }
  }

  struct Request: KioskCommand {
    static let configuration = CommandConfiguration(
      commandName: "request", abstract: "重印申请码。Print the request again.")
    @Argument(help: "异常序号 / the anomaly's number") var number: Int
    @Option(help: "输出目录 / output directory") var out: String?

    func perform(_ session: Session) async throws -> Answer? {
      let box = try session.box()
      return try box.answer(box.request(number), out: out, session.output)
    }
  }

  struct Accept: KioskCommand {
    static let configuration = CommandConfiguration(
      commandName: "accept", abstract: "收入指导机构的决定。Take in a decision: typed, from a file or from a picture.")
    @Option(help: "决定码 / the code as typed") var code: String?
    @Option(help: "决定码照片 / a picture of the code") var image: String?
    @Option(help: "决定码文件 / a file with the code") var file: String?

    func perform(_ session: Session) async throws -> Answer? {
      let box = try session.box()
      let decision = try DecisionText(reading: text()).code
      try box.accept(decision)
      return try box.answer(decision.anomaly)
    }

    private func text() throws -> String {
      if let code { return code }
      if let source = image ?? file {
        guard let text = try CodeSource.text(source, prefix: DecisionText.prefix) else {
          throw Failure.unusable(
            "noDecisionSeen", zh: "\(source) 里没有看到决定码。请把决定码对准镜头重拍，或者改用键盘输入。",
            en: "No decision code seen in \(source). Take the picture again, or type the code.")
        }
        return text
      }
      var lines: [String] = []
      while let line = readLine(), !line.isEmpty { lines.append(line) }
      return lines.joined(separator: "\n")
    }
  }
}

/// One anomaly in a listing.
private struct CaseLine: Encodable {
  let number: Int
  let code: String
  let title: String
  let detail: String
  let authority: String
  let state: String
  let locks: Bool
  let action: String?
  let actions: [String]
  let sentence: Sentence

  private enum CodingKeys: String, CodingKey {
    case number, code, title, detail, authority, state, locks, action, actions
  }

  init(_ found: AnomalyCase) {
    number = found.number
    code = found.code.rawValue
    title = found.code.sentence.zh
    detail = found.detail
    authority = found.authority.rawValue
    locks = found.isLocking
    action = found.authorised?.rawValue
    actions = found.actions.map(\.rawValue)
    state =
      switch found.state {
      case .open: "open"
      case .submitted: "submitted"
      case .authorised: "authorised"
      case .returned: "returned"
      }
    sentence =
      Sentence(
        zh:
          "\(found.isLocking ? "●" : "○") \(found.number) \(found.code.rawValue) \(found.code.sentence.zh)：\(found.detail)　",
        en:
          "\(found.isLocking ? "●" : "○") \(found.number) \(found.code.rawValue) \(found.code.sentence.en): \(found.detail);"
      )
      + found.stateSentence
  }
}

extension Box {
  /// One anomaly as it stands.
  fileprivate func answer(_ number: Int) throws -> Answer {
    guard let found = try election().facts.anomalies[number] else {
      throw Failure(Refusal.anomalyRefused(.noSuchAnomaly(number)))
    }
    let line = CaseLine(found)
    let isLocked = state.anomaliesLock
    let locked = Sentence(
      zh:
        "\(isLocked ? "下一步已锁定，须" : "须")经镇街选举指导机构授权：请在“其他事项”里上报异常（anomaly submit \(number) --evidence 材料）。",
      en:
        "\(isLocked ? "The next step is locked: the" : "The") guidance body has to authorise it. Submit it under “Further steps” (anomaly submit \(number) --evidence PAPER)."
    )
    let needs = found.isLocking && found.state == .open
    return Answer(line, [line.sentence] + (needs ? [locked] : []))
  }

  /// A request on paper, as a picture, as a file, and on the screen.
  fileprivate func answer(_ request: RequestCode, out: String?, _ output: Output) throws -> Answer {
    let number = request.request.anomaly
    let papers = try AnomalyPapers(
      request.paper(election()), code: request.text, lines: [], in: folder(out),
      named: "anomaly-\(number)-request", day: request.request.asked.day)
    let screen = try output.format == .text ? QRPicture(request.text).terminal : []
    return Answer(
      RequestReport(request, papers),
      [
        Sentence(
          zh: "第 \(number) 号异常已上报。核对码 \(request.short)。请把申请码交给镇街选举指导机构（打印、拍照或 U 盘）。",
          en:
            "Anomaly \(number) is submitted; short code \(request.short). Give the request to the guidance body (paper, picture or stick)."
        ), papers.sentence,
      ] + screen.map { Sentence(zh: $0, en: $0) })
  }
}

private struct RequestReport: Encodable {
  let number: Int
  let code: String
  let shortCode: String
  let digest: String
  let request: String
  let files: AnomalyPapers

  init(_ request: RequestCode, _ papers: AnomalyPapers) {
    number = request.request.anomaly
    code = request.request.code.rawValue
    shortCode = request.short
    digest = request.digest.hex
    self.request = request.text
    files = papers
  }
}
