import ArgumentParser
import Ballot

extension CountCommand {
  /// A second reading of all sheets, compared with the first.
  struct Recount: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "recount", abstract: "复核：全部选票再读一遍，与第一遍比较。Read every sheet again and compare.",
      discussion: """
        open → read 每一张 → decide → compare → close；结束计票以前随时可以办。
        Two scrutineers sign the outcome; where the readings differ, the numbers have to be reconciled again.
        """,
      subcommands: [Open.self, Read.self, Decide.self, Compare.self, Close.self])

    struct Open: KioskCommand {
      static let configuration = CommandConfiguration(
        commandName: "open", abstract: "开始复核。Begin a second reading.")
      @Option(name: .customLong("witness"), help: "在场监票员 / scrutineer present") var witnesses: [String] = []

      func perform(_ session: Session) async throws -> Answer? {
        let box = try session.box()
        try box.carryOut(.openRecount(RecountOpened(number: 0, witnesses: witnesses)))
        let number = try box.election().openRecount?.number ?? 0
        return Answer(["recount": number], [Sentence.recountBegun(number)])
      }
    }

    struct Read: KioskCommand {
      static let configuration = CommandConfiguration(
        commandName: "read", abstract: "第二遍读票。Read sheets for the second time.")
      @OptionGroup var reading: CountCommand.Read

      func perform(_ session: Session) async throws -> Answer? { try await reading.read(session, .second) }
    }

    struct Decide: KioskCommand {
      static let configuration = CommandConfiguration(
        commandName: "decide",
        abstract: "认定第二遍的疑难票；不带参数列出。Decide what is doubtful in the second reading, or list it.")
      @OptionGroup var deciding: CountCommand.Decide

      func perform(_ session: Session) async throws -> Answer? { try deciding.decide(session, .second) }
    }

    struct Compare: KioskCommand {
      static let configuration = CommandConfiguration(
        commandName: "compare", abstract: "比较两遍。Compare both readings, line by line.")

      func perform(_ session: Session) async throws -> Answer? {
        let desk = try RecountDesk(session.box())
        return Answer(desk.comparison, ComparisonSight(desk).sentences)
      }
    }

    struct Close: KioskCommand {
      static let configuration = CommandConfiguration(
        commandName: "close", abstract: "签字，结束复核。Sign the outcome and end the recount.")
      @Option(name: .customLong("signer"), help: "签字的监票员 / scrutineer who signs") var signers: [String]
      @Flag(help: "没有读完，放弃这次复核 / give the recount up unfinished") var abandon = false

      func perform(_ session: Session) async throws -> Answer? {
        let desk = try RecountDesk(session.box())
        let closed = try desk.close(signers: signers, abandoned: abandon)
        let lines = abandon ? [] : ComparisonSight(desk).differences.map(\.sentence)
        return Answer(closed, [closed.sentence] + lines)
      }
    }
  }
}
