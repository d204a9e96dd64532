@testable import Ballot

/// What staff would write into the fields of papers: one value for every field that they may give.
enum PaperSamples {
  /// The arguments that fill a paper, without what only the box knows.
  static func arguments(_ code: String) -> [String] {
    guard let paper = PaperCatalogue.standard[code] else { return [] }
    return paper.fields.flatMap { name in (values[name] ?? []).flatMap { ["--set", "\(name)=\($0)"] } }
  }

  /// By field; several values for a list or for rows.
  static let values: [String: [String]] = [
    "audited": ["王大山,主任", "李小河,委员"], "auditPeriod": ["2022年1月至2026年12月"],
    "findings": ["账款相符，未发现违反财经纪律的问题。；集体资产登记完整。"], "complaint": ["自公布之日起5日内，镇农经站"],
    "formation": ["村民代表会议"], "meeting": ["村民代表会议"], "meetingDay": ["2027-04-06"], "due": ["45"],
    "present": ["41"], "votesFor": ["39"], "votesAgainst": ["1"], "votesAbstain": ["1"], "head": ["白露"],
    "deputyHead": ["姜守义"], "members": ["何秀兰；冯开云；邓玉珍"], "reserves": ["吴长河；杜鹃"],
    "approval": ["云溪镇选指〔2027〕3号"], "start": ["2027-04-10"], "end": ["2027-04-24"], "place": ["村便民服务中心一楼"],
    "documents": ["居民身份证；户口簿"], "away": ["可以委托家人登记"],
    "decisions": ["1,韦思远,补入,漏登,2027-04-30", "2,牟成,除名,已在外地登记,2027-05-01"], "purpose": ["村民代表"],
    "pollDay": ["2027-05-01"], "hours": ["9:00—11:30"], "quotas": ["1组,12", "2组,10"],
    "representatives": ["1组,周小满,女", "2组,陶一鸣,男"], "leaders": ["1组,吴长河,谢雨", "2组,陶永安,"],
    "formPlace": ["村委会办公室"], "qualifications": ["（一）遵纪守法；（二）热心公益。"],
    "nominees": ["主任,周立田,选民联名,36", "委员,阿卜杜拉·买买提,选民提名,5"], "order": ["姓氏笔画"],
    "objectionDay": ["2027-05-08"], "left": ["龙翠"], "leaveReason": ["近亲属被提名为候选人"], "substitute": ["吴长河"],
    "basis": ["候补名单第一位"], "electorate": ["全体登记选民"], "electors": ["45"], "primaryRule": ["无记名投票"],
    "primaryVotes": ["委员,谢大春,31", "委员,石磊,28"], "vetting": ["均符合任职条件"], "sessionDay": ["2027-05-15"],
    "speakers": ["周立田；莫晓芸"], "countPlace": ["村委会中心会场"], "countTime": ["2027年5月18日16:10"],
    "mobileHours": ["9:00—14:00"], "mobileRoute": ["村委会—三组—高坪院子"], "mobileVoters": ["3组,冯远,流动1号"],
    "scrutineers": ["何秀兰；冯开云"], "proxies": ["1,韦思远,罗秋,近亲属", "2,谢雨,邓玉珍,其他村民"], "scribes": ["向前；白露"],
    "assisted": ["4"], "runoffReason": ["委员职位有一个名额无人达到法定票数"], "authorisation": ["云溪镇选指〔2027〕9号"],
    "runoffPosts": ["委员,1"], "runoffCandidates": ["委员,石磊,12", "委员,田桂香,11"], "runoffDay": ["2027-05-25"],
    "proxyStatus": ["继续有效"], "chosenBy": ["村民代表会议"], "supervisors": ["吴长河,主任,38", "蓝天芳,委员,35"],
    "concerned": ["谢大春"], "post": ["委员"], "petitionKind": ["选民联名"], "petitioners": ["241"],
    "petitionBase": ["1203"], "petitionNeed": ["241"], "petitionReasons": ["不按时公开村务。"],
    "receivedDay": ["2028-03-01"],
    "defence": ["按季度张贴。；两次会议事前均已请假。"], "voters": ["1203"], "returned": ["650"], "yes": ["326"], "no": ["300"],
    "abstain": ["14"], "void": ["10"], "outcome": ["罢免通过"], "filedDay": ["2028-04-20"],
    "filedWith": ["云溪镇人民政府"],
    "ground": ["连续两次民主评议不称职"], "groundDay": ["2028-12-31"], "vacancies": ["委员,1,2028-12-31"],
    "fillPlan": ["由村民会议补选"], "remainingTerm": ["本届剩余任期"], "elected": ["委员,石磊,600"],
    "agenda": ["推选选举委员会"], "chair": ["白露"], "recorder": ["龙翠"], "decision": ["一致通过"], "name": ["韦思远"],
    "sex": ["男"], "group": ["3组"], "household": ["0012"], "class": ["一类"], "objector": ["罗秋"],
    "claim": ["韦思远未列入名单"], "dueDay": ["2027-05-03"], "nominee": ["冉青禾"], "principal": ["韦思远"],
    "agent": ["罗秋"], "relation": ["近亲属"], "certificate": ["0001"], "reason": ["个人意愿"], "box": ["流动1号"],
    "station": ["三组院坝投票站"], "question": ["符号画在两行之间"], "image": ["3f9a"], "rule": ["M06"], "anomaly": ["A09"],
    "evidence": ["发票登记与票根相差一张"], "request": ["继续计票"], "items": ["公章,1枚,"], "year": ["2027"],
    "theme": ["三组道路硬化"], "contact": ["023-45671234"], "postingPlace": ["村务公开栏"],
  ]
}
