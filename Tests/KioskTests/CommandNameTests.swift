import ArgumentParser
import Testing

@testable import Kiosk

@Suite("Names of commands")
struct CommandNameTests {
  /// The command line is a contract: no command is called what its type happens to be called.
  ///
  /// Names that have to be made up from types also cost a third of the program's start.
  @Test("Every command says its name")
  func named() {
    let unnamed = CommandNameTests.all(under: Root.self).filter { $0.configuration.commandName == nil }
    #expect(unnamed.map { "\($0)" } == [])
  }

  @Test("No two commands at one place have the same name")
  func distinct() {
    for command in CommandNameTests.all(under: Root.self) {
      let names = command.configuration.subcommands.map { $0.configuration.commandName ?? "" }
      #expect(Set(names).count == names.count, "\(command)")
    }
  }

  private static func all(under root: any ParsableCommand.Type) -> [any ParsableCommand.Type] {
    [root] + root.configuration.subcommands.flatMap(all)
  }
}
