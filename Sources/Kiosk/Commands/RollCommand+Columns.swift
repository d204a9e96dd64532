import ArgumentParser
import Ballot
import Foundation

extension RollCommand {
  struct Columns: KioskCommand {
    static let configuration = CommandConfiguration(
      commandName: "columns",
      abstract: "看名册各列当作什么，不导入。What the columns of a roll are taken for; nothing is imported.")
    @Argument(help: "名册文件 / the roll") var file: String

    func perform(_ session: Session) async throws -> Answer? {
      let draft = RollColumnsDraft(try RollTableHead(file: file))
      return ColumnsReport(draft, file: file).answer
    }
  }
}

/// What `roll columns` says of a file.
private struct ColumnsReport: Encodable {
  struct Column: Encodable {
    let column: String
    let header: String
    let field: RollField?
    let samples: [String]
  }

  struct Fault: Encodable {
    let code: String
    /// One of these would do, or this one is there more than once.
    let fields: [RollField]?
    let columns: [String]?
    let message: String
  }

  let headerRow: Int
  let columns: [Column]
  let faults: [Fault]
  private let sentences: [Sentence]

  private enum CodingKeys: String, CodingKey { case headerRow, columns, faults }

  init(_ draft: RollColumnsDraft, file: String) {
    headerRow = draft.head.row
    columns = zip(draft.head.columns, draft.fields).map {
      Column(column: $0.letters, header: $0.header, field: $1, samples: $0.samples)
    }
    faults = draft.faults.map { Fault($0, draft.head) }
    sentences =
      [.rollTable(draft.head, file: file)] + columns.map(\.sentence)
      + draft.faults.map { Sentence(zh: "✗ ", en: "✗") + $0.sentence(draft.head) }
  }

  var answer: Answer { Answer(self, sentences) }
}

extension ColumnsReport.Column {
  fileprivate var sentence: Sentence {
    let meaning = field?.sentence ?? .fieldUnused
    return Sentence(
      zh: "\(column)\t\(header)\t\(meaning.zh)\t\(samples.joined(separator: "、"))",
      en: "\(column)\t\(header)\t\(meaning.en)\t\(samples.joined(separator: ", "))")
  }
}

extension ColumnsReport.Fault {
  fileprivate init(_ fault: RollColumnsDraft.Fault, _ head: RollTableHead) {
    message = fault.sentence(head).zh
    switch fault {
    case .missing(let need): (code, fields, columns) = ("missing", need.fields, nil)
    case .twice(let field, let places):
      (code, fields, columns) = ("twice", [field], places.map { head.columns[$0].letters })
    case .unclear: (code, fields, columns) = ("unclear", nil, nil)
    }
  }
}
