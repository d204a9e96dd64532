import Ballot
import Foundation

/// The rules of an election with their sources, and what the bureau still has to confirm.
///
/// The pack's file is listed value by value; what the meeting chose stands in place of the pack's default.
struct RuleListing {
  private struct Line: Encodable {
    let rule: String
    let value: String
    let source: String
    let confidence: String
    /// The pack's value where the meeting chose another one.
    let packValue: String?

    var isToConfirm: Bool { confidence == Confidence.assumption.rawValue }
  }

  private let lines: [Line]
  private let pack: RulePack?

  init(_ election: ElectionState) {
    pack = RulePack.named(election.plan.pack)
    guard let file = RulePack.files[election.plan.pack],
      let text = String(validating: file, as: UTF8.self), let json = try? JSON(parsing: text)
    else {
      lines = []
      return
    }
    let chosen = Dictionary(
      election.plan.choices.made.map { ($0.parameter, $0.value) }, uniquingKeysWith: { first, _ in first })
    lines = RuleListing.lines(json, path: "", election.plan.kind).map { line in
      guard let value = chosen[line.rule] else { return line }
      return Line(
        rule: line.rule, value: value, source: line.source, confidence: Confidence.adopted.rawValue,
        packValue: line.value)
    }.sorted { $0.rule < $1.rule }
  }

  /// Every value with a source; of the kinds only the one that is held.
  private static func lines(_ json: JSON, path: String, _ kind: ElectionKind) -> [Line] {
    guard case .object(let members) = json else { return [] }
    if let value = json["value"], let source = json["source"]?.string,
      let confidence = json["confidence"]?.string
    {
      let text = value.string ?? value.canonical
      return [Line(rule: path, value: text, source: source, confidence: confidence, packValue: nil)]
    }
    if let stage = json["stage"]?.string {
      return members.flatMap { lines($0.value, path: "\(path).\(stage).\($0.key)", kind) }
    }
    return members.flatMap { member -> [Line] in
      if path == "kinds", member.key != kind.rawValue { return [] }
      let place = path.isEmpty ? member.key : "\(path).\(member.key)"
      if let steps = member.value.elements { return steps.flatMap { lines($0, path: place, kind) } }
      return lines(member.value, path: place, kind)
    }
  }

  var answer: Answer {
    let open = lines.filter(\.isToConfirm).count
    return Answer(
      lines: lines,
      [
        Sentence(
          zh: "规则包 \(pack?.id ?? "?")：\(pack?.title ?? "")。依据：\(pack?.legalBasis ?? "")。",
          en: "Rule pack \(pack?.id ?? "?"). Legal basis: \(pack?.legalBasis ?? "").")
      ] + lines.map(sentence) + [
        Sentence(
          zh: "共 \(lines.count) 项，其中 \(open) 项标有[U]，须由区县民政部门确认。",
          en: "\(lines.count) values; \(open) are marked [U] and wait for the district civil affairs bureau.")
      ])
  }

  private func sentence(_ line: Line) -> Sentence {
    let adopted = line.packValue.map {
      Sentence(zh: "【会议通过，原为 \($0)】", en: " [adopted by the meeting; the pack has \($0)]")
    }
    let mark = line.isToConfirm ? Sentence(zh: "【[U] 待确认】", en: " [U, to be confirmed]") : adopted
    let name = RuleName.zh(of: line.rule)
    return Sentence(
      zh: "\(name.map { "\($0) " } ?? "")\(line.rule) = \(line.value)（出处：\(line.source)）\(mark?.zh ?? "")",
      en: "\(line.rule) = \(line.value) (source: \(line.source))\(mark?.en ?? "")")
  }
}
