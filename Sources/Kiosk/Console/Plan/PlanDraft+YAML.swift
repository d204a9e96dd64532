import Ballot
import Foundation

extension PlanDraft {
  /// The draft as a plan file `kiosk-plan/1`; every value is quoted, so no text can become anything else.
  var yaml: String {
    ([#"format: "kiosk-plan/1""#] + communityLines + electionLines + postLines + placeLines + staffLines)
      .joined(separator: "\n") + "\n"
  }

  /// Everything that the plan reader finds wrong with the draft as it is, each with its place.
  var faults: [PlanFault] {
    do {
      _ = try PlanFile(yaml: yaml, folder: URL(filePath: "/"))
      return []
    } catch let faulty as PlanFile.Faulty {
      return faulty.problems.map { PlanFault(spot: spot(of: $0.path), text: $0.reason.sentence) }
    } catch {
      return [PlanFault(spot: spot(of: ""), text: Failure(error).sentence)]
    }
  }

  /// Who issues papers where nobody else is named.
  var issuer: String {
    let (typed, name) = (text(.election, 0, 4), text(.community, 0, 1))
    guard typed.isEmpty else { return typed }
    let isCommunity = text(.election, 0, 0).hasPrefix("resident")
    return "\(name)\(isCommunity ? "居民" : "村民")选举委员会"
  }

  private var communityLines: [String] {
    ["community:"] + PlanDraft.lines("  ", ["code", "name", "township"], { text(.community, 0, $0) })
  }

  private var electionLines: [String] {
    let values = [
      ("id", text(.community, 0, 3)), ("term", text(.community, 0, 4)), ("kind", text(.election, 0, 0)),
      ("day", text(.election, 0, 1)), ("issuer", issuer), ("pack", text(.election, 0, 5)),
    ]
    return ["election:"] + PlanDraft.lines("  ", values.map(\.0), { values[$0].1 })
      + ["  hours:"] + PlanDraft.lines("    ", ["open", "close"], { text(.election, 0, $0 + 2) })
  }

  private var postLines: [String] {
    ["posts:"]
      + entries(.posts).enumerated().flatMap { index, fields in
        ["  - id: \"post-\(index + 1)\""]
          + PlanDraft.lines("    ", ["title", "seats"], { fields[$0].input.text })
          + ["    candidates: [\(PlanDraft.list(candidates(index).map { fields[$0].input.text }))]"]
      }
  }

  private var placeLines: [String] {
    ["places:"]
      + entries(.places).enumerated().flatMap { index, fields in
        ["  - number: \"\(index + 1)\""]
          + PlanDraft.lines("    ", ["name", "kind"], { fields[$0].input.text })
          + ["    groups: [\(PlanDraft.list(PlanDraft.parts(of: fields[2].input.text)))]"]
      }
  }

  private var staffLines: [String] {
    ["staff:"]
      + entries(.staff).flatMap { fields in
        ["  - name: \(PlanDraft.quoted(fields[0].input.text))"]
          + PlanDraft.lines("    ", ["role"], { _ in fields[1].input.text })
      }
  }

  /// The fields of a post's candidates that are filled in.
  func candidates(_ entry: Int) -> [Int] {
    let fields = entries(.posts)[entry]
    return fields.indices.dropFirst(PlanDraft.firstCandidate).filter { !fields[$0].input.isEmpty }
  }

  private static func parts(of text: String) -> [String] {
    text.split { " 　、，,".contains($0) }.map(String.init)
  }

  private static func lines(_ indent: String, _ keys: [String], _ value: (Int) -> String) -> [String] {
    keys.enumerated().map { "\(indent)\($0.element): \(quoted(value($0.offset)))" }
  }

  private static func list(_ values: [String]) -> String { values.map(quoted).joined(separator: ", ") }

  /// A text as a double-quoted scalar; whatever is not plainly printable is written as its number.
  static func quoted(_ text: String) -> String {
    "\"" + text.unicodeScalars.map(escaped).joined() + "\""
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    // A byte order mark cannot be seen, and readers of text drop it in front.
    case "\u{FEFF}": return ""
    case "\"", "\\": return "\\\(scalar)"
    case " "..."~", "\u{A1}"..."\u{2027}", "\u{202A}"..."\u{D7FF}", "\u{E000}"..."\u{FEFE}",
      "\u{FF00}"..."\u{FFFD}", "\u{10000}"..."\u{10FFFF}":
      return String(scalar)
    default:
      let digits = String(scalar.value, radix: 16)
      return "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
    }
  }
}
