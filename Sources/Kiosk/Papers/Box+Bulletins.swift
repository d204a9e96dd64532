import Archive
import Ballot
import Foundation
import Printing

/// A bulletin as it was issued.
struct IssuedBulletin {
  let bulletin: BulletinIssued
  let title: String
  let file: URL
  /// Texts that no installed font can print completely.
  let unprintable: [String]
}

extension Box {
  /// Issues a bulletin without asking for anything: draws it, keeps it, records it.
  func issueBulletin(_ code: String) throws -> URL { try issue(PaperRequest(code)).file }

  /// Issues a bulletin: what may not go on the wall is refused before anything is written.
  func issue(_ request: PaperRequest) throws -> IssuedBulletin {
    let code = request.paper.code
    guard request.paper.isBulletin else { throw Failure.notABulletin(code) }
    try check(.issueBulletin(code: code, digest: ""))
    let number = try election().bulletins.count + 1
    let prepared = try PaperDesk(self).bulletin(request, number: number)
    try prepared.checkForIssue()
    return try keep(prepared, number) { digest, data, document in
      .issueBulletin(
        code: code, digest: digest, data: data, document: document, number: number, today: now().day)
    }
  }

  /// Issues a correction of a bulletin; what is not said anew stands as it was.
  func correct(_ number: Int, _ request: PaperRequest, reason: String) throws -> IssuedBulletin {
    let election = try election()
    guard let corrected = election.bulletins.first(where: { $0.number == number }) else {
      throw Failure(Refusal.noSuchBulletin(number))
    }
    guard !reason.isEmpty, reason.count <= PaperField.longest else { throw Failure.tooLong }
    var request = request
    try request.inherit(facts(of: corrected))
    let next = election.bulletins.count + 1
    let correction = Correction(
      number: number, document: corrected.document ?? election.plan.documentNumber(number), reason: reason)
    let prepared = try PaperDesk(self).bulletin(request, number: next, correcting: correction)
    try prepared.checkForIssue()
    return try keep(prepared, next) { digest, data, document in
      .correctBulletin(
        BulletinCorrected(
          code: corrected.code, number: next, digest: digest, data: data, document: document,
          corrects: number, reason: reason))
    }
  }

  private func keep(
    _ prepared: PreparedPaper, _ number: Int, _ command: (String, String, String) -> Command
  ) throws -> IssuedBulletin {
    let file = try folder(nil).appending(path: "\(prepared.entry.code)-\(number).pdf")
    let unprintable = try prepared.paper.write(to: file.path, created: now().day)
    if prepared.entry.code == "B22" {
      // Beside the paper, for the public board, which has no key to sign with.
      let note = try resultNote(document: prepared.facts["documentNumber"]?.string ?? "")
      try Data(note.description.utf8).write(
        to: file.deletingPathExtension().appendingPathExtension("note"), options: .atomic)
    }
    let pdf = try blobs.put(Array(Data(contentsOf: file)))
    let data = try blobs.put(prepared.bytes)
    try carryOut(command(pdf.hex, data.hex, prepared.facts["documentNumber"]?.string ?? ""))
    guard let bulletin = try election().bulletins.last else { throw Failure.lostBlob }
    return IssuedBulletin(bulletin: bulletin, title: prepared.title, file: file, unprintable: unprintable)
  }

  /// The facts that stand in an issued bulletin; empty for one drawn before facts were kept.
  func facts(of bulletin: BulletinIssued) throws -> PaperFacts {
    guard let hash = bulletin.data, let digest = Digest(hex: hash) else { return PaperFacts() }
    guard let bytes = try blobs.get(digest),
      let members = (try? JSON(parsing: String(decoding: bytes, as: UTF8.self)))?.members
    else { throw Failure.lostBlob }
    return PaperFacts(members)
  }

  /// The bulletin that a code or a running number names: of a code the last one issued.
  func bulletin(_ name: String) throws -> BulletinIssued {
    let bulletins = try election().bulletins
    let found = Int(name).map { number in bulletins.first { $0.number == number } }
    guard let bulletin = found ?? bulletins.last(where: { $0.code == name.uppercased() }) else {
      throw Failure.unusable(
        "noSuchBulletin", zh: "没有发布过公告 \(name)。请用 bulletin list 查看。",
        en: "No bulletin \(name) has been issued. See bulletin list.")
    }
    return bulletin
  }

  /// Where a bulletin's PDF lies.
  func bulletinFile(_ bulletin: BulletinIssued) throws -> URL {
    let file = try folder(nil).appending(path: "\(bulletin.code)-\(bulletin.number).pdf")
    if let digest = Digest(hex: bulletin.digest), let pdf = try blobs.get(digest) {
      let there = try? Data(contentsOf: file)
      if there != Data(pdf) { try Data(pdf).write(to: file, options: .atomic) }
    }
    return file
  }

  /// Keeps a photograph that proves a posting; its hash.
  func keepProof(_ path: String?) throws -> String? {
    guard let path else { return nil }
    let bytes = try InputFile(path, most: InputFile.largestPicture).bytes
    guard bytes.starts(with: [0xff, 0xd8, 0xff]) || bytes.starts(with: [0x89, 0x50, 0x4e, 0x47]) else {
      throw Failure.unusable(
        "notAPicture", zh: "文件 \(path) 不是 JPEG 或 PNG 照片。请重新拍照。",
        en: "\(path) is neither a JPEG nor a PNG picture. Take another photograph.")
    }
    return try blobs.put(bytes).hex
  }
}

extension Failure {
  static func notABulletin(_ code: String) -> Failure {
    .unusable(
      "notABulletin", zh: "\(code) 是表格，不是公告。请用 form print \(code)。",
      en: "\(code) is a form, not a bulletin. Use form print \(code).")
  }

  /// Which fields are still empty: the first in the sentence, all of them in the details.
  static func missingFields(_ names: [String], _ entry: PaperEntry) -> Failure {
    let fields = names.map { (name: $0, field: PaperCatalogue.standard.field($0)) }
    let zh = fields.map { "\($0.field?.zh ?? $0.name)（\($0.name)）" }.joined(separator: "、")
    let en = fields.map { "\($0.field?.en ?? $0.name) (\($0.name))" }.joined(separator: ", ")
    let way: (PaperField?) -> Bool = { $0?.type != .facts }
    let own = fields.contains { way($0.field) }
    return Failure(
      .refused, "fieldsMissing",
      Sentence(
        zh: "公告 \(entry.code)（\(entry.title)）还缺：\(zh)。没有发布。\(own ? "请用 --set 填写后再发布。" : "请先完成前面的步骤。")",
        en:
          "Bulletin \(entry.code) still lacks \(en); it was not issued. \(own ? "Give it with --set." : "Do the steps before it first.")"
      ),
      details: fields.map { name, field in
        FailureDetail(
          row: nil, column: nil, field: name, code: "missing", value: nil,
          sentence: Sentence(zh: "缺：\(field?.zh ?? name)", en: "missing: \(field?.en ?? name)"))
      })
  }

  static func personalData(_ findings: [PersonalData.Finding]) -> Failure {
    let words = findings.map(\.sentence)
    return Failure(
      .refused, "personalData",
      Sentence(
        zh: "公告里有不能公布的内容：\(words.map(\.zh).joined(separator: "、"))。没有发布。请删去后再试。",
        en:
          "It holds what may not be posted: \(words.map(\.en).joined(separator: ", ")). Nothing was issued; take it out and try again."
      ))
  }
}
