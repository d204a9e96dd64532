import Foundation
import Testing

@testable import Ballot

@Suite("Identity numbers, stored")
struct IdentityNumberCodingTests {
  @Test("A stored number comes back whole")
  func roundTrip() throws {
    let number = try IdentityNumber("11010519491231002X", asOf: People.electionDay())
    let bytes = try JSONEncoder().encode([number])
    #expect(String(decoding: bytes, as: UTF8.self) == #"["11010519491231002X"]"#)
    #expect(try JSONDecoder().decode([IdentityNumber].self, from: bytes) == [number])
  }

  @Test("A damaged store is noticed, and the error does not tell the number")
  func damaged() throws {
    let bytes = Data(#"["110105194912310021"]"#.utf8)
    let error = #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([IdentityNumber].self, from: bytes)
    }
    let told = try String(describing: #require(error))
    #expect(!told.contains("110105194912310021"))
  }
}
