import Archive
import ArgumentParser
import Ballot
import Foundation

struct SupervisionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "supervise", abstract: "监督查询。The street's questions to all elections together.",
    subcommands: [SQL.self, Ask.self])

  struct SQL: IntakeCommand {
    static let configuration = CommandConfiguration(
      commandName: "sql", abstract: "输出可直接交给 ClickHouse 的 SQL。Print the SQL, ready for ClickHouse.")
    @Option(help: "接收端的目录 / the receiver's directory") var home: String

    func perform(_ desk: Desk) throws -> Int32 {
      desk.sink.out(try District(URL(filePath: home)).supervisionTables(.tars).statements(.live))
      for query in SupervisionQuery.allCases {
        desk.sink.out(
          "-- \(query.rawValue)\n" + query.sql.trimmingCharacters(in: .whitespacesAndNewlines) + ";\n")
      }
      return 0
    }
  }

  struct Ask: IntakeCommand {
    static let configuration = CommandConfiguration(
      commandName: "ask", abstract: "运行查询，每行一个 JSON。Run queries; one JSON object a row.")
    @Option(help: "接收端的目录 / the receiver's directory") var home: String
    @Option(help: "查询程序 / the engine, such as “python3 -m chdb”") var engine: String?
    @Flag(help: "直接读档案包，不用已汇集的各行 / read the bundles themselves, not the gathered rows") var tars = false
    @Argument(help: "查询名，缺省为全部 / names of queries, all when none is given") var names: [String] = []

    func validate() throws {
      if let unknown = names.first(where: { SupervisionQuery(rawValue: $0) == nil }) {
        let known = SupervisionQuery.allCases.map(\.rawValue).joined(separator: " ")
        throw ValidationError("\(unknown)? \(known)")
      }
    }

    func perform(_ desk: Desk) throws -> Int32 {
      let chosen = names.compactMap(SupervisionQuery.init)
      let queries = chosen.isEmpty ? SupervisionQuery.allCases : chosen
      let answers = try ClickHouse(engine).answers(
        to: queries, over: District(URL(filePath: home)).supervisionTables(tars ? .tars : .gathered))
      for query in queries {
        for row in answers[query] ?? [] {
          desk.say(
            .object((row.members ?? [:]).merging(["query": .string(query.rawValue)]) { own, _ in own }))
        }
      }
      return 0
    }
  }
}
