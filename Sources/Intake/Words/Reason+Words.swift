import Archive

extension Reason {
  /// The reason as it is sent to the station.
  var receipt: ReceiptReason {
    let (code, zh, en) = words
    return ReceiptReason(code: code, zh: zh, en: en)
  }

  private var words: (code: String, zh: String, en: String) {
    switch self {
    case .damaged(let detail):
      (
        ReceiptReason.damaged, "收到的文件与封存时不同（\(detail)）。请重新上传这个包。",
        "The bytes received are not those that were sealed (\(detail)). Upload the bundle again."
      )
    case .tooLarge(let limit):
      (
        "tooLarge", "包大于 \(limit >> 20) MB，没有读取。请联系镇街。",
        "The bundle is larger than \(limit >> 20) MB and was not read. Ask the street."
      )
    case .wrongPlace(let folder):
      (
        "wrongPlace", "包的名称是 \(folder)，与存放位置不符。请用正确的村（社区）和选举编号上传。",
        "The bundle is \(folder) and does not belong where it lies. Upload it under its own community and election."
      )
    case .unknownCommunity(let code):
      (
        "unknownCommunity", "村（社区）\(code) 不在本区名单中。请镇街登记后再处理。",
        "Community \(code) is not on this district's roster. The street has to enrol it first."
      )
    case .unknownKey(let key):
      (
        "unknownKey", "封存用的密钥不是该村（社区）登记的机器：\(key)。请镇街核对机器登记。",
        "It was sealed by a key that is not enrolled for this community: \(key). The street has to check the roster."
      )
    case .malformed(let detail):
      (
        "malformed", "包的内容不合格式：\(detail)。请用新版程序重新封存一版。",
        "The bundle does not have the known form: \(detail). Seal a new revision with a current program."
      )
    case .tableMissing(let table):
      ("tableMissing", "缺少表 \(table)。请重新封存一版。", "The table \(table) is missing. Seal a new revision.")
    case .columnMissing(let table, let column):
      (
        "columnMissing", "表 \(table) 缺少列 \(column)。请重新封存一版。",
        "The table \(table) lacks the column \(column). Seal a new revision."
      )
    case .unknownRulePack(let id):
      (
        "unknownRulePack", "规则包 \(id) 的内容不是本区认可的版本。请核对程序版本。",
        "The rule pack \(id) is none that this district accepts. Check the program's version."
      )
    case .differs(let difference): difference.words
    case .ballotRow(let ballot, let fault): fault.words(ballot)
    case .personalData(let file, let kind): kind.words(file)
    case .cosignatureMissing(let anomaly):
      (
        "cosignatureMissing", "异常 \(anomaly) 须镇街授权，但日志没有镇街的见证签名。请镇街签名后再封存一版。",
        "Anomaly \(anomaly) needs the street's authorisation, and the log has no cosignature of the street. "
          + "Have it cosigned and seal a new revision."
      )
    case .cosignatureUnproven(let name):
      (
        "cosignatureUnproven", "见证签名 \(name) 不能核实。请镇街核对见证密钥。",
        "The cosignature by \(name) cannot be proven. The street has to check the witness's key."
      )
    case .decisionUnproven(let number):
      (
        "decisionUnproven", "日志中第 \(number) 项异常的授权不是镇街签发的。请报告镇街。",
        "The decision on anomaly \(number) in the log is not signed by the street. Report it."
      )
    case .decisionByUnknownKey(let number, let key):
      (
        "decisionUnproven",
        "日志中第 \(number) 项异常的授权由密钥 \(key) 签发，名单上没有。如是镇街的另一把密钥，请当面核对后用 roster add --decisions 登记，再 run --again；不是就报告。",
        "The decision on anomaly \(number) is signed by the key \(key), which is not enrolled. If it is another key of the street, compare it in person, enrol it with roster add --decisions and run --again; else report it."
      )
    case .logRewritten(let size):
      (
        "logRewritten", "日志与以前收到的检查点（\(size) 条）不连续，有被改写的迹象。请停用机器并报告镇街。",
        "The log does not go on from the checkpoint received before (\(size) events): it was rewritten. "
          + "Stop using the box and report it."
      )
    case .revisionTwice(let other):
      (
        "revisionTwice", "这一版已经收过另一个包（\(other.hex.prefix(12))…）。更正请封存新的一版。",
        "Another bundle of this revision was accepted before (\(other.hex.prefix(12))…). Seal a new revision."
      )
    case .publicBundleUnnamed:
      (
        "publicBundleUnnamed", "内部包没有写明属于哪一个公开包。请重新封存一版。",
        "The restricted bundle does not name its public one. Seal a new revision."
      )
    }
  }
}

