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

  /// What the screen calls each line of the ballot.
  static let places = [
    "director/1": "主任　石大山", "director/2": "主任　石小川", "deputy/1": "副主任　冉文秀", "deputy/2": "副主任　冉文武",
    "member/1": "委员　田丰收", "member/2": "委员　田玉珍",
  ]
}
