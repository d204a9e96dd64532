@testable import Ballot

/// The smallest village that can elect: nine voters, three posts.
enum SmallVillage {
  static let plan = """
    format: kiosk-plan/1
    community: {code: "500199001299", name: 小坪村, township: 云溪镇}
    election:
      id: 2027-9
      kind: villageCommittee
      pack: CQ-V-2026
      term: 12
      day: 2027-05-18
      hours: {open: "08:00", close: "16:00"}
      issuer: 小坪村村民选举委员会
    posts:
      - {id: director, title: 主任, seats: 1, candidates: [石大山, 石小川]}
      - {id: deputy, title: 副主任, seats: 1, candidates: [冉文秀, 冉文武]}
      - {id: member, title: 委员, seats: 1, candidates: [田丰收, 田玉珍]}
    places:
      - {number: 1, name: 村委会, kind: main, groups: []}
    staff:
      - {name: 姜守义, role: chiefScrutineer}
      - {name: 何秀兰, role: scrutineer}
      - {name: 邓玉珍, role: caller}
    """

  /// A guided by-election in two months.
  static func guidedPlan(on day: Day) -> String {
    """
    format: kiosk-plan/1
    community: {code: "500199001299", name: 小坪村, township: 云溪镇}
    election:
      id: 2027-9
      kind: byElection
      pack: CQ-V-2026
      term: 12
      day: \(day)
      hours: {open: "08:00", close: "16:00"}
      issuer: 小坪村村民选举委员会
      guided: true
    posts:
      - {id: member, title: 委员, seats: 1, candidates: [田丰收, 田玉珍]}
    places:
      - {number: 1, name: 村委会, kind: main, groups: []}
    staff:
      - {name: 姜守义, role: chiefScrutineer}
      - {name: 何秀兰, role: scrutineer}

    """
  }

  static let roll = """
    姓名,性别,出生日期,村民小组
    石大山,男,1970-01-02,1组
    石小川,男,1975-03-04,1组
    冉文秀,女,1980-05-06,1组
    冉文武,男,1981-07-08,1组
    田丰收,男,1966-09-10,1组
    田玉珍,女,1990-11-12,1组
    龙见月,女,1958-02-03,1组
    龙行雨,男,1999-04-05,1组
    向阳花,女,2001-06-07,1组
    """

  /// The same village with two seats for three members.
  static let planWithTwoMembers = plan.replacing(
    "seats: 1, candidates: [田丰收, 田玉珍]", with: "seats: 2, candidates: [田丰收, 田玉珍, 龙行雨]")
}
