import Foundation
import Testing

@testable import Ballot
@testable import Kiosk

@Suite("docs/formats/staff.md")
struct StaffDocumentTests {
  @Test("The table of duties in the document is the table in the program")
  func table() throws {
    let file = URL(filePath: #filePath).appending(path: "../../../docs/formats/staff.md").standardized
    let text = try String(contentsOf: file, encoding: .utf8)
    let rows = Permissions.standard.rows.map { row in
      let roles = row.roles.map { "`\($0.rawValue)`" }.joined(separator: ", ")
      return "| `\(row.duty.rawValue)` | \(row.duty.sentence.zh) | \(roles) | \(row.people) |"
    }
    for row in rows { #expect(text.contains(row + "\n"), "\(row)") }
    #expect(
      text.split(separator: "\n").count { $0.hasPrefix("| `") && $0.contains("`committeeHead`") }
        <= rows.count)
  }
}
