import Ballot
import Foundation
import Testing

@testable import Archive
@testable import Intake

@Suite("Owners' votes")
struct OwnersTests {
  let district: PracticeDistrict

  init() throws {
    district = try PracticeDistrict()
    try district.enrol()
  }

  /// Seals both bundles as they are after a change, and has them looked at, in either order.
  private func answers(
    restrictedFirst: Bool, slips: PracticeOwners = PracticeOwners(),
    open: (inout PracticeBox.Draft) -> Void = { _ in },
    restricted: (inout PracticeBox.Draft) -> Void = { _ in }
  ) throws -> [Set<String>] {
    let (box, vote) = (try district.box(), PracticeOwners())
    var first = try vote.open(box)
    open(&first)
    let sealed = try box.seal(first, to: district.folder.appending(path: "look"))
    var second = try slips.restricted(box, of: sealed.id)
    restricted(&second)
    let drafts = restrictedFirst ? [second, first] : [first, second]
    let objects = try drafts.map { draft in
      let object = try district.put(box, draft)
      _ = try district.run()
      return object
    }
    return try objects.map { try district.codes($0) }
  }

  @Test("Both bundles of a good vote are accepted, whichever comes first", arguments: [true, false])
  func good(_ restrictedFirst: Bool) throws {
    let codes = try answers(restrictedFirst: restrictedFirst)
    #expect(codes == [[], []])
  }

  /// What a box may state falsely, all of it consistent with the seal.
  enum Stated: String, CaseIterable {
    case votes, area, elected, notElected, need, threshold, slipsOfAll, ownersOfAll, returned, invalid, seats,
      vacant

    func plant(_ draft: inout PracticeBox.Draft) {
      func change(_ table: RecordTable, _ row: Int, _ columns: String..., to value: JSON) {
        for column in columns { draft.tables.rows[table]?[row][column] = value }
      }
      switch self {
      case .votes: change(.tally, 0, "votes", "numerator", to: .integer(5))
      case .area: change(.checks, 2, "numerator", to: .integer(4_000_000))
      case .elected: change(.tally, 2, "elected", to: .bool(true))
      case .notElected: change(.tally, 0, "elected", to: .bool(false))
      case .need: change(.posts, 0, "need", to: .integer(1))
      case .threshold: change(.checks, 2, "threshold", to: .string("> 1/4"))
      case .slipsOfAll: change(.checks, 0, "numerator", to: .integer(5_815_000))
      case .ownersOfAll: change(.checks, 1, "denominator", to: .integer(5))
      case .returned: change(.turnout, 0, "returned", to: .integer(6))
      case .invalid: change(.election, 0, "valid", to: .bool(false))
      case .seats: change(.posts, 0, "seats", to: .integer(3))
      case .vacant: change(.posts, 0, "vacant", to: .integer(2))
      }
    }
  }

  @Test(
    "What the public bundle states falsely is found, at the latest with the slips", arguments: Stated.allCases
  )
  func stated(_ stated: Stated) throws {
    let codes = try answers(restrictedFirst: true, open: stated.plant)
    #expect(codes[0] == [] && codes[1] == ["tallyDiffers"], "\(codes)")
  }

  @Test("An area moved in numerator and verdict alike is found by the slips alone", arguments: [true, false])
  func area(_ restrictedFirst: Bool) throws {
    let codes = try answers(restrictedFirst: restrictedFirst) { draft in
      // Half a square metre more for the first candidate: every rule still gives what is stated.
      let area = draft.tables.rows[.checks]?[2]["numerator"]?.integer ?? 0
      draft.tables.rows[.checks]?[2]["numerator"] = .integer(area + 5000)
    }
    #expect(codes == [[], ["tallyDiffers"]], "\(codes)")
  }

  @Test("Slips that are not those in the log are found", arguments: 0..<6)
  func slips(_ kind: Int) throws {
    let codes = try answers(
      restrictedFirst: false,
      restricted: { draft in
        var rows = draft.tables.rows[.owners] ?? []
        switch kind {
        case 0: rows[2]["chosen"] = .string("member/1 member/2")
        case 1: (rows[4]["slip"], rows[4]["chosen"]) = (.bool(false), .string(""))
        case 2: (rows[5]["slip"], rows[5]["chosen"]) = (.bool(true), .string("member/1"))
        case 3: rows.remove(at: 5)
        case 4: rows[5]["area"] = .integer(900_000)
        default: rows.swapAt(0, 1)
        }
        draft.tables.rows[.owners] = rows
      })
    #expect(codes == [[], ["tallyDiffers"]], "\(codes)")
  }
}
