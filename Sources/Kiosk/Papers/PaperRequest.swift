import Ballot
import Foundation

/// What staff give for a paper: the fields they wrote, by hand or in a file.
struct PaperRequest {
  let paper: PaperEntry
  /// The number on the paper, where the committee gives another than the running one.
  var document: String?
  private(set) var written: [String: JSON] = [:]

  init(_ code: String) throws {
    guard let paper = PaperCatalogue.standard[code.uppercased()] else {
      throw Failure.unusable(
        code.uppercased().hasPrefix("F") ? "unknownForm" : "unknownBulletin",
        zh: "没有编号为 \(code) 的公告或表格。请用 bulletin list 或 form list 查看。",
        en: "There is no bulletin or form \(code). See bulletin list or form list.")
    }
    self.paper = paper
  }

  /// Takes in `field=value` arguments; a field may come more than once where it is a list or rows.
  mutating func set(_ assignments: [String]) throws {
    var values: [String: [String]] = [:]
    for assignment in assignments {
      guard let sign = assignment.firstIndex(of: "=") else {
        throw Failure.usage("--set FIELD=VALUE: \(assignment)")
      }
      values[String(assignment[..<sign]), default: []].append(
        String(assignment[assignment.index(after: sign)...]))
    }
    for (name, texts) in values.sorted(by: { $0.key < $1.key }) {
      written[name] = try checked(name) { field throws(FieldFault) in
        try field.value(name, written: texts)
      }
    }
  }

  /// Takes in a JSON object of fields.
  mutating func set(file path: String) throws {
    let bytes = try InputFile(path, most: 4 << 20).bytes
    guard let json = try? JSON(parsing: String(decoding: bytes, as: UTF8.self)), let members = json.members
    else {
      throw Failure.unusable(
        "dataUnreadable", zh: "文件 \(path) 不是 JSON 对象，或含有小数。请改正后重试。",
        en: "\(path) is not a JSON object of texts and integers. Correct it and try again.")
    }
    for (name, value) in members.sorted(by: { $0.key < $1.key }) {
      written[name] = try checked(name) { field throws(FieldFault) in try field.check(name, value) }
    }
  }

  /// Keeps what was written for another paper where nothing new is said.
  mutating func inherit(_ facts: PaperFacts) {
    for name in paper.fields where written[name] == nil {
      guard let field = PaperCatalogue.standard.field(name), field.type != .facts else { continue }
      if let value = facts[name] { written[name] = value }
    }
  }

  private func checked(
    _ name: String, _ read: (PaperField) throws(FieldFault) -> JSON
  ) throws -> JSON {
    guard paper.fields.contains(name), let field = PaperCatalogue.standard.field(name) else {
      throw Failure(FieldFault.unknown(name), paper)
    }
    do { return try read(field) } catch { throw Failure(error, paper) }
  }
}

extension Failure {
  /// Why a value cannot stand in a field of a paper.
  init(_ fault: FieldFault, _ paper: PaperEntry) {
    self.init(.unusable, "fieldFault", fault.sentence(paper))
  }
}
