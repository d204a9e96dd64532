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
