/// One question put to the vote instead of posts: whether a member is recalled (罢免) or may resign (辞职).
package struct Question: Codable, Sendable, Equatable {
  /// Who asks for a recall, as the committee counted them; the law names the shares.
  package struct Signatures: Codable, Sendable, Equatable {
    package let voters: Int?
    package let households: Int?
    package let representatives: Int?
    /// How many representatives there are.
    package let representativesInAll: Int?

    package init(
      voters: Int? = nil, households: Int? = nil, representatives: Int? = nil,
      representativesInAll: Int? = nil
    ) {
      self.voters = voters
      self.households = households
      self.representatives = representatives
      self.representativesInAll = representativesInAll
    }
  }

  /// The member whom it is about.
  package let person: Candidate
  /// What he or she is: 村民委员会主任.
  package let office: String
  package let petition: Signatures?

  package init(person: Candidate, office: String, petition: Signatures? = nil) {
    self.person = person
    self.office = office
    self.petition = petition
  }

  /// The one post of a plan that asks a question.
  package static let post = PostID(rawValue: "question")

  /// What a voter may answer: one mark in one of three boxes (RULES §4.2).
  package enum Answer: String, Codable, Sendable, CaseIterable {
    case agree, disagree, abstain

    /// The answer as it stands on the ballot.
    package var title: String {
      switch self {
      case .agree: "同意"
      case .disagree: "不同意"
      case .abstain: "弃权"
      }
    }

    package var line: LineID { LineID(rawValue: "\(Question.post.rawValue)/\(rawValue)") }
    /// The answer in the place of a person who gets votes.
    package var person: PersonID { PersonID(rawValue: rawValue) }
  }
}

extension LineID {
  /// The answer that a line stands for; nil for a line with a name.
  package var answer: Question.Answer? { Question.Answer.allCases.first { $0.line == self } }
}

extension Question.Signatures {
  /// The petition against each share that the law takes, for so many voters on the roll.
  package func petition(roll: Int) -> Petition {
    var signers: [ShareBase: (present: Int, due: Int)] = [:]
    if let voters { signers[.roll] = (voters, roll) }
    if let households { signers[.householdRepresentatives] = (households, roll) }
    if let representatives, let all = representativesInAll {
      signers[.representatives] = (representatives, all)
    }
    return Petition(signers)
  }
}
