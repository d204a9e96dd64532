/// Who stands for a post on the ballot, in the declared order.
package struct SettledPost: Codable, Sendable, Equatable {
  package struct Standing: Codable, Sendable, Equatable {
    package let roll: Int
    package let candidate: Candidate

    package init(roll: Int, candidate: Candidate) {
      self.roll = roll
      self.candidate = candidate
    }
  }

  package let post: PostID
  package let seats: Int
  package let candidates: [Standing]

  package init(post: PostID, seats: Int, candidates: [Standing]) {
    self.post = post
    self.seats = seats
    self.candidates = candidates
  }
}

/// In which order candidates stand on the ballot.
package enum CandidateOrder: String, Codable, Sendable, CaseIterable {
  /// Strokes of the surname (姓氏笔画).
  case strokes
  /// Votes or nominators, the most first; equal ones by strokes.
  case votes
  /// The order in which they were nominated.
  case nomination
}

/// The formal candidates (正式候选人).
package struct CandidatesSettled: Codable, Sendable, Equatable {
  package let order: CandidateOrder
  package let posts: [SettledPost]

  package init(order: CandidateOrder, posts: [SettledPost]) {
    self.order = order
    self.posts = posts
  }
}

extension Plan {
  /// The plan with other people on the ballot, and only the posts that are voted on.
  package func holding(_ settled: [SettledPost], on day: Day? = nil) -> Plan {
    Plan(
      election: election, community: community, kind: kind, pack: pack, term: term, day: day ?? self.day,
      hours: hours, issuer: issuer,
      posts: settled.compactMap { settled in
        post(settled.post).map {
          Post(
            id: $0.id, title: $0.title, seats: settled.seats, candidates: settled.candidates.map(\.candidate))
        }
      },
      choices: choices, places: places, staff: staff, seal: seal, guided: guided, question: question)
  }

  /// The plan as another kind, whose procedure leads through a later round.
  func asKind(_ kind: ElectionKind) -> Plan {
    Plan(
      election: election, community: community, kind: kind, pack: pack, term: term, day: day, hours: hours,
      issuer: issuer, posts: posts, choices: choices, places: places, staff: staff, seal: seal,
      guided: guided,
      question: question)
  }

  /// Whether the box takes nominations, because the plan names nobody.
  package var takesNominations: Bool { question == nil && posts.allSatisfy(\.candidates.isEmpty) }
}
