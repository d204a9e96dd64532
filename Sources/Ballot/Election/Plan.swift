/// The name of an election within its community: `2027-1`.
package struct ElectionID: RawRepresentable, Hashable, Sendable, Codable {
  package let rawValue: String
  package init(rawValue: String) { self.rawValue = rawValue }
}

/// What the box was told about an election before it begins: the plan adopted by the meeting.
package struct Plan: Codable, Sendable, Equatable {
  package let election: ElectionID
  package let community: Community
  package let kind: ElectionKind
  /// The rule pack's id.
  package let pack: String
  package let term: Int
  package let day: Day
  package let hours: Hours
  /// The election committee, which issues the papers.
  package let issuer: String
  package let posts: [Post]
  package let choices: LocalChoices
  package let places: [PollingPlace]
  package let staff: [Officer]
  /// SHA-256 of the seal's PNG file, hexadecimal; nil when papers are sealed by hand.
  package let seal: String?
  /// Whether the box leads through every step of the pack's procedure and locks what is not due.
  package let guided: Bool?
  /// What is asked instead of filling posts; then `posts` is the question's one section.
  package let question: Question?
  /// The body that votes, where the kind may be held by several; nil for the usual one.
  package let electorate: Electorate?
  /// The days on which no period ends, from the yearly notice; nil where nobody gave them.
  package let holidays: Holidays?

  package init(
    election: ElectionID, community: Community, kind: ElectionKind, pack: String, term: Int, day: Day,
    hours: Hours, issuer: String, posts: [Post], choices: LocalChoices, places: [PollingPlace],
    staff: [Officer], seal: String?, guided: Bool? = nil, question: Question? = nil,
    electorate: Electorate? = nil, holidays: Holidays? = nil
  ) {
    self.election = election
    self.community = community
    self.kind = kind
    self.pack = pack
    self.term = term
    self.day = day
    self.hours = hours
    self.issuer = issuer
    self.posts = posts
    self.choices = choices
    self.places = places
    self.staff = staff
    self.seal = seal
    self.guided = guided
    self.question = question
    self.electorate = electorate
    self.holidays = holidays
  }

  package func post(_ id: PostID) -> Post? { posts.first { $0.id == id } }
  package func officers(_ role: Officer.Role) -> [Officer] { staff.filter { $0.role == role } }
}

/// A village or an urban community.
package struct Community: Codable, Sendable, Equatable {
  /// Twelve digits, GB/T 10114 and the statistical division code.
  package let code: String
  package let name: String
  /// The township or street above it.
  package let township: String?

  package init(code: String, name: String, township: String?) {
    self.code = code
    self.name = name
    self.township = township
  }
}

/// When the polls are open, as `08:00`.
package struct Hours: Codable, Sendable, Equatable {
  package let open: String
  package let close: String
  package init(open: String, close: String) {
    self.open = open
    self.close = close
  }
}

/// A post to fill, with the candidates in their declared order.
package struct Post: Codable, Sendable, Equatable {
  package let id: PostID
  package let title: String
  package let seats: Int
  package let candidates: [Candidate]

  package init(id: PostID, title: String, seats: Int, candidates: [Candidate]) {
    self.id = id
    self.title = title
    self.seats = seats
    self.candidates = candidates
  }
}

/// A formal candidate (正式候选人).
package struct Candidate: Codable, Sendable, Equatable {
  package let name: String
  package let sex: Sex?
  /// The group that tells two people of one name apart.
  package let group: String?
  package let birth: Day?

  package init(name: String, sex: Sex?, group: String?, birth: Day?) {
    self.name = name
    self.sex = sex
    self.group = group
    self.birth = birth
  }
}

/// A place where people vote.
package struct PollingPlace: Codable, Sendable, Equatable {
  package enum Kind: String, Codable, Sendable, CaseIterable { case main, sub, station }

  /// The numbers that a voter card has room for.
  package static let numbers = 1...65_535

  /// 1, 2, 3 …: the station number on the voter card.
  package let number: Int
  package let name: String
  package let kind: Kind
  /// The groups that vote here; empty for everybody.
  package let groups: [String]

  package init(number: Int, name: String, kind: Kind, groups: [String]) {
    self.number = number
    self.name = name
    self.kind = kind
    self.groups = groups
  }
}

/// A person who works at the polls.
package struct Officer: Codable, Sendable, Equatable {
  package enum Role: String, Codable, Sendable, CaseIterable {
    case chiefScrutineer, scrutineer, caller, tallier, issueClerk, committeeHead, scribe
  }

  package let name: String
  package let role: Role

  package init(name: String, role: Role) {
    self.name = name
    self.role = role
  }
}

extension Plan {
  /// The body that votes: the plan's, else the usual one of the kind.
  package var body: Electorate? {
    electorate ?? RulePack.named(pack)?.rules(for: kind)?.electorates.first
  }
}

extension Electorate {
  /// Whether its members may be represented: representatives vote in person (RULES §2.1).
  package var allowsProxies: Bool {
    switch self {
    case .registeredVoters, .householdRepresentatives, .ownersAssembly: true
    case .residentsRepresentatives, .villagersMeeting, .villagersRepresentativesMeeting, .groupMeeting,
      .cluster, .residentsMeeting, .residentsRepresentativesMeeting, .residentsGroup:
      false
    }
  }
}
