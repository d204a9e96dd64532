import Ballot
import Foundation
import Printing

/// The rows of a roll that are refused, as a list that is carried to whoever mends the file.
///
/// It says what the screen says: identity and telephone numbers are masked.
struct RefusedRows {
  static let table = "roll-refused.csv"
  static let paper = "roll-refused.pdf"

  /// The roll's file, without its folder.
  let source: String
  let rows: [FailureDetail]

  /// Every reason why a roll is not taken in; none where it would be.
  ///
  /// - Throws: `Failure` for a file or a header by which no row was looked at.
  init(_ box: Box, file: String, _ mappings: [RollMapping], _ progress: Progress?) throws {
    let election = try box.election()
    source = URL(filePath: file).lastPathComponent
    do {
      let outcome = try RollReading(election, mappings).read(URL(filePath: file), progress)
      try election.checkHouseholds(outcome.voters(file: file))
      rows = []
    } catch let failure as Failure where failure.code == "rollRefused" {
      rows = failure.details
    }
  }

  private static let header: [Sentence] = [.rowWord, .columnWord, .cellWord, .writtenWord, .reasonWord]

  private func cells(_ row: FailureDetail, _ language: Language) -> [String] {
    let field = row.field.map { RollField(rawValue: $0)?.sentence.text(in: language) ?? $0 }
    return [
      row.row.map(String.init) ?? "", row.column ?? "", field ?? "", row.value ?? "",
      (row.reason ?? row.sentence).text(in: language),
    ]
  }

  // MARK: A file

  /// The list as comma-separated UTF-8 with a mark at its beginning, without which spreadsheet programs guess.
  func bytes(_ language: Language) -> [UInt8] {
    let head = RefusedRows.header.map { $0.text(in: language) }
    let lines = ([head] + rows.map { cells($0, language) }).map { line in
      line.map(RefusedRows.quoted).joined(separator: ",") + "\r\n"
    }
    return Array("\u{FEFF}\(lines.joined())".utf8)
  }

  /// A cell in quotes where it needs them; one that a spreadsheet would take for a formula stays a text.
  private static func quoted(_ cell: String) -> String {
    let isFormula = cell.first.map { "=+-@\t\r".contains($0) } ?? false
    let text = isFormula ? "'" + cell : cell
    guard text.contains(where: { ",\"".contains($0) || $0.isNewline }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }

  // MARK: A paper

  func paper(_ language: Language, _ day: Day) -> Paper {
    let words = RefusedRows.header.map { $0.text(in: language) }
    let columns = [
      Table.Column(words[0], width: 0.9, .centre), .init(words[1], width: 0.7, .centre),
      .init(words[2], width: 1.6), .init(words[3], width: 3), .init(words[4], width: 5),
    ]
    return Paper(
      title: Sentence.refusedTitle.text(in: language),
      blocks: [
        .plain(Sentence.refusedOf(source, rows.count, day).text(in: language)),
        .paragraph(Sentence.refusedAdvice.text(in: language)),
        .table(Table(columns: columns, rows: rows.map { cells($0, language) })),
      ], size: 12)
  }
}
