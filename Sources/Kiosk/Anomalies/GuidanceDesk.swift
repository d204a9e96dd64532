import Archive
import Ballot
import Foundation
import Scanner

/// The supervisor's side: reads a request, signs a decision, and needs neither box nor network.
struct GuidanceDesk {
  let request: RequestCode

  /// A request as a picture of its code, a file with its text, or the text itself.
  init(reading source: String) throws {
    guard let text = try CodeSource.text(source, prefix: RequestCode.prefix),
      let request = RequestCode(text: text)
    else {
      throw Failure.unusable(
        "notARequest", zh: "“\(source.prefix(40))”里没有异常审核申请。请核对照片或文件。",
        en: "There is no request in “\(source.prefix(40))”. Check the picture or file.")
    }
    self.request = request
  }

  /// What the request says, for the person who decides.
  var text: [Sentence] {
    let request = self.request.request
    let actions = request.actions.map { "\($0.sentence.zh)（\($0.rawValue)）" }.joined(separator: "、")
    return [
      Sentence(
        zh: "第 \(request.anomaly) 号异常 \(request.code.rawValue) \(request.code.sentence.zh)：\(request.detail)",
        en:
          "Anomaly \(request.anomaly), \(request.code.rawValue) \(request.code.sentence.en): \(request.detail)"
      ),
      Sentence(
        zh:
          "选举 \(request.election.rawValue)，设备 \(ShortCode.ofKey(request.box))，\(request.asked.day) \(request.asked.clock) 上报，材料 \(request.evidence.count) 份",
        en:
          "election \(request.election.rawValue), box \(ShortCode.ofKey(request.box)), asked \(request.asked.day) \(request.asked.clock), \(request.evidence.count) papers"
      ),
      Sentence(
        zh: "核对码 \(self.request.short)（请与投票站电话核对）",
        en: "short code \(self.request.short) (compare it by telephone)"),
      Sentence(
        zh: "可以决定：\(actions)，或者退回。",
        en: "Possible: \(request.actions.map(\.rawValue).joined(separator: ", ")), or send back."),
    ]
  }

  /// Who decides, and how long it stands.
  struct Signing {
    let key: SecretKey
    let role: Authorisation.Role
    let officer: String
    let number: String
    let issued: Instant
    let hours: Int
  }

  /// Signs a decision on the request.
  func sign(_ decision: Authorisation.Decision, _ signing: Signing) throws -> DecisionText {
    let request = self.request.request
    if case .authorise(let action) = decision, !request.actions.contains(action) {
      throw Failure(Refusal.anomalyRefused(.actionNotAllowed(action, allowed: request.actions)))
    }
    let authorisation = Authorisation(
      box: request.box, election: request.election, anomaly: request.anomaly, code: request.code,
      request: self.request.digest.hex, decision: decision, role: signing.role, officer: signing.officer,
      number: signing.number, issued: signing.issued,
      expires: Instant(seconds: signing.issued.seconds + signing.hours * 3600))
    let signature = try signing.key.sign(authorisation.bytes)
    guard
      let code = DecisionCode(authorisation, key: signing.key.publicKey.bytes, signature: signature)
    else { throw Failure.tooLong }
    return DecisionText(code)
  }
}

/// Where the text of a code can come from.
enum CodeSource {
  /// The text with a prefix in an argument, a text file or a picture; nil where there is none.
  static func text(_ source: String, prefix: String) throws -> String? {
    if source.hasPrefix(prefix) { return source }
    let bytes = try InputFile(source, most: InputFile.largestPicture).bytes
    if let text = String(validating: bytes.prefix(1 << 16), as: UTF8.self),
      let line = text.split(whereSeparator: \.isNewline).first(where: { $0.hasPrefix(prefix) })
    {
      return String(line)
    }
    let codes = (try? CodeReader(onlyQR: true).codes(decoding: bytes)) ?? []
    return codes.map(\.text).first { $0.hasPrefix(prefix) }
  }
}