extension Reason.Difference {
  fileprivate var words: (code: String, zh: String, en: String) {
    (
      "tallyDiffers", "“\(place)”的\(name.zh)写的是 \(stated)，按选票和规则重新计算是 \(found)。请核对后重新封存一版。",
      "\(name.en) of “\(place)” is stated as \(stated); the ballots and the rules give \(found). "
        + "Check it and seal a new revision."
    )
  }

  private var name: (zh: String, en: String) {
    switch quantity {
    case .returned: ("收回票数", "Returned sheets")
    case .void: ("无效票数", "Void sheets")
    case .abstentions: ("弃权票数", "Abstentions")
    case .valid: ("有效票数", "Valid sheets")
    case .votes: ("得票数", "Votes")
    case .against: ("反对票数", "Votes against")
    case .abstain: ("未划票数", "Lines left blank")
    case .nobody: ("未选任何人的票数", "Sheets that chose nobody")
    case .voidSections: ("该职位作废票数", "Void sections")
    case .denominator: ("基数", "The base")
    case .need: ("当选所需票数", "The votes needed")
    case .elected: ("当选", "Elected")
    case .turnoutNeed: ("有效所需收回数", "The turnout needed")
    case .validity: ("选举是否有效", "The validity")
    case .rule: ("规则", "The rule")
    case .candidateName: ("姓名", "The name")
    case .seats: ("名额", "The seats")
    case .rollSize: ("选民数", "The number of voters")
    case .owners: ("业主人数和面积", "Owners by head and by area")
    case .carried: ("是否通过", "Whether it was carried")
    case .slip: ("业主表决票", "The owner's slip")
    }
  }
}

extension Reason.BallotFault {
  fileprivate func words(_ ballot: String) -> (code: String, zh: String, en: String) {
    let (zh, en) = sentence
    return (
      "ballotRow", "选票 \(ballot.prefix(12))…：\(zh)。请核对后重新封存一版。",
      "Ballot \(ballot.prefix(12))…: \(en). Check it and seal a new revision."
    )
  }

  private var sentence: (zh: String, en: String) {
    switch self {
    case .order: ("重复或没有按编号排列", "it is there twice or not in the order of the ids")
    case .lineTwice: ("同一行出现两次，或各行互相矛盾", "a line stands twice, or its lines contradict each other")
    case .unknownValue: ("有不认识的值", "a value is not known")
    case .unknownPost: ("没有这个职位", "there is no such post")
    case .tooManyLines: ("行数过多", "it has too many lines")
    case .counted: ("不应计入而计入，或应计入而没有计入", "a vote counts that may not, or does not count and must")
    case .undecided: ("疑难符号没有经监票员认定", "a doubtful mark was not decided by scrutineers")
    case .verdict: ("没有经过认定，结论却与读数不同", "nobody decided it, and the verdict differs from the reading")
    }
  }
}

extension Reason.PersonalData {
  fileprivate func words(_ file: String) -> (code: String, zh: String, en: String) {
    let (zh, en) = name
    return (
      "personalData", "公开包的 \(file) 里有\(zh)。公开包不得含个人信息；本包已停止公开，请更正后重新封存一版。",
      "\(file) of the public bundle holds \(en). A public bundle may not; it was taken out of public use. "
        + "Correct it and seal a new revision."
    )
  }

  private var name: (zh: String, en: String) {
    switch self {
    case .identityNumber: ("公民身份号码", "an identity number")
    case .telephone: ("电话号码", "a telephone number")
    case .card: ("选民证编码", "the code of a voter card")
    case .picture: ("图片", "a picture")
    case .table: ("内部表", "a table of the restricted bundle")
    case .person: ("名册序号", "a number of the roll")
    }
  }
}
