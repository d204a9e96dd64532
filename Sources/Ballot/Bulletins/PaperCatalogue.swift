import FoundationEssentials

/// All bulletins and forms that the box knows, as data: docs/formats/templates.md.
package struct PaperCatalogue: Decodable, Sendable {
  /// In the order of their codes, bulletins before forms.
  package let papers: [PaperEntry]
  private let fields: [String: PaperField]

  /// The catalogue that ships.
  package static let standard: PaperCatalogue = {
    let file = Data(PackageResources.Papers_json)
    guard let catalogue = try? JSONDecoder().decode(PaperCatalogue.self, from: file) else {
      preconditionFailure("the catalogue of papers is not readable")
    }
    return catalogue
  }()

  package subscript(code: String) -> PaperEntry? { papers.first { $0.code == code } }

  /// What a field is called and what may stand in it.
  package func field(_ name: String) -> PaperField? { fields[name] }

  package var bulletins: [PaperEntry] { papers.filter(\.isBulletin) }
  package var forms: [PaperEntry] { papers.filter { !$0.isBulletin } }
}

/// One bulletin or form of the catalogue.
package struct PaperEntry: Decodable, Sendable, Equatable {
  /// Who signs it where nobody says otherwise.
  package enum Issuer: String, Decodable, Sendable { case electionCommittee, committee, township }

  /// `B05`, `F12`.
  package let code: String
  package let title: String
  package let english: String
  /// The names of the procedures it belongs to; nil for all.
  package let procedures: [String]?
  package let stage: Stage
  private let issuedBy: Issuer?
  private let bag: BundleShare?
  private let mayRepeat: Bool?
  /// How long it hangs; nil for a form.
  package let posting: Ruled<PostingPeriod>?
  private let kept: Ruled<Retention>?
  /// The fact of the procedure that is true once it is out.
  package let fulfils: Fact?
  private let needed: [String]?
  private let taken: [String]?

  private enum CodingKeys: String, CodingKey {
    case code, title, english, procedures, stage, posting, fulfils
    case issuedBy = "issuer"
    case bag
    case mayRepeat = "repeats"
    case kept = "retention"
    case needed = "needs"
    case taken = "takes"
  }

  package var isBulletin: Bool { code.hasPrefix("B") }
  package var issuer: Issuer { issuedBy ?? .electionCommittee }
  package var share: BundleShare { bag ?? .public }
  /// Whether more than one may be issued in an election.
  package var repeats: Bool { mayRepeat ?? false }
  /// The version of the template, printed at the foot.
  package var version: String { "\(code)/1" }

  package var retention: Ruled<Retention> {
    kept ?? Ruled(.permanent, source: "RULES 8.2 item 4; U", confidence: .assumption)
  }

  /// The fields without which it is not issued.
  package var needs: [String] { needed ?? [] }
  /// Every field that it has.
  package var fields: [String] { needs + (taken ?? []) + (isBulletin ? ["contact", "postingPlace"] : []) }
}

/// Who may read a paper in the sealed record.
package enum BundleShare: String, Decodable, Sendable { case `public`, restricted }

/// How long a record is kept (RULES §8.2).
package enum Retention: String, Codable, Sendable {
  case permanent
  case thirtyYears = "30 years"
  case tenYears = "10 years"
}

/// How long a bulletin has to hang.
package enum PostingPeriod: Codable, Sendable, Equatable {
  /// At least so many days, the day of posting not counted.
  case days(Int)
  case untilElectionDay

  package init?(_ text: String) {
    if text == "until election day" {
      self = .untilElectionDay
    } else if text.hasSuffix(" days"), let days = Int(text.dropLast(5)), days > 0 {
      self = .days(days)
    } else {
      return nil
    }
  }

  package var description: String {
    switch self {
    case .days(let days): "\(days) days"
    case .untilElectionDay: "until election day"
    }
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let period = PostingPeriod(text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a period: \(text)")
    }
    self = period
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }

  /// The first day on which a bulletin posted on a day may be taken down.
  package func end(posted: Day, electionDay: Day) -> Day {
    switch self {
    case .days(let days): posted.adding(days: days)
    case .untilElectionDay: max(posted, electionDay)
    }
  }
}
