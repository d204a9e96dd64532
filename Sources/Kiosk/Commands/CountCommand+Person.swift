import ArgumentParser
import Ballot

extension CountCommand {
  struct Person: KioskCommand {
    static let configuration = CommandConfiguration(
      commandName: "person",
      abstract: "登记与当选有关的情况：资格、近亲属、在任。Note what bears on who is in: fitness, relatives, office.",
      discussion: """
        计票结束前登记，结果按它判定。不带参数列出全部；--withdraw 撤回一条。
        Before the count closes; the result is decided by it. Without options all are listed.
        """)
    @Option(help: "序号 / the person's roll number") var roll: Int?
    @Option(help: "不符合条件的原因 / why the person cannot hold a post") var unfit: String?
    @Option(help: "近亲属的序号 / a near relative's roll number") var relative: Int?
    @Flag(help: "现任且留任 / is in office and stays") var inOffice = false
    @Flag(help: "撤回 / take the note back") var withdraw = false

    func perform(_ session: Session) async throws -> Answer? {
      let box = try session.box()
      if let roll { try box.carryOut(.notePerson(note(roll))) }
      let notes = try box.election().ledgers.persons.notes
      let lines = try notes.map { note in try sentence(note, box) }
      let none = Sentence(zh: "没有登记。", en: "Nothing is noted.")
      return Answer(lines: notes, lines.isEmpty ? [none] : lines)
    }

    private func note(_ roll: Int) throws -> PersonNoted {
      let reason = try unfit.map { text in
        guard let known = PersonNoted.Unfit(rawValue: text) else {
          throw Failure.usage("--unfit \(PersonNoted.Unfit.allCases.map(\.rawValue).joined(separator: "|"))")
        }
        return known
      }
      guard [reason != nil, relative != nil, inOffice].filter({ $0 }).count == 1, relative != roll else {
        throw Failure.usage("--unfit REASON | --relative N | --in-office")
      }
      return PersonNoted(
        roll: roll, unfit: reason, relative: relative, inOffice: inOffice ? true : nil,
        withdrawn: withdraw ? true : nil)
    }

    private func sentence(_ note: PersonNoted, _ box: Box) throws -> Sentence {
      func name(_ number: Int) throws -> String { "\(number) \(try box.voter(number)?.name ?? "?")" }
      let who = try name(note.roll)
      if let unfit = note.unfit {
        return Sentence(
          zh: "\(who)：\(unfit.fact.sentence.zh)，不能任职",
          en: "\(who): \(unfit.fact.sentence.en); may not hold a post")
      }
      if let relative = note.relative {
        let other = try name(relative)
        return Sentence(zh: "\(who) 与 \(other) 是近亲属", en: "\(who) and \(other) are near relatives")
      }
      return Sentence(zh: "\(who) 在任，留任", en: "\(who) is in office and stays")
    }
  }
}
