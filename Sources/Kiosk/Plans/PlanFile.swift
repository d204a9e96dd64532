import Archive
import Ballot
import Foundation
import Yams

/// A plan as read from a file, with the seal's picture.
struct PlanFile {
  let plan: Plan
  let seal: [UInt8]?

  /// Everything wrong with a plan, each with its line.
  struct Faulty: Error {
    let problems: [(line: Int, path: String, reason: PlanProblem.Reason)]
  }

  /// Not YAML at all.
  struct Unreadable: Error {
    let line: Int
    let detail: String
  }

  static let largest = 1 << 20

  /// Reads and checks a plan; a plan with errors is refused with every one of them.
  init(yaml text: String, folder: URL) throws {
    let root: Node?
    do {
      root = try Yams.compose(yaml: text)
    } catch {
      throw Unreadable(error)
    }
    var reader = PlanReader(folder: folder)
    let plan = reader.plan(root)
    var problems = reader.tree.problems
    if let plan, let pack = RulePack.named(plan.pack) { problems += plan.problems(pack: pack) }
    guard problems.isEmpty, let plan else {
      throw Faulty(
        problems: problems.map { (reader.tree.line(of: $0.path), $0.path, $0.reason) }
          .sorted { ($0.0, $0.1) < ($1.0, $1.1) })
    }
    self.plan = plan
    seal = reader.seal
  }
}

extension PlanFile.Unreadable {
  init(_ error: any Error) {
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      self.init(line: mark.line, detail: problem)
    case .duplicatedKeysInMapping(let keys, let context):
      self.init(line: context.mark.line, detail: "duplicate key: \(keys.joined(separator: ", "))")
    default: self.init(line: 1, detail: "\(error)")
    }
  }
}

/// Turns the YAML tree of a plan into a plan.
struct PlanReader {
  var tree = PlanTree()
  private(set) var seal: [UInt8]?
  private let folder: URL

  init(folder: URL) { self.folder = folder }

  private static let keys = [
    "format", "election", "community", "posts", "question", "choices", "places", "staff", "holidays",
  ]
  private static let electionKeys = [
    "id", "kind", "pack", "term", "day", "hours", "issuer", "seal", "guided", "electorate",
  ]

  mutating func plan(_ root: Node?) -> Plan? {
    guard let root else {
      tree.report("", .missing)
      return nil
    }
    let top = tree.mapping(root, "", keys: PlanReader.keys)
    if let format = tree.text(top["format"], "format"), format != "kiosk-plan/1" {
      tree.report("format", .unknownValue(format, known: ["kiosk-plan/1"]))
    }
    let community = community(top["community"])
    let question = question(top["question"])
    let posts = posts(top["posts"], required: top["question"] == nil)
    let choices = choices(top["choices"])
    let places = places(top["places"])
    let staff = staff(top["staff"])
    let holidays = holidays(top["holidays"])
    return election(
      top["election"], community: community, posts: posts, choices: choices, places: places, staff: staff,
      question: question, holidays: holidays)
  }

  private mutating func election(
    _ node: Node?, community: Community?, posts: [Post], choices: LocalChoices, places: [PollingPlace],
    staff: [Officer], question: Question?, holidays: Holidays?
  ) -> Plan? {
    guard node != nil else {
      tree.report("election", .missing)
      return nil
    }
    let keys = tree.mapping(node, "election", keys: PlanReader.electionKeys)
    let id = tree.id(keys["id"], "election.id")
    let kind: ElectionKind? = tree.choice(keys["kind"], "election.kind")
    let term = tree.number(keys["term"], "election.term", in: 1...99)
    let day = tree.day(keys["day"], "election.day")
    let hours = hours(keys["hours"])
    let issuer = tree.text(keys["issuer"], "election.issuer")
    let pack = pack(keys["pack"], kind: kind, day: day)
    let digest = readSeal(keys["seal"])
    let guided = tree.flag(keys["guided"], "election.guided")
    let electorate: Electorate? = tree.choice(keys["electorate"], "election.electorate", required: false)
    guard let id, let kind, let term, let day, let hours, let issuer, let pack, let community else {
      return nil
    }
    return Plan(
      election: ElectionID(rawValue: id), community: community, kind: kind, pack: pack, term: term, day: day,
      hours: hours, issuer: issuer, posts: question.map { [$0.section(kind)] } ?? posts, choices: choices,
      places: places, staff: staff, seal: digest, guided: guided == true ? true : nil, question: question,
      electorate: electorate, holidays: holidays)
  }

  private mutating func pack(_ node: Node?, kind: ElectionKind?, day: Day?) -> String? {
    if let id = tree.text(node, "election.pack", required: false) {
      if RulePack.files[id] != nil { return id }
      tree.report("election.pack", .noSuchPack(id, known: RulePack.files.keys.sorted()))
      return nil
    }
    guard let kind, let day else { return nil }
    let packs = RulePack.inForce(on: day, kind: kind)
    if packs.count != 1 { tree.report("election.pack", .missing) }
    return packs.count == 1 ? packs[0].id : nil
  }

  private mutating func hours(_ node: Node?) -> Hours? {
    guard node != nil else {
      tree.report("election.hours", .missing)
      return nil
    }
    let keys = tree.mapping(node, "election.hours", keys: ["open", "close"])
    let open = tree.time(keys["open"], "election.hours.open")
    let close = tree.time(keys["close"], "election.hours.close")
    guard let open, let close else { return nil }
    return Hours(open: open, close: close)
  }

