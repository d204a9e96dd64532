import Archive
import ArgumentParser
import Ballot
import Foundation

/// The receiver of a district: takes bundles in, answers them, and shows the street what came and what did not.
@main enum Intake {
  static func main() { exit(run(Array(CommandLine.arguments.dropFirst()))) }

  /// Runs one command line; the exit status.
  static func run(_ arguments: [String], sink: Sink = .standard) -> Int32 {
    var arguments = arguments
    let language = Language.taken(from: &arguments)
    do {
      var command = try Root.parseAsRoot(arguments)
      guard let command = command as? any IntakeCommand else {
        try command.run()
        return 0
      }
      return try command.perform(Desk(sink: sink, language: language))
    } catch let failure as IntakeFailure {
      return report(failure, sink, language)
    } catch {
      return report(error, sink, language)
    }
  }

  private static func report(_ failure: IntakeFailure, _ sink: Sink, _ language: Language) -> Int32 {
    sink.err(language == .zh ? failure.words.zh : failure.words.en)
    return failure.status
  }

  private static func report(_ error: any Error, _ sink: Sink, _ language: Language) -> Int32 {
    if Root.exitCode(for: error) == .success {
      sink.out(Root.fullMessage(for: error))
      return 0
    }
    if Root.exitCode(for: error) == .validationFailure {
      sink.err(Root.fullMessage(for: error))
      return 2
    }
    let (zh, en) = Self.words(for: error)
    sink.err(language == .zh ? zh : en)
    return 3
  }

  private static func words(for error: any Error) -> (zh: String, en: String) {
    switch error {
    case JournalError.conflict:
      (
        "另一个 intake 正在运行，没有记录。请等它结束后再运行。",
        "Another intake is running; nothing was recorded. Run again when it has ended."
      )
    case let fault as FileFault where fault.diskIsFull:
      ("磁盘已满，已答复的不受影响。请清理磁盘后再运行。", "The disk is full; what was answered stays. Make room and run again.")
    default:
      ("没有完成：\(error)。已答复的不受影响，可以再运行一次。", "Not finished: \(error). What was answered stays; run again.")
    }
  }
}

/// The languages a message to a person can be in.
enum Language: String {
  case zh, en

  /// Takes `--lang` out of the arguments.
  static func taken(from arguments: inout [String]) -> Language {
    guard let index = arguments.firstIndex(of: "--lang"), index + 1 < arguments.count,
      let language = Language(rawValue: arguments[index + 1])
    else { return .zh }
    arguments.removeSubrange(index...index + 1)
    return language
  }
}

/// Where lines go: the standard streams, or a test's memory.
struct Sink: Sendable {
  let out: @Sendable (String) -> Void
  let err: @Sendable (String) -> Void

  static let standard = Sink(
    out: { try? FileHandle.standardOutput.write(contentsOf: Data(($0 + "\n").utf8)) },
    err: { try? FileHandle.standardError.write(contentsOf: Data(($0 + "\n").utf8)) })
}

/// Where a command speaks.
struct Desk {
  let sink: Sink
  let language: Language

  func say(zh: String, en: String) { sink.out(language == .zh ? zh : en) }

  func say(_ json: JSON) { sink.out(json.canonical) }
}

/// Something that the receiver can be asked to do.
protocol IntakeCommand: ParsableCommand {
  /// Does it; the exit status.
  func perform(_ desk: Desk) throws -> Int32
}

/// The command line's root.
struct Root: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "intake", abstract: "区县接收端：收包、核对、回执、监督。The receiving side of kiosk bundles.",
    discussion: """
      --lang zh|en   the language of messages
      Exit status: 0 done, 1 something was rejected or is unsound, 2 unusable arguments or file, 3 system fault.
      """,
    version: "0.1.0",
    subcommands: [
      RunCommand.self, RosterCommand.self, StatusCommand.self, VerifyCommand.self, SupervisionCommand.self,
      RehearseCommand.self,
    ])
}

/// Where the receiver and its store are.
struct Places: ParsableArguments {
  @Option(help: "接收端的目录 / the receiver's directory") var home: String
  @Option(help: "存放包的目录 / the store's directory, with c/ and receipts/") var store: String

  func district() throws -> District { try District(URL(filePath: home)) }
  func evidence() throws -> any EvidenceStore { try FolderStore(URL(filePath: store)) }
}

/// The machine's clock.
let wallClock: @Sendable () -> Instant = { Instant(seconds: Int(Date().timeIntervalSince1970)) }
