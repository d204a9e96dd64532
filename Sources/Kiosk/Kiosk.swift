import ArgumentParser
import Ballot
import Foundation

/// The program: an election appliance for one polling station.
@main enum Kiosk {
  static func main() async {
    // tpm2-tss would write its own lines between ours; what it answers is said in words.
    unsafe setenv("TSS2_LOG", "all+NONE", 0)
    exit(await run(Array(CommandLine.arguments.dropFirst())))
  }

  /// Runs one command line; the exit status.
  static func run(
    _ words: [String], sink: Output.Sink = .standard, now: @escaping () -> Instant = Box.wallClock
  ) async -> Int32 {
    var arguments = words
    var options = GlobalOptions()
    do {
      try options.take(from: &arguments)
    } catch {
      Output(format: options.format, language: options.language ?? .zh, sink: sink).write(Failure(error))
      return Failure(error).status.rawValue
    }
    let output = Output(format: options.format, language: options.language ?? .zh, sink: sink)
    let session = Session(
      output: output, home: .chosen(options.home), language: options.language, logins: options.logins,
      now: now)
    return await run(arguments, session)
  }

  private static func run(_ arguments: [String], _ session: Session) async -> Int32 {
    let output = session.output
    do {
      let command = try Root.parseAsRoot(arguments.isEmpty && isAtKeyboard ? ["console"] : arguments)
      guard let command = command as? any KioskCommand else {
        // A group of commands, or `help`: running it asks for the help text of that very place.
        var group = command
        try group.run()
        return 0
      }
      if let answer = try await command.perform(session) { output.write(answer) }
      return 0
    } catch {
      return report(error, output)
    }
  }

  /// Whether a person sits at the terminal, so that `kiosk` alone opens the console.
  private static var isAtKeyboard: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }

  private static func report(_ error: any Error, _ output: Output) -> Int32 {
    if let status = error as? ExitCode { return status.rawValue }
    if Root.exitCode(for: error) == .success {
      output.line(Root.fullMessage(for: error))
      return 0
    }
    let failure = Root.isUsageError(error) ? Failure.usage(Root.fullMessage(for: error)) : Failure(error)
    output.write(failure)
    return failure.status.rawValue
  }
}

/// Something that the program can be asked to do.
protocol KioskCommand: ParsableCommand {
  /// Does it and answers; nil when everything was said on the way.
  func perform(_ session: Session) async throws -> Answer?
}

/// The command line's root.
struct Root: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kiosk", abstract: "基层选举一体机。Election appliance for village and community polling stations.",
    discussion: """
      Options before or after any command:
        --home DIR           where the box keeps everything (else KIOSK_HOME)
        --format text|json   JSON: one object a line
        --lang zh|en         the language of messages
        --as NAME            who gives the command, where staff is enrolled; twice for steps of two people
        --pin-file FILE      their PINs, one a line (else KIOSK_PIN); --key-dir DIR: where a stick with a key is
      Exit status: 0 done, 1 refused by a rule, 2 unusable arguments or file, 3 device or system fault.
      """,
    version: "0.1.0",
    subcommands: [
      ConsoleCommand.self, DemoCommand.self, ElectionCommand.self, RollCommand.self, CardCommand.self,
      CandidateCommand.self, BallotCommand.self, PollCommand.self, CountCommand.self, RoundCommand.self,
      ScanCommand.self, BulletinCommand.self, FormCommand.self, AnomalyCommand.self, OwnersCommand.self,
      ArchiveCommand.self, JournalCommand.self, KeyCommand.self, WitnessCommand.self, StaffCommand.self,
      BoardCommand.self, SettingsCommand.self, DoctorCommand.self,
    ])

  /// The command that a line stands for.
  static func command(_ words: [String]) throws -> any KioskCommand {
    guard let command = try parseAsRoot(words) as? any KioskCommand else {
      throw Failure.usage(words.joined(separator: " "))
    }
    return command
  }

  /// Whether an error came from parsing the arguments and not from a command.
  static func isUsageError(_ error: any Error) -> Bool {
    !(error is Failure) && exitCode(for: error) == .validationFailure
  }
}

/// The options that every command takes, wherever they stand.
struct GlobalOptions {
  private(set) var home: String?
  private(set) var format = Format.text
  private(set) var language: Language?
  private(set) var logins = Logins()

  private static let names = ["--home", "--format", "--lang", "--as", "--pin-file", "--key-dir"]

  /// Takes the global options out of the arguments and leaves the rest.
  mutating func take(from arguments: inout [String]) throws {
    var rest: [String] = []
    var words = arguments[...]
    while let word = words.popFirst() {
      if word == "--" {
        rest += ["--"] + words
        break
      }
      let (name, inline) = GlobalOptions.split(word)
      guard GlobalOptions.names.contains(name) else {
        rest.append(word)
        continue
      }
      guard let value = inline ?? words.popFirst() else {
        throw Failure.usage("\(name): 缺少值 / value missing")
      }
      try set(name, value)
    }
    arguments = rest
  }

  private static func split(_ word: String) -> (String, String?) {
    guard word.hasPrefix("--"), let sign = word.firstIndex(of: "=") else { return (word, nil) }
    return (String(word[..<sign]), String(word[word.index(after: sign)...]))
  }

  private mutating func set(_ name: String, _ value: String) throws {
    switch name {
    case "--home":
      guard !value.isEmpty else { throw Failure.usage("--home DIR") }
      home = value
    case "--format":
      guard let known = Format(rawValue: value) else { throw Failure.usage("--format text|json") }
      format = known
    case "--as": logins.names.append(value)
    case "--pin-file": logins.pinFile = value
    case "--key-dir": logins.keyDirectory = value
    default:
      guard let known = Language(rawValue: value) else { throw Failure.usage("--lang zh|en") }
      language = known
    }
  }
}

extension Failure {
  static func usage(_ message: String) -> Failure {
    .unusable("usage", zh: "命令写法不对：\n\(message)", en: "The command is not well formed:\n\(message)")
  }
}