  private mutating func community(_ node: Node?) -> Community? {
    guard node != nil else {
      tree.report("community", .missing)
      return nil
    }
    let keys = tree.mapping(node, "community", keys: ["code", "name", "township"])
    let name = tree.text(keys["name"], "community.name")
    let township = tree.text(keys["township"], "community.township", required: false)
    guard let code = tree.text(keys["code"], "community.code") else { return nil }
    guard code.utf8.count == 12, code.utf8.allSatisfy({ (48...57).contains($0) }) else {
      tree.report("community.code", .notACommunityCode(code))
      return nil
    }
    return name.map { Community(code: code, name: $0, township: township) }
  }

  private mutating func posts(_ node: Node?, required: Bool) -> [Post] {
    if node == nil, required { tree.report("posts", .missing) }
    return tree.list(node, "posts").compactMap { node, path in
      let keys = tree.mapping(node, path, keys: ["id", "title", "seats", "candidates"])
      let id = tree.id(keys["id"], "\(path).id")
      let title = tree.text(keys["title"], "\(path).title")
      let seats = tree.number(keys["seats"], "\(path).seats")
      let candidates = candidates(keys["candidates"], "\(path).candidates")
      guard let id, let title, let seats else { return nil }
      return Post(id: PostID(rawValue: id), title: title, seats: seats, candidates: candidates)
    }
  }

  private mutating func candidates(_ node: Node?, _ path: String) -> [Candidate] {
    tree.list(node, path).compactMap { node, path in
      if case .scalar(let scalar) = node {
        return tree.text(.scalar(scalar), path).map { Candidate(name: $0, sex: nil, group: nil, birth: nil) }
      }
      let keys = tree.mapping(node, path, keys: ["name", "sex", "group", "born"])
      let name = tree.text(keys["name"], "\(path).name")
      let sex = sex(keys["sex"], "\(path).sex")
      let group = tree.text(keys["group"], "\(path).group", required: false)
      let born = tree.day(keys["born"], "\(path).born", required: false)
      return name.map { Candidate(name: $0, sex: sex, group: group, birth: born) }
    }
  }

  mutating func sex(_ node: Node?, _ path: String) -> Sex? {
    switch tree.text(node, path, required: false) {
    case nil: return nil
    case "男", "male": return .male
    case "女", "female": return .female
    case let other?:
      tree.report(path, .unknownValue(other, known: ["男", "女"]))
      return nil
    }
  }

  private mutating func choices(_ node: Node?) -> LocalChoices {
    let words = [
      "overvoteScope", "samePersonTwoPosts", "blankBallotClass", "womenSeat", "accumulateDownward",
    ]
    let keys = tree.mapping(node, "choices", keys: words + RulePack.choiceNumbers)
    var numbers: [String: Int] = [:]
    for name in RulePack.choiceNumbers {
      guard let node = keys[name] else { continue }
      if let number = tree.number(node, "choices.\(name)") { numbers[name] = number }
    }
    return LocalChoices(
      overvoteScope: tree.choice(keys["overvoteScope"], "choices.overvoteScope", required: false),
      samePersonTwoPosts: tree.choice(
        keys["samePersonTwoPosts"], "choices.samePersonTwoPosts", required: false),
      blankBallotClass: tree.choice(keys["blankBallotClass"], "choices.blankBallotClass", required: false),
      womenSeat: tree.choice(keys["womenSeat"], "choices.womenSeat", required: false),
      accumulateDownward: tree.flag(keys["accumulateDownward"], "choices.accumulateDownward"),
      numbers: numbers.isEmpty ? nil : numbers)
  }

  /// The yearly notice: days off, weekend days that are worked, and whether weekends count as days off.
  private mutating func holidays(_ node: Node?) -> Holidays? {
    guard node != nil else { return nil }
    let keys = tree.mapping(node, "holidays", keys: ["off", "worked", "weekends"])
    let off = days(keys["off"], "holidays.off")
    let worked = days(keys["worked"], "holidays.worked")
    return Holidays(
      off: Set(off), weekends: tree.flag(keys["weekends"], "holidays.weekends") ?? false, worked: Set(worked))
  }

  private mutating func days(_ node: Node?, _ path: String) -> [Day] {
    tree.list(node, path).compactMap { tree.day($0.node, $0.path) }
  }

  private mutating func places(_ node: Node?) -> [PollingPlace] {
    tree.list(node, "places").compactMap { node, path in
      let keys = tree.mapping(node, path, keys: ["number", "name", "kind", "groups"])
      let number = tree.number(keys["number"], "\(path).number")
      let name = tree.text(keys["name"], "\(path).name")
      let kind: PollingPlace.Kind? = tree.choice(keys["kind"], "\(path).kind")
      let groups = tree.list(keys["groups"], "\(path).groups").compactMap { tree.text($0.node, $0.path) }
      guard let number, let name, let kind else { return nil }
      return PollingPlace(number: number, name: name, kind: kind, groups: groups)
    }
  }

  private mutating func staff(_ node: Node?) -> [Officer] {
    tree.list(node, "staff").compactMap { node, path in
      let keys = tree.mapping(node, path, keys: ["name", "role"])
      let name = tree.text(keys["name"], "\(path).name")
      let role: Officer.Role? = tree.choice(keys["role"], "\(path).role")
      guard let name, let role else { return nil }
      return Officer(name: name, role: role)
    }
  }

  /// Reads the seal's picture, which lies beside the plan.
  private mutating func readSeal(_ node: Node?) -> String? {
    guard let name = tree.text(node, "election.seal", required: false) else { return nil }
    guard let bytes = try? InputFile(folder.appending(path: name).path, most: 8 << 20).bytes else {
      tree.report("election.seal", .fileUnreadable(name))
      return nil
    }
    guard bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) else {
      tree.report("election.seal", .notAPNG(name))
      return nil
    }
    seal = bytes
    return Digest.of(bytes).hex
  }
}
