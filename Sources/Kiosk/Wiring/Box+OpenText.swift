import Ballot

extension Box {
  /// Refuses free text that would carry personal data into the journal and the public bundle (ARCHIVE §2).
  ///
  /// Candidates and officers may be named; voters may not, and belong into the evidence, which stays inside.
  func checkOpenText(_ text: String) throws {
    let findings = PersonalData.findings(in: text)
    guard findings.isEmpty else {
      let words = findings.map(\.sentence)
      throw Failure(
        .refused, "personalData",
        Sentence(
          zh: "文字里有不能公开的内容：\(words.map(\.zh).joined(separator: "、"))。没有登记。请删去，写进材料里。",
          en: "The text holds what may not be public: \(words.map(\.en).joined(separator: ", ")). "
            + "Nothing was recorded; take it out and put it into the evidence."))
    }
    let election = try election()
    guard election.roll != nil, !election.plan.kind.isOwnersVote else { return }
    let candidates = election.plan.posts.flatMap { $0.candidates.map(\.name) }
    let known = Set(candidates + election.plan.staff.map(\.name))
    let namesSomebody = try roll().voters.lazy.map(\.name).contains { name in
      name.count > 1 && text.contains(name) && !known.contains(name)
    }
    guard !namesSomebody else {
      throw Failure.refused(
        "namesAVoter",
        zh: "文字里有名册上的人名。日志和公开的档案包里不写选民姓名，没有登记。请改写序号或“某选民”，姓名写进材料里。",
        en: "The text names somebody on the roll. The journal and the public bundle name no voters; "
          + "nothing was recorded. Write a roll number or “a voter”, and put the name into the evidence.")
    }
  }
}
