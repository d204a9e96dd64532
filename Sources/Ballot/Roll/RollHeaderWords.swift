/// The headers that rolls carry in practice, and the field that each means.
enum RollHeaderWords {
  /// A recognised header; the lower the rank, the surer.
  struct Match: Equatable {
    let field: RollField
    let rank: Int
  }

  /// What a header means, or nil where it means nothing to the roll (序号, 民族, 与户主关系 …).
  static func match(_ header: String) -> Match? {
    guard header.utf8.count <= 200 else { return nil }
    let key = CellText.headerKey(header)
    if key.isEmpty { return nil }
    if let exact = exactly[key] { return exact }
    return loose(key)
  }

  private static let exactly: [String: Match] = {
    var words: [String: Match] = [:]
    for (field, headers) in table {
      for (rank, header) in headers.enumerated() { words[header] = Match(field: field, rank: rank) }
    }
    return words
  }()

  /// Headers in order of trust: of two optional columns, the earlier one is taken.
  private static let table: [(RollField, [String])] = [
    (.name, ["姓名", "选民姓名", "村民姓名", "居民姓名", "登记人姓名", "人员姓名", "名字", "姓名全称", "选民", "name", "fullname"]),
    (.sex, ["性别", "男女", "sex", "gender"]),
    (
      .identityNumber,
      [
        "公民身份号码", "居民身份证号码", "居民身份证号", "身份证号码", "身份证号", "身份号码", "身份证件号码", "身份证", "证件号码", "证件号",
        "证件编号", "idnumber", "identitynumber", "idcard", "id",
      ]
    ),
    (
      .birthDate,
      ["出生日期", "出生年月日", "出生年月", "出生时间", "出生", "生日", "birthdate", "dateofbirth", "birthday", "birth"]
    ),
    (
      .group,
      [
        "村民小组", "居民小组", "所在村民小组", "所属村民小组", "所在居民小组", "所属居民小组", "所在小组", "所属小组", "小组", "村小组", "组别", "组名",
        "小组名称", "村民小组名称", "居民小组名称", "所在组", "所属组", "组号", "组", "社别", "社", "group",
      ]
    ),
    (
      .household,
      [
        "户号", "户编号", "户编码", "家庭编号", "家庭户号", "户籍编号", "户口簿号", "户口本号", "户口编号", "户主姓名", "户主", "所属户主", "household",
      ]
    ),
    (
      .address,
      [
        "户籍地址", "户籍所在地", "户籍地", "户口所在地", "户籍住址", "家庭住址", "家庭地址", "现住址", "现居住地址", "现居住地", "居住地址", "居住地",
        "住址", "详细地址", "地址", "门牌号", "address",
      ]
    ),
    (
      .registrationClass,
      ["登记类别", "选民类别", "登记类型", "选民类型", "人员类别", "登记情形", "类别", "类型", "class", "registrationclass"]
    ),
    (.phone, ["联系电话", "手机号码", "手机号", "手机", "联系方式", "电话号码", "电话", "本人电话", "phone", "mobile", "tel"]),
    (.station, ["投票站", "投票点", "投票站点", "所属投票站", "投票地点", "所在投票站", "station"]),
    (.note, ["备注", "说明", "附注", "备注说明", "note", "notes", "remarks", "remark"]),
  ]

  /// Longer headers around sure words, such as 选民身份证号码18位.
  private static func loose(_ key: String) -> Match? {
    let strangers = ["有效期", "签发", "住址", "地址", "关系", "复印", "照片", "户主", "委托", "代理", "类型", "种类", "配偶", "父", "母"]
    if strangers.contains(where: { key.contains($0) }) { return nil }
    let words: [(String, RollField)] = [
      ("身份证号", .identityNumber), ("身份号码", .identityNumber), ("证件号码", .identityNumber),
      ("出生日期", .birthDate), ("出生年月", .birthDate), ("村民小组", .group), ("居民小组", .group),
      ("登记类别", .registrationClass), ("选民类别", .registrationClass), ("联系电话", .phone), ("手机号", .phone),
      ("选民姓名", .name),
    ]
    return words.first { key.contains($0.0) }.map { Match(field: $0.1, rank: 100) }
  }
}
