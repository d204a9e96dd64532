/// How this box is set up: what holds from election to election and stands in no plan.
///
/// An option of a command goes before it; what is not set is as if there were no setup.
struct Setup: Codable, Equatable, Sendable {
  /// The polling station's number in the plan.
  var station: Int?
  /// The desk at which ballots are handed out here.
  var desk: Int?
  /// Where the camera's pictures come from.
  var camera: String?
  /// The print queue; without one the server's default.
  var queue: String?
  /// The console's language.
  var language: Language?
  /// After so many minutes without a key the console locks.
  var idleMinutes: Int?

  /// The numbers of stations and desks.
  static let desks = 1...999
  /// How long a screen may stay open, in minutes.
  static let idle = 1...120
  /// Longer names of devices are none.
  private static let longestName = 255
}

/// One thing that is set, by its name in the file and on the command line.
enum Setting: String, CaseIterable, Sendable {
  case station, desk, camera, queue, language, idleMinutes
}

extension Setup {
  /// Sets what was typed, or forgets it when nothing was; false when it cannot be that.
  mutating func set(_ setting: Setting, _ text: String) -> Bool {
    switch setting {
    case .station: Setup.set(&station, Setup.number(text, in: Setup.desks), text)
    case .desk: Setup.set(&desk, Setup.number(text, in: Setup.desks), text)
    case .camera: Setup.set(&camera, Setup.name(text), text)
    case .queue: Setup.set(&queue, Setup.name(text), text)
    case .language: Setup.set(&language, Language(rawValue: text), text)
    case .idleMinutes: Setup.set(&idleMinutes, Setup.number(text, in: Setup.idle), text)
    }
  }

  /// What is set, as it would be typed; nil when it is not.
  func text(_ setting: Setting) -> String? {
    switch setting {
    case .station: station.map { "\($0)" }
    case .desk: desk.map { "\($0)" }
    case .camera: camera
    case .queue: queue
    case .language: language?.rawValue
    case .idleMinutes: idleMinutes.map { "\($0)" }
    }
  }

  /// Whether everything that is set could have been typed.
  var isSound: Bool {
    var typed = Setup()
    return Setting.allCases.allSatisfy { typed.set($0, text($0) ?? "") } && typed == self
  }

  private static func set<Value>(_ place: inout Value?, _ value: Value?, _ text: String) -> Bool {
    guard value != nil || text.isEmpty else { return false }
    place = value
    return true
  }

  private static func number(_ text: String, in range: ClosedRange<Int>) -> Int? {
    Int(text).flatMap { range.contains($0) ? $0 : nil }
  }

  private static func name(_ text: String) -> String? {
    let isClean = text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
    return !text.isEmpty && text.utf8.count <= longestName && isClean ? text : nil
  }
}
