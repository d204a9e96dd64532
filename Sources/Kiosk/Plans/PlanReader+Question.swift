import Ballot
import Yams

extension PlanReader {
  /// A question instead of posts: who is recalled or resigns, from which office, and how many ask for it.
  mutating func question(_ node: Node?) -> Question? {
    guard node != nil else { return nil }
    let keys = tree.mapping(node, "question", keys: ["name", "sex", "group", "office", "petition"])
    let name = tree.text(keys["name"], "question.name")
    let sex = sex(keys["sex"], "question.sex")
    let group = tree.text(keys["group"], "question.group", required: false)
    let office = tree.text(keys["office"], "question.office")
    let petition = petition(keys["petition"])
    guard let name, let office else { return nil }
    return Question(
      person: Candidate(name: name, sex: sex, group: group, birth: nil), office: office, petition: petition)
  }

  private mutating func petition(_ node: Node?) -> Question.Signatures? {
    guard node != nil else { return nil }
    let keys = tree.mapping(
      node, "question.petition", keys: ["voters", "households", "representatives", "representativesInAll"])
    func number(_ key: String) -> Int? {
      guard keys[key] != nil else { return nil }
      return tree.number(keys[key], "question.petition.\(key)", in: 0...100_000)
    }
    return Question.Signatures(
      voters: number("voters"), households: number("households"), representatives: number("representatives"),
      representativesInAll: number("representativesInAll"))
  }
}

extension Question {
  /// The one section that a plan with a question has in the place of posts.
  func section(_ kind: ElectionKind) -> Post {
    Post(id: Question.post, title: title(kind), seats: 1, candidates: [])
  }
}
