import ArgumentParser

struct DoctorCommand: KioskCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "自检。Printer, camera, disk, clock, keys: what works and what to do.")

  func perform(_ session: Session) async throws -> Answer? {
    let setup = (try? session.setup()) ?? Setup()
    var lines = [
      await Checkup.printer(),
      await Checkup.camera(.chosen(nil, setup), from: CameraPlace.source(nil, setup)),
      try Checkup.disk(session.home),
      Checkup.clock(session),
    ]
    lines.append(Checkup.keys(session))
    lines.append(Checkup.protection(session))
    return Answer(lines: lines, lines.map(\.sentence))
  }
}
