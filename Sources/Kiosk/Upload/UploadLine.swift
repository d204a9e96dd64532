import Archive
import Foundation

/// One bundle of the queue in an answer.
struct UploadLine: Encodable {
  let bundle: String
  let community: String
  let election: String
  let revision: Int
  let kind: String
  let bytes: Int
  let state: String
  let part: Int?
  let parts: Int?
  let attempts: Int?
  let trouble: String?
  /// The receipt as it came, once it was checked.
  let receipt: String?
  /// The receipt's PDF.
  let paper: String?
  private let words: Sentence

  private enum CodingKeys: String, CodingKey {
    case bundle, community, election, revision, kind, bytes, state, part, parts, attempts, trouble, receipt,
      paper
  }

  init(_ entry: UploadEntry, _ uploads: Uploads) throws {
    bundle = entry.bundle.hex
    community = entry.name.community
    election = entry.name.election
    revision = entry.name.revision
    kind = entry.kind.rawValue
    bytes = entry.size
    state = entry.state.code
    if case .sending(let done, let all) = entry.state {
      (part, parts) = (done, all)
    } else {
      (part, parts) = (nil, nil)
    }
    attempts = entry.attempts > 0 ? entry.attempts : nil
    trouble = entry.trouble?.rawValue
    paper = try uploads.paper(of: entry)?.path
    let kept = try uploads.queue.receipt(of: entry)
    receipt = entry.isSettled ? uploads.queue.file(of: entry).path : nil
    let file = entry.name.file(entry.kind)
    let printed = paper.map { Sentence(zh: "请打印 \($0)", en: "Print \($0)") }
    let trouble = entry.trouble.map {
      Sentence(zh: "（上次：\($0.sentence.zh)）", en: "(last time: \($0.sentence.en))")
    }
    let reasons = Sentence(
      zh: kept?.statement.reasons.map(\.zh).joined(separator: "；") ?? "",
      en: kept?.statement.reasons.map(\.en).joined(separator: "; ") ?? "")
    let state =
      switch entry.state {
      case .sealed: Sentence(zh: "还没有上传。", en: "not sent yet.")
      case .sending(let done, let all):
        Sentence(zh: "上传到 \(done)/\(all) 段。", en: "part \(done) of \(all) is sent.")
      case .stored: Sentence(zh: "已上传，等待接收单位的回执。", en: "sent; waiting for the receiver's receipt.")
      case .receipted: Sentence(zh: "已收到并核对回执。", en: "the receipt has come and is good.")
      case .rejected: Sentence(zh: "被退回：\(reasons.zh)。", en: "rejected: \(reasons.en)")
      }
    words =
      Sentence(zh: "\(file)：", en: "\(file):") + state + (trouble ?? Sentence(zh: "", en: ""))
      + (printed ?? Sentence(zh: "", en: ""))
  }

  var sentence: Sentence { words }
}
