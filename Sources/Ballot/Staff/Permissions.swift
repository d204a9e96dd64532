/// Who may do what at the box, as a table: one row a duty.
package struct Permissions: Sendable {
  /// One row: who may do it, and how many different people it takes.
  package struct Row: Sendable {
    package let duty: Duty
    package let roles: [StaffRole]
    package let people: Int

    init(_ duty: Duty, _ roles: [StaffRole], people: Int = 1) {
      self.duty = duty
      self.roles = roles
      self.people = people
    }
  }

  package let rows: [Row]

  /// The table of this release; docs/formats/staff.md shows it to people.
  package static let standard = Permissions(rows: [
    Row(.procedure, [.committeeHead]),
    Row(.rollLooking, [.stationStaff, .chiefScrutineer, .scrutineer, .committeeHead]),
    Row(.rollKeeping, [.stationStaff, .committeeHead]),
    Row(.rollFreezing, [.committeeHead]),
    Row(.candidates, [.stationStaff, .committeeHead]),
    Row(.cards, [.stationStaff, .committeeHead]),
    Row(.cardReplacement, [.stationStaff, .committeeHead]),
    Row(.ballots, [.stationStaff, .committeeHead]),
    Row(.polling, [.chiefScrutineer, .committeeHead]),
    Row(.issuing, [.stationStaff, .committeeHead]),
    Row(.proxies, [.stationStaff, .committeeHead]),
    Row(.counting, [.stationStaff, .chiefScrutineer, .scrutineer]),
    Row(.deciding, [.chiefScrutineer, .scrutineer], people: 2),
    Row(.reconciling, [.stationStaff, .chiefScrutineer, .scrutineer]),
    Row(.closing, [.chiefScrutineer, .scrutineer], people: 2),
    Row(.bulletins, [.stationStaff, .committeeHead]),
    Row(.anomalies, [.chiefScrutineer, .committeeHead]),
    Row(.authorising, [.guidanceBody, .committeeHead]),
    Row(.sealing, [.chiefScrutineer, .committeeHead]),
    Row(.exporting, [.stationStaff, .chiefScrutineer, .committeeHead, .guidanceBody]),
    Row(.staffing, [.committeeHead]),
    Row(.supervising, [.chiefScrutineer, .committeeHead, .guidanceBody]),
    Row(.maintaining, [.committeeHead, .maintenance]),
  ])

  /// The row of a duty; nobody may do what has none.
  package func row(_ duty: Duty) -> Row { rows.first { $0.duty == duty } ?? Row(duty, []) }

  package func allows(_ role: StaffRole, _ duty: Duty) -> Bool { row(duty).roles.contains(role) }

  /// Everything that a role may do, in the order of the table.
  package func duties(of role: StaffRole) -> [Duty] {
    rows.filter { $0.roles.contains(role) }.map(\.duty)
  }
}
