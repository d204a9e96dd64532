/// What must add up after a count (RULES §5.2).
///
/// Checked from records, never assumed.
package struct Identity: Sendable, Equatable {
  package enum ID: String, Codable, Sendable, CaseIterable {
    case n01 = "N01"
    case n02 = "N02"
    case n03 = "N03"
    case n04 = "N04"
    case n05 = "N05"
    case n06 = "N06"
    case n07 = "N07"
    case n08 = "N08"
    case n09 = "N09"
    case n10 = "N10"
    case n11 = "N11"
    case n12 = "N12"
    case n13 = "N13"
    case n14 = "N14"
    case n15 = "N15"
    case n16 = "N16"
    case n17 = "N17"
  }

  package let id: ID
  package let holds: Bool
  /// The equation with its numbers: `1300 = 655 + 3 + 642`.
  package let numbers: String

  package init(_ id: ID, _ holds: Bool, _ numbers: String) {
    self.id = id
    self.holds = holds
    self.numbers = numbers
  }
}

/// Every quantity of the day that the identities compare (RULES §5.1).
package struct Quantities: Codable, Sendable, Equatable {
  package var roll = 0
  package var printed = 0
  package var issuedSelf = 0
  package var issuedAgent = 0
  package var issuedMobile = 0
  package var spoiled = 0
  package var unused = 0
  /// Sheets counted out of each box by hand, before reading.
  package var boxes: [Int] = []
  package var stationLedgers: [Int] = []
  package var cardsUsed = 0
  package var certificatesUsed = 0
  /// The most principals that any agent stood for.
  package var principalsOfBusiestAgent = 0

  package init() {}

  package var issued: Int { issuedSelf + issuedAgent + issuedMobile }
  package var fromBoxes: Int { boxes.reduce(0, +) }
}

extension Quantities {
  /// N01 to N05: the stock and the ledgers.
  package func ledgerIdentities(proxyLimit: Int) -> [Identity] {
    [
      Identity(.n01, printed == issued + spoiled + unused, "\(printed) = \(issued) + \(spoiled) + \(unused)"),
      Identity(
        .n02, issued == stationLedgers.reduce(0, +),
        "\(issued) = \(issuedSelf) + \(issuedAgent) + \(issuedMobile) = Σ \(list(stationLedgers))"),
      Identity(.n03, issued <= roll, "\(issued) ≤ \(roll)"),
      Identity(.n04, principalsOfBusiestAgent <= proxyLimit, "\(principalsOfBusiestAgent) ≤ \(proxyLimit)"),
      Identity(
        .n05, cardsUsed == issuedSelf + issuedMobile && certificatesUsed == issuedAgent,
        "\(cardsUsed) = \(issuedSelf) + \(issuedMobile); \(certificatesUsed) = \(issuedAgent)"),
    ]
  }

  /// N06 to N14 for one page of the ballot.
  package func countIdentities(_ tally: PageTally, turnout: Threshold) -> [Identity] {
    let returned = tally.returned
    return [
      Identity(.n06, fromBoxes == returned, "\(returned) = Σ \(list(boxes))"),
      Identity(.n07, returned <= issued, "\(returned) ≤ \(issued)"),
      Identity(.n08, turnout.isMet(by: returned, of: roll), "\(returned) / \(roll) \(turnout)"),
      Identity(.n09, issued >= returned, "\(issued) − \(returned) = \(issued - returned)"),
      Identity(
        .n10, tally.valid >= 0 && returned == tally.valid + tally.abstentions + tally.void,
        "\(returned) = \(tally.valid) + \(tally.abstentions) + \(tally.void)"),
    ] + tally.posts.flatMap(postIdentities) + [
      Identity(.n14, fromBoxes == returned, "\(returned) = \(fromBoxes)")
    ]
  }

  private func postIdentities(_ post: PostTally) -> [Identity] {
    let room = post.seats * (post.base - post.voidSections)
    let most = post.votes.values.max() ?? 0
    var identities: [Identity] = []
    if post.seats == 1 {
      identities.append(
        Identity(
          .n11, post.votesInAll + post.nobody + post.voidSections == post.base,
          "\(post.votesInAll) + \(post.nobody) + \(post.voidSections) = \(post.base)"))
    }
    identities.append(
      Identity(
        .n12, post.votesInAll <= room && most <= post.base - post.voidSections,
        "\(post.votesInAll) ≤ \(room); \(most) ≤ \(post.base - post.voidSections)"))
    identities += post.lines.map { line in
      Identity(
        .n13, line.for + line.against + line.abstain + line.void == post.base,
        "\(line.line.rawValue): \(line.for) + \(line.against) + \(line.abstain) + \(line.void) = \(post.base)"
      )
    }
    return identities
  }

  private func list(_ numbers: [Int]) -> String { numbers.map(String.init).joined(separator: " + ") }
}
