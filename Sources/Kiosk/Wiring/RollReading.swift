import Archive
import Ballot
import Foundation
import Spreadsheet

/// Reads a file into a roll under the rules of an election.
struct RollReading {
  private let rules: RollRules
  private let mappings: [RollMapping]

  init(_ election: ElectionState, _ mappings: [RollMapping]) {
    rules = RollRules(electionDay: election.plan.day, minimumAge: election.pack?.minimumAge.value ?? 18)
    self.mappings = mappings
  }

  /// - Throws: `Failure` for a file that is no table, `CancellationError` when somebody stopped it.
  func read(_ file: URL, _ progress: Progress? = nil) throws -> RollOutcome {
    var roll = RollImport(rules: rules, mappings: mappings)
    do throws(SpreadsheetError) {
      let workbook = try Workbook.open(file.path)
      var known: Sentence { .rollRead(roll.progress.people, refused: roll.progress.refused) }
      try workbook.forEachRow(progress: { progress?.update(Int($0.fraction * 1000), of: 1000, known) }) {
        row in
        roll.add(row: row.number, cells: row.cells.map(RollCell.init))
        return Task.isCancelled ? .stop : .next
      }
    } catch {
      throw Failure(.unusable, "spreadsheet", error.sentence)
    }
    try Task.checkCancellation()
    progress?.finish()
    return roll.finish()
  }
}

extension RollTableHead {
  /// The beginning of a file.
  init(file: String) throws {
    var rows: [(number: Int, cells: [RollCell])] = []
    do throws(SpreadsheetError) {
      try Workbook.open(file).forEachRow { row in
        rows.append((row.number, row.cells.map(RollCell.init)))
        return rows.count < RollTableHead.depth ? .next : .stop
      }
    } catch {
      throw Failure(.unusable, "spreadsheet", error.sentence)
    }
    self.init(rows)
  }
}

extension RollCell {
  /// A spreadsheet's cell as the roll sees it.
  init(_ cell: Cell) {
    switch cell {
    case .empty: self = .empty
    case .text(let text): self = .text(text)
    case .number(_, let raw): self = .number(raw: raw)
    case .date(let year, let month, let day):
      self = Day(year: year, month: month, day: day).map(RollCell.date) ?? .fault("#DATE")
    case .boolean(let value): self = .text(value ? "TRUE" : "FALSE")
    case .error(let code): self = .fault(code)
    }
  }
}

extension RollOutcome {
  /// The voters, or every reason why there are none.
  func voters(file: String) throws -> [VoterRecord] {
    switch result {
    case .success(let voters): return voters
    case .failure(.header(let error)): throw Failure(.unusable, "rollHeader", error.sentence)
    case .failure(.nobody):
      throw Failure.unusable(
        "rollEmpty", zh: "表里有表头，但没有选民。请核对文件。", en: "The table has a header but nobody in it. Check the file.")
    case .failure(.rows(let refusals)):
      throw Failure(
        .unusable, "rollRefused",
        Sentence(
          zh: "名册没有导入：\(totals.people) 行中有 \(totals.refused) 行有问题。请按下面的提示改正后整份重新导入。",
          en:
            "Nothing was imported: \(totals.refused) of \(totals.people) rows are refused. Correct them and import the file again."
        ),
        details: refusals.map(\.detail))
    }
  }
}

/// What `roll import` says of a roll that was taken in, or would be.
struct RollReport: Encodable {
  struct Group: Encodable {
    let group: String
    let voters: Int
    let men: Int
    let women: Int
  }

  let voters: Int
  let men: Int
  let women: Int
  let groups: [Group]
  let withoutIdentity: Int
  let assumedClass: Int
  let dryRun: Bool
  private let notices: [RollNotice]

  private enum CodingKeys: String, CodingKey {
    case voters, men, women, groups, withoutIdentity, assumedClass, dryRun
  }

  init(_ roll: [VoterRecord], _ outcome: RollOutcome, dryRun: Bool) {
    voters = roll.count
    men = roll.count { $0.sex == .male }
    women = roll.count - men
    groups = Dictionary(grouping: roll, by: \.group).sorted { $0.key < $1.key }.map { group, members in
      let men = members.count { $0.sex == .male }
      return Group(
        group: group.rawValue, voters: members.count, men: men, women: members.count - men)
    }
    withoutIdentity = outcome.totals.withoutIdentity
    assumedClass = outcome.totals.assumedClass
    notices = outcome.notices
    self.dryRun = dryRun
  }

  var answer: Answer { Answer(self, [total] + groups.map(line) + remarks + notices.map(\.sentence)) }

  private var total: Sentence {
    dryRun
      ? Sentence(
        zh: "检查通过，没有导入：选民 \(voters) 人（男 \(men)，女 \(women)）。",
        en: "The roll is good and was not imported: \(voters) voters (\(men) men, \(women) women).")
      : Sentence(
        zh: "名册已导入：选民 \(voters) 人（男 \(men)，女 \(women)）。下一步：公布名单，处理异议，然后锁定名册。",
        en:
          "The roll is imported: \(voters) voters (\(men) men, \(women) women). Next: post it, hear objections, freeze it."
      )
  }

  private func line(_ group: Group) -> Sentence {
    Sentence(
      zh: "  \(group.group)：\(group.voters) 人（男 \(group.men)，女 \(group.women)）",
      en: "  \(group.group): \(group.voters) (\(group.men) men, \(group.women) women)")
  }

