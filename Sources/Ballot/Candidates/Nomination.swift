/// One person put forward for one post (提名).
package struct Nomination: Codable, Sendable, Equatable {
  /// Who puts a person forward (V26 18, R26 18).
  package enum Kind: String, Codable, Sendable, CaseIterable {
    /// Registered voters, directly (直接提名).
    case direct
    /// Several voters together (联名提名).
    case joint
    /// The person himself or herself (自荐).
    case `self`
    /// The Party organisation or another one (组织提名).
    case organisation
    /// All voters on nomination slips, with everybody's votes (海选提名).
    case open
  }

  /// From 1 in each election; it stands on the vetting table.
  package let number: Int
  package let post: PostID
  /// The nominee's number on the roll.
  package let roll: Int
  package let candidate: Candidate
  package let kind: Kind
  /// Roll numbers of those who nominate; empty for an organisation and for nomination slips.
  package let nominators: [Int]
  package let organisation: String?
  /// Votes on nomination slips.
  package let votes: Int?

  package init(
    number: Int, post: PostID, roll: Int, candidate: Candidate, kind: Kind, nominators: [Int] = [],
    organisation: String? = nil, votes: Int? = nil
  ) {
    self.number = number
    self.post = post
    self.roll = roll
    self.candidate = candidate
    self.kind = kind
    self.nominators = nominators
    self.organisation = organisation
    self.votes = votes
  }

  /// Everybody who stands behind it; somebody who nominates himself is one of them.
  package var supporters: Set<Int> { Set(nominators).union(kind == .`self` ? [roll] : []) }

  /// What nominations are ranked by: votes, else the number of nominators.
  package var support: Int { votes ?? supporters.count }
}

/// A nominee who stands down (退选), in writing.
package struct CandidateWithdrawn: Codable, Sendable, Equatable {
  package let number: Int
  package let reason: String

  package init(number: Int, reason: String) {
    self.number = number
    self.reason = reason
  }
}

/// What the departments found of one nominee (候选人联审).
package struct VettingFinding: Codable, Sendable, Equatable {
  package let number: Int
  package let cleared: Bool
  /// The items of the negative list that are met (RULES §2.2).
  package let items: [NegativeListItem]
  package let reason: String

  package init(number: Int, cleared: Bool, items: [NegativeListItem] = [], reason: String = "") {
    self.number = number
    self.cleared = cleared
    self.items = items
    self.reason = reason
  }
}

/// A vetting table that came back.
package struct CandidatesVetted: Codable, Sendable, Equatable {
  package let findings: [VettingFinding]
  /// The file's name and its hexadecimal SHA-256.
  package let source: String
  package let digest: String

  package init(findings: [VettingFinding], source: String, digest: String) {
    self.findings = findings
    self.source = source
    self.digest = digest
  }
}
