import Ballot
import Foundation
import Printing

/// What a preview answers: the words and the facts, and what is still to be said.
struct PaperReport: Encodable {
  let code: String
  let title: String
  let document: String?
  let missing: [String]
  let fields: JSON
  let text: [String]
  let file: String?

  init(_ prepared: PreparedPaper, file: String?) {
    code = prepared.entry.code
    title = prepared.title
    document = prepared.facts["documentNumber"]?.string
    missing = prepared.missing
    fields = prepared.facts.json
    text = prepared.paper.text
    self.file = file
  }

  /// The words as they stand on the paper, and after them what keeps it from being issued.
  static func text(_ prepared: PreparedPaper) -> [Sentence] {
    var sentences = prepared.paper.text.map { Sentence(zh: $0, en: $0) }
    do { try prepared.checkForIssue() } catch { sentences.append(Failure(error).sentence) }
    return sentences
  }
}

/// What issuing a bulletin answers.
struct BulletinReport: Encodable {
  let code: String
  let number: Int
  let document: String?
  let title: String
  let file: String
  let digest: String
  let unprintable: [String]?

  static func answer(_ issued: IssuedBulletin) -> Answer {
    let bulletin = issued.bulletin
    let report = BulletinReport(
      code: bulletin.code, number: bulletin.number, document: bulletin.document, title: issued.title,
      file: issued.file.path, digest: bulletin.digest,
      unprintable: issued.unprintable.isEmpty ? nil : issued.unprintable)
    var sentences = [
      Sentence(
        zh:
          "已发布 \(bulletin.code)（\(bulletin.document ?? "第 \(bulletin.number) 号")）：\(issued.file.path)。请打印张贴，并用 bulletin post 登记。",
        en:
          "\(bulletin.code) is issued as No. \(bulletin.number): \(issued.file.path). Print and post it, and record that with bulletin post."
      )
    ]
    if !issued.unprintable.isEmpty {
      let words = issued.unprintable.joined(separator: "、")
      sentences.append(
        Sentence(
          zh: "有的字没有字体可印，请手写补上：\(words)",
          en: "No font has some of these characters; write them by hand: \(words)"))
    }
    return Answer(report, sentences)
  }
}

/// One line of `bulletin list`.
struct BulletinLine: Encodable {
  struct Issue: Encodable {
    let number: Int
    let document: String?
    let digest: String
    let issued: String?
    let corrects: Int?
    let postings: [Posting]
  }

  struct Posting: Encodable {
    let place: String
    let posted: String
    let removed: String?
    let pictures: [String]
  }

  let code: String
  let title: String
  let english: String
  let stage: String
  let status: String
  let due: String?
  let until: String?
  let source: String?
  let retention: String
  let issues: [Issue]

  init(_ line: BulletinSchedule.Line, _ election: ElectionState) {
    code = line.paper.code
    title = line.paper.title
    english = line.paper.english
    stage = line.paper.stage.rawValue
    status = line.status.rawValue
    due = line.due?.description
    until = line.until?.description
    source = line.paper.posting?.source
    retention = line.paper.retention.value.rawValue
    issues = election.bulletins.filter { line.numbers.contains($0.number) }.map { Issue($0, election) }
  }
}

extension BulletinLine.Issue {
  init(_ bulletin: BulletinIssued, _ election: ElectionState) {
    self.init(
      number: bulletin.number, document: bulletin.document, digest: bulletin.digest,
      issued: election.issuedOn[bulletin.number]?.description,
      corrects: election.corrections[bulletin.number]?.corrects,
      postings: election.postings.filter { $0.number == bulletin.number }.map { posting in
        BulletinLine.Posting(
          place: posting.place, posted: posting.posted.description, removed: posting.removed?.description,
          pictures: [posting.postedPicture, posting.removedPicture].compactMap { $0 })
      })
  }
}

extension BulletinSchedule.Line {
  /// The line for a screen, and one for each place where it hangs.
  func sentences(_ election: ElectionState) -> [Sentence] {
    let day = due.map { Sentence(zh: "，\($0) 前", en: ", by \($0)") } ?? Sentence(zh: "", en: "")
    let issued = numbers.map(String.init).joined(separator: "、")
    let number =
      numbers.isEmpty ? Sentence(zh: "", en: "") : Sentence(zh: "（第 \(issued) 号）", en: " (No. \(issued))")
    let head = Sentence(
      zh: "\(paper.code) \(paper.title)\(number.zh)：\(status.sentence.zh)\(numbers.isEmpty ? day.zh : "")",
      en: "\(paper.code) \(paper.english)\(number.en): \(status.sentence.en)\(numbers.isEmpty ? day.en : "")")
    return [head] + election.postings.filter { numbers.contains($0.number) }.map(place)
  }

  private func place(_ posting: BulletinPosting) -> Sentence {
    let end =
      posting.removed.map { Sentence(zh: "，\($0) 撤下", en: ", taken down \($0)") }
      ?? until.map { Sentence(zh: "，\($0) 前不要撤下", en: ", leave it until \($0)") } ?? Sentence(zh: "", en: "")
    return Sentence(
      zh: "    \(posting.place)：\(posting.posted) 张贴\(end.zh)",
      en: "    \(posting.place): since \(posting.posted)\(end.en)")
  }
}

/// What `bulletin show` answers.
struct ShownBulletin: Encodable {
  let code: String
  let number: Int
  let document: String?
  let file: String
  let digest: String
  let fields: JSON
}