  private var remarks: [Sentence] {
    var remarks: [Sentence] = []
    if withoutIdentity > 0 {
      remarks.append(
        Sentence(
          zh: "提示：\(withoutIdentity) 人没有身份证号，已按姓名、出生日期和组别查重。",
          en:
            "Note: \(withoutIdentity) have no ID number; duplicates were looked for by name, birth and group."
        ))
    }
    if assumedClass > 0 {
      remarks.append(
        Sentence(
          zh: "提示：\(assumedClass) 人没有登记类别，按第一类登记。",
          en: "Note: \(assumedClass) have no registration class and are taken as class 1."))
    }
    return remarks
  }
}

extension Box {
  /// Keeps a roll and records that it was imported.
  func importRoll(_ voters: [VoterRecord], source: String) throws {
    let digest = try blobs.put(Roll.bytes(voters))
    let men = voters.count { $0.sex == .male }
    try carryOut(
      .importRoll(
        RollImported(
          digest: digest.hex, source: source, voters: voters.count, men: men, women: voters.count - men)))
  }

  /// Freezes the roll, with every candidate found on it.
  func freezeRoll() throws -> RollFrozen {
    let election = try election()
    if election.frozen != nil { throw Failure(Refusal.rollFrozenAlready) }
    if election.plan.kind.isOwnersVote { return try freezeOwners() }
    let roll = try roll()
    let candidates = try CandidateSearch(roll).numbers(election.plan.posts)
    let facts = RollFrozen(
      digest: election.roll?.digest ?? "", voters: roll.voters.count, candidates: candidates)
    try carryOut(.freezeRoll(facts))
    return facts
  }
}

/// Finds the candidates of a plan on the roll.
struct CandidateSearch {
  private let byName: [String: [VoterRecord]]

  init(_ roll: Roll) { byName = Dictionary(grouping: roll.voters, by: \.name) }

  /// The roll numbers by post; every candidate who is not found once is named.
  func numbers(_ posts: [Post]) throws -> [String: [Int]] {
    var numbers: [String: [Int]] = [:]
    var faults: [FailureDetail] = []
    for post in posts {
      for candidate in post.candidates {
        let found = matches(candidate)
        if let only = found.first, found.count == 1 {
          numbers[post.id.rawValue, default: []].append(only.number.rawValue)
        } else {
          faults.append(fault(candidate, post, found.count))
        }
      }
    }
    guard faults.isEmpty else { throw Failure.candidates(faults) }
    return numbers
  }

  private func matches(_ candidate: Candidate) -> [VoterRecord] {
    (byName[candidate.name] ?? []).filter { voter in
      (candidate.sex.map { $0 == voter.sex } ?? true) && (candidate.birth.map { $0 == voter.birth } ?? true)
        && (candidate.group.map { GroupName(written: $0) == voter.group } ?? true)
    }
  }

  private func fault(_ candidate: Candidate, _ post: Post, _ found: Int) -> FailureDetail {
    let sentence =
      found == 0
      ? Sentence(
        zh: "\(post.title)候选人“\(candidate.name)”不在名册上。",
        en: "“\(candidate.name)”, candidate for \(post.id.rawValue), is not on the roll.")
      : Sentence(
        zh: "\(post.title)候选人“\(candidate.name)”在名册上有 \(found) 人，请在方案中写明组别或出生日期。",
        en:
          "“\(candidate.name)”, candidate for \(post.id.rawValue), is \(found) people on the roll; give group or birth."
      )
    return FailureDetail(
      row: nil, column: nil, field: post.id.rawValue, code: found == 0 ? "notOnRoll" : "ambiguous",
      value: candidate.name, sentence: sentence)
  }
}

extension Failure {
  fileprivate static func candidates(_ faults: [FailureDetail]) -> Failure {
    Failure(
      .refused, "candidatesNotOnRoll",
      Sentence(
        zh: "有 \(faults.count) 名候选人不能与名册对上，名册没有锁定。请改正方案或名册。",
        en:
          "\(faults.count) candidates do not match the roll; it was not frozen. Correct the plan or the roll."
      ),
      details: faults)
  }
}

extension ElectionState {
  /// In household mode a household has one representative (R26 14).
  func checkHouseholds(_ voters: [VoterRecord]) throws {
    guard plan.body == .householdRepresentatives else { return }
    let faults = Dictionary(grouping: voters.filter { !$0.household.isEmpty }) {
      "\($0.group.rawValue) \($0.household)"
    }.filter { $0.value.count > 1 }.sorted { $0.key < $1.key }.map { household, members in
      FailureDetail(
        row: nil, column: nil, field: "household", code: "severalOfHousehold", value: household,
        sentence: Sentence(
          zh: "\(household)户有 \(members.count) 名代表，只能有一名：\(members.map(\.name).joined(separator: "、"))。",
          en: "household \(household) has \(members.count) representatives; one is allowed."))
    }
    guard faults.isEmpty else {
      throw Failure(
        .unusable, "rollRefused",
        Sentence(
          zh: "名册没有导入：户代表选举每户一名代表，有 \(faults.count) 户多于一名。请改正后重新导入。",
          en:
            "Nothing was imported: \(faults.count) households have more than one representative. Correct the file."
        ),
        details: faults)
    }
  }
}
