import ArgumentParser

/// At which polling station this is.
struct StationOption: ParsableArguments {
  @Option(name: .customLong("station"), help: "本投票站号 / this polling station") var number: Int?

  /// As given, else as the box is set up, else any.
  func station(_ session: Session) throws -> Int? { try number ?? session.setup().station }
}

/// At which desk ballots are handed out.
struct DeskOption: ParsableArguments {
  @Option(name: .customLong("desk"), help: "发票处 / desk") var number: Int?

  /// As given, else as the box is set up, else the first.
  func desk(_ session: Session) throws -> Int {
    try desk(within: number == nil ? session.setup() : Setup())
  }

  func desk(within setup: Setup) throws -> Int {
    let desk = number ?? setup.desk ?? 1
    guard Setup.desks.contains(desk) else { throw Failure.usage("--desk 1…999") }
    return desk
  }
}
