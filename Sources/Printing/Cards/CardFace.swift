/// What stands on one voter card, as printed.
package struct CardFace: Sendable, Equatable {
  package var name: String
  package var sex: String
  /// The number on the roll, as printed: `0317`.
  package var rollNumber: String
  package var group: String
  package var station: String
  /// Day and hours: `2027年5月18日 8:00—17:00`.
  package var hours: String
  /// What the code says; capitals and digits keep it small.
  package var code: String

  package init(
    name: String, sex: String, rollNumber: String, group: String, station: String, hours: String, code: String
  ) {
    self.name = name
    self.sex = sex
    self.rollNumber = rollNumber
    self.group = group
    self.station = station
    self.hours = hours
    self.code = code
  }
}

/// What all cards of one election have in common.
package struct CardIssue: Sendable, Equatable {
  /// `选民证`, `参选证` or `委托投票证`.
  package var title: String
  /// `青石桥村第十二届村民委员会选举`.
  package var election: String
  package var issuer: String
  /// The day of issue, as printed.
  package var date: String
  /// What to do with the card, one sentence a line.
  package var instructions: [String]

  package init(title: String, election: String, issuer: String, date: String, instructions: [String]) {
    self.title = title
    self.election = election
    self.issuer = issuer
    self.date = date
    self.instructions = instructions
  }
}
