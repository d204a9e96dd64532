import Archive
import Ballot
import Printing

/// Lays a bulletin or a form out: the template's words under the head, with the seal and the foot.
struct PaperLayout {
  private let entry: PaperEntry
  private let facts: PaperFacts
  private let date: Day
  private let correcting: Correction?

  init(_ entry: PaperEntry, _ facts: PaperFacts, date: Day, correcting: Correction?) {
    self.entry = entry
    self.facts = facts
    self.date = date
    self.correcting = correcting
  }

  func paper(seal: Picture?) throws -> Paper {
    guard let template = try PaperTemplate(entry.code) else { throw PDFError.drawing(entry.code) }
    let markup = template.render(facts.written)
    let issuer = facts["issuer"]?.string ?? ""
    let signature = PaperMarkup.Signature(issuer: issuer, date: date.chinese, seal: seal)
    let paper = Paper(
      title: markup.title, masthead: masthead(issuer), blocks: markup.blocks(signed: signature),
      size: markup.size ?? (entry.isBulletin ? 16 : 13), smallest: entry.isBulletin ? 14 : nil, footer: footer
    )
    return corrected(paper)
  }

  /// The paper, said to be a correction where it is one.
  func corrected(_ paper: Paper) -> Paper {
    guard correcting != nil else { return paper }
    var paper = paper
    paper.title += "（更正）"
    paper.blocks = note + paper.blocks
    return paper
  }

  private func masthead(_ issuer: String) -> Paper.Masthead? {
    guard entry.isBulletin else { return nil }
    return Paper.Masthead(issuer: issuer, number: facts["documentNumber"]?.string ?? "")
  }

  private var note: [Block] {
    guard let correcting else { return [] }
    return [.paragraph("本公告更正\(correcting.document)。更正原因：\(correcting.reason)。以本公告为准，原公告同时保留。")]
  }

  private var footer: String {
    guard entry.isBulletin else { return entry.version }
    let digest = Digest.of(facts.json.canonical).hex.prefix(16)
    return "\(entry.version)　规则包 \(facts["pack"]?.string ?? "—")　内容摘要 \(digest)"
  }
}

extension PaperFacts {
  /// The facts with days as people write them.
  var written: JSON {
    var members = members
    for (name, value) in members where PaperCatalogue.standard.field(name)?.type == .day {
      if let day = value.string.flatMap({ Day(iso: $0) }) { members[name] = .string(day.chinese) }
    }
    return .object(members)
  }

  /// The facts with the totals that follow from rows.
  func withTotals(_ paper: PaperEntry) -> PaperFacts {
    var facts = self
    func rows(_ name: String) -> [JSON] { facts[name]?.elements ?? [] }
    facts["hasReserves"] = .bool(!rows("reserves").isEmpty)
    facts["hasElected"] = .bool(!rows("elected").isEmpty)
    if !rows("proxies").isEmpty { facts["proxiesTotal"] = .integer(rows("proxies").count) }
    let representatives = rows("representatives")
    if !representatives.isEmpty {
      facts["representativesTotal"] = .integer(representatives.count)
      facts["representativesWomen"] = .integer(representatives.count { $0["sex"]?.string == "女" })
    }
    if let yes = facts["votesFor"]?.integer, let present = facts["present"]?.integer, paper.code == "B35" {
      facts["resignationOutcome"] = .string(yes * 2 > present ? "赞成人数超过到会人数的半数，接受辞职" : "赞成人数未超过到会人数的半数，不接受辞职")
    }
    return facts
  }
}
