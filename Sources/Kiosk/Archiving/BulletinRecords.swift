import Archive
import Ballot
import Foundation

/// Bulletins and their postings as rows, and what of them goes into which bundle.
struct BulletinRecords {
  private let box: Box
  private let election: ElectionState

  init(_ box: Box, _ election: ElectionState) {
    self.box = box
    self.election = election
  }

  /// A bulletin a row; the facts of those with voters' names are not told here.
  static let bulletinColumns: [BundleTable.Column] = [
    .init("code", .text, zh: "公告编号", en: "bulletin code"),
    .init("number", .integer, zh: "序号", en: "running number"),
    .init("sha256", .digest, zh: "内容摘要", en: "hash of the bulletin"),
    .init("title", .text, zh: "标题", en: "title"),
    .init("document", .text, zh: "发文字号", en: "number on the paper", isOptional: true),
    .init("issued_on", .date, zh: "发布日期", en: "day of issue", isOptional: true),
    .init("corrects", .integer, zh: "更正的公告序号", en: "number of the bulletin it corrects", isOptional: true),
    .init("restricted", .boolean, zh: "是否只在内部包", en: "whether only the restricted bundle has it"),
    .init("retention", .text, zh: "保管期限", en: "how long it is kept"),
    .init("fields_sha256", .digest, zh: "各项内容的摘要", en: "hash of its facts", isOptional: true),
    .init("fields", .text, zh: "各项内容（JSON）", en: "its facts as JSON", isOptional: true),
  ]

  func bulletinRows() throws -> [[String: JSON]] {
    try election.bulletins.map { bulletin in
      let paper = PaperCatalogue.standard[bulletin.code]
      let isPublic = share(bulletin) == .public
      let fields = isPublic && bulletin.data != nil ? try box.facts(of: bulletin).json.canonical : nil
      return [
        "code": .string(bulletin.code), "number": .integer(bulletin.number),
        "sha256": .string(bulletin.digest), "title": .string(paper?.title ?? bulletin.code),
        "document": bulletin.document.map(JSON.string) ?? .null,
        "issued_on": election.issuedOn[bulletin.number].map { .string($0.description) } ?? .null,
        "corrects": election.corrections[bulletin.number].map { .integer($0.corrects) } ?? .null,
        "restricted": .bool(!isPublic),
        "retention": .string(paper?.retention.value.rawValue ?? "permanent"),
        "fields_sha256": bulletin.data.map(JSON.string) ?? .null, "fields": fields.map(JSON.string) ?? .null,
      ]
    }
  }

  /// A place where a bulletin hung a row.
  static let postingColumns: [BundleTable.Column] = [
    .init("number", .integer, zh: "公告序号", en: "number of the bulletin"),
    .init("place", .text, zh: "张贴地点", en: "where it hung"),
    .init("posted_on", .date, zh: "张贴日期", en: "since when"),
    .init("removed_on", .date, zh: "撤下日期", en: "until when", isOptional: true),
    .init("posted_picture", .digest, zh: "张贴照片的摘要", en: "hash of the photograph", isOptional: true),
    .init(
      "removed_picture", .digest, zh: "撤下照片的摘要", en: "hash of the photograph when taken down",
      isOptional: true),
  ]

  func postingRows() -> [[String: JSON]] {
    election.postings.map { posting in
      [
        "number": .integer(posting.number), "place": .string(posting.place),
        "posted_on": .string(posting.posted.description),
        "removed_on": posting.removed.map { .string($0.description) } ?? .null,
        "posted_picture": posting.postedPicture.map(JSON.string) ?? .null,
        "removed_picture": posting.removedPicture.map(JSON.string) ?? .null,
      ]
    }
  }

  /// The PDFs of one bundle, by their paths; each bulletin is in exactly one.
  func papers(for share: BundleShare) throws -> [String: BundleFile] {
    var files: [String: BundleFile] = [:]
    for bulletin in election.bulletins where self.share(bulletin) == share {
      let name = "\(bulletin.code)-\(bulletin.number)"
      files["电子档案/\(election.plan.day.year)/选举/\(name).pdf"] = .data(try blob(bulletin.digest))
      if share == .restricted, let data = bulletin.data {
        files["其他/bulletins/\(name).json"] = .data(try blob(data))
      }
    }
    return files
  }

  /// The photographs of the postings; they may show people and stay inside.
  func photographs() throws -> [String: BundleFile] {
    var files: [String: BundleFile] = [:]
    for digest in election.postings.flatMap({ [$0.postedPicture, $0.removedPicture] }).compactMap({ $0 }) {
      let bytes = try blob(digest)
      files["其他/postings/\(digest).\(bytes.first == 0x89 ? "png" : "jpg")"] = .data(bytes)
    }
    return files
  }

  private func share(_ bulletin: BulletinIssued) -> BundleShare {
    PaperCatalogue.standard[bulletin.code]?.share ?? .public
  }

  private func blob(_ hash: String) throws -> [UInt8] {
    guard let digest = Digest(hex: hash), let bytes = try box.blobs.get(digest) else {
      throw Failure.lostBlob
    }
    return bytes
  }
}
