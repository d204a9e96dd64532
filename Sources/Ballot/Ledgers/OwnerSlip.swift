/// One owner's signed slip in an owners' vote, which is open (RULES §2.5): the lines that the owner supports.
package struct OwnerSlip: Codable, Sendable, Equatable {
  /// The owner's number in the register.
  package let owner: Int
  /// The lines chosen; more than seats makes the slip void for that post, not absent.
  package let lines: [LineID]

  package init(owner: Int, lines: [LineID]) {
    self.owner = owner
    self.lines = lines
  }
}

/// Why a slip is not taken in.
package enum SlipRefusal: Error, Hashable, Sendable {
  case notAnOwnersVote
  case noSuchOwner(Int)
  case givenAlready(owner: Int)
  case noSuchLine(LineID)
}
