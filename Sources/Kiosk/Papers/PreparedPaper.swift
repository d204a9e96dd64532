import Archive
import Ballot
import Foundation
import Printing

/// A bulletin or form ready to be looked at, printed or issued: its facts, its words and its layout.
struct PreparedPaper {
  let entry: PaperEntry
  /// Everything that stands in it; the bytes that are hashed and kept are these.
  let facts: PaperFacts
  let paper: Paper
  /// The fields that are still to be said, by name.
  let missing: [String]
  /// What may not be posted.
  let findings: [PersonalData.Finding]

  /// The facts as the bytes that are kept.
  var bytes: [UInt8] { facts.json.canonicalBytes }
  var title: String { paper.plainTitle }

  /// Refuses what may not go on the wall.
  func checkForIssue() throws {
    guard missing.isEmpty else { throw Failure.missingFields(missing, entry) }
    guard findings.isEmpty else { throw Failure.personalData(findings) }
  }
}

/// Puts papers together: what the box knows, what staff say, the template.
struct PaperDesk {
  let box: Box
  let election: ElectionState
  let today: Day

  init(_ box: Box) throws {
    self.box = box
    election = try box.election()
    today = box.now().day
  }

  private func facts(for entry: PaperEntry) throws -> ElectionFacts {
    let needsRoll = entry.fields.contains {
      ["groups", "roll", "proxies", "decisions", "mobileVoters"].contains($0)
    }
    return ElectionFacts(
      election: election, roll: needsRoll && election.roll != nil ? try box.roll() : nil,
      result: election.countClosed == nil ? nil : try box.result(), today: today,
      firstVotes: try election.earlier.first.map { try box.result(of: $0).votesByPerson } ?? [:])
  }

  /// Puts a bulletin together under a running number.
  func bulletin(_ request: PaperRequest, number: Int, correcting: Correction? = nil) throws -> PreparedPaper {
    let entry = request.paper
    let source = try facts(for: entry)
    let issuer = issuer(entry, source.isVillage)
    var facts = try gathered(request, source)
    facts["issuer"] = request.written["issuer"] ?? .string(issuer)
    facts["documentNumber"] = .string(request.document ?? election.plan.documentNumber(number))
    facts["template"] = .string(entry.version)
    if let correcting { facts["corrects"] = .string(correcting.document) }
    let missing = facts.missing(for: entry)
    return try finished(entry, facts, missing, correcting)
  }

  /// Puts a form together, with what the box knows or blank.
  func form(_ request: PaperRequest, blank: Bool) throws -> PreparedPaper {
    let entry = request.paper
    let source = try facts(for: entry)
    var facts = PaperFacts(source.common)
    if !blank { facts = try gathered(request, source) }
    facts["issuer"] = .string(issuer(entry, source.isVillage))
    facts["template"] = .string(entry.version)
    facts["blankRows"] = .array(entry.blankRows(in: facts).map { .object(["n": .integer($0)]) })
    facts["handoverItems"] = .array(blank || facts["items"] == nil ? PaperDesk.handover.map(JSON.string) : [])
    for name in entry.printed { facts = facts.overlaid(PaperFacts(source.field(name))) }
    return try finished(entry, facts, [], nil)
  }

  /// What changes hands with the office (RULES §3, S20).
  private static let handover = ["公章", "办公场所和用品", "财务账目", "固定资产", "合同", "债权债务", "档案资料", "其他"]

  private func gathered(_ request: PaperRequest, _ source: ElectionFacts) throws -> PaperFacts {
    var facts = PaperFacts(source.common)
    for name in request.paper.fields { facts = facts.overlaid(PaperFacts(source.field(name))) }
    facts = facts.overlaid(PaperFacts(request.written))
    if let day = facts["postingDay"]?.string.flatMap({ Day(iso: $0) }) {
      let days = source.pack?.rollObjectionDays.value ?? 5
      facts["objectionsUntil"] = .string(source.holidays.end(of: days, from: day).chinese)
    }
    return facts.withTotals(request.paper)
  }

  private func issuer(_ entry: PaperEntry, _ isVillage: Bool) -> String {
    let plan = election.plan
    switch entry.issuer {
    case .electionCommittee: return plan.issuer
    case .committee: return plan.community.name + (isVillage ? "村民委员会" : "居民委员会")
    case .township: return plan.community.township.map { "\($0)选举指导机构" } ?? plan.issuer
    }
  }

  private func finished(
    _ entry: PaperEntry, _ facts: PaperFacts, _ missing: [String], _ correcting: Correction?
  ) throws -> PreparedPaper {
    let paper = try laidOut(entry, facts, correcting)
    let allowed = [facts["contact"]?.string].compactMap { $0 }
    let findings = entry.isBulletin ? PersonalData.findings(in: paper.body, allowing: allowed) : []
    return PreparedPaper(entry: entry, facts: facts, paper: paper, missing: missing, findings: findings)
  }

  /// The result carries its signed code and so is drawn by the program; all others come from their templates.
  private func laidOut(_ entry: PaperEntry, _ facts: PaperFacts, _ correcting: Correction?) throws -> Paper {
    let layout = PaperLayout(entry, facts, date: today, correcting: correcting)
    if entry.code == "B22", election.countClosed != nil {
      return layout.corrected(try box.resultPaper(document: facts["documentNumber"]?.string ?? ""))
    }
    return try layout.paper(seal: entry.issuer == .electionCommittee ? try box.seal() : nil)
  }
}

/// What a correction corrects, and why.
struct Correction {
  let number: Int
  let document: String
  let reason: String
}

extension PaperEntry {
  /// What stands printed even on a blank form.
  fileprivate var printed: [String] {
    switch code {
    case "F15": ["posts"]
    case "F16": ["identities"]
    default: []
    }
  }

  /// Empty rows to write in, where the box has nothing to fill them with.
  fileprivate func blankRows(in facts: PaperFacts) -> [Int] {
    let filled: (String) -> Bool = { (facts[$0]?.elements ?? []).isEmpty == false }
    let count: [String: Int] = [
      "F05": 12, "F09": filled("mobileVoters") ? 0 : 16, "F10": 12, "F12": filled("issues") ? 0 : 22,
      "F13": filled("boxes") ? 0 : 8, "F17": filled("result") ? 0 : 7, "F21": 10, "F22": 10,
    ]
    return Array(1..<(count[code] ?? 0) + 1)
  }
}

extension Paper {
  /// The words that people read, without the line at the foot.
  fileprivate var body: String {
    var paper = self
    paper.footer = ""
    return paper.text.joined(separator: "\n")
  }
}
