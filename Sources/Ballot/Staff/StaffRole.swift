/// What somebody who works with the box is there for.
package enum StaffRole: String, Codable, Sendable, CaseIterable {
  /// Checks cards, issues ballots, calls and tallies (工作人员：验证发票员、唱票员、计票员、代书员).
  case stationStaff
  /// 总监票员
  case chiefScrutineer
  /// 监票员
  case scrutineer
  /// The head of the election committee (选举委员会负责人).
  case committeeHead
  /// An officer of the township or street election guidance body (镇街选举指导机构).
  case guidanceBody
  /// Keeps the machine running; sees no roll and takes no step of the election.
  case maintenance
}

extension Officer.Role {
  /// The role at the box of an officer whom the plan names.
  package var staffRole: StaffRole {
    switch self {
    case .chiefScrutineer: .chiefScrutineer
    case .scrutineer: .scrutineer
    case .committeeHead: .committeeHead
    case .caller, .tallier, .issueClerk, .scribe: .stationStaff
    }
  }
}
