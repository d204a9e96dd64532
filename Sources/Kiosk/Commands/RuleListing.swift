import Ballot
import Foundation

/// The rules of an election with their sources, and what the bureau still has to confirm.
struct RuleListing {
  private struct Line: Encodable {
    let rule: String
    let value: String
    let source: String
    let confidence: String
  }

  private let lines: [Line]

  init(_ election: ElectionState) {
    guard let file = RulePack.files[election.plan.pack],
      let text = String(validating: file, as: UTF8.self), let json = try? JSON(parsing: text)
    else {
      lines = []
      return
    }
    lines = RuleListing.lines(json, path: "").sorted { $0.rule < $1.rule }
  }

  private static func lines(_ json: JSON, path: String) -> [Line] {
    guard case .object(let members) = json else { return [] }
    if let value = json["value"], let source = json["source"]?.string,
      let confidence = json["confidence"]?.string
    {
      return [Line(rule: path, value: value.canonical, source: source, confidence: confidence)]
    }
    return members.flatMap { lines($0.value, path: path.isEmpty ? $0.key : "\(path).\($0.key)") }
  }

  var answer: Answer {
    Answer(
      lines: lines,
      lines.map { line in
        let confirm = line.confidence == "assumption"
        return Sentence(
          zh: "\(line.rule) = \(line.value)（出处：\(line.source)）\(confirm ? "【待主管部门确认】" : "")",
          en: "\(line.rule) = \(line.value) (source: \(line.source))\(confirm ? " [to be confirmed]" : "")")
      })
  }
}
