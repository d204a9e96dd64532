import Ballot

extension StaffRole {
  /// The role's name.
  var sentence: Sentence {
    switch self {
    case .stationStaff: Sentence(zh: "工作人员", en: "station staff")
    case .chiefScrutineer: Sentence(zh: "总监票员", en: "chief scrutineer")
    case .scrutineer: Sentence(zh: "监票员", en: "scrutineer")
    case .committeeHead: Sentence(zh: "选举委员会负责人", en: "head of the election committee")
    case .guidanceBody: Sentence(zh: "镇街选举指导机构", en: "guidance body")
    case .maintenance: Sentence(zh: "设备维护", en: "maintenance")
    }
  }
}

extension Duty {
  /// What is done, as it stands in “may not …”.
  var sentence: Sentence {
    switch self {
    case .procedure: Sentence(zh: "推进选举程序", en: "move the procedure on")
    case .rollLooking: Sentence(zh: "查看名册", en: "look people up on the roll")
    case .rollKeeping: Sentence(zh: "导入和更正名册", en: "import and correct the roll")
    case .rollFreezing: Sentence(zh: "锁定名册", en: "freeze the roll")
    case .candidates: Sentence(zh: "登记候选人", en: "enter candidates")
    case .cards: Sentence(zh: "印制选民证", en: "print voter cards")
    case .cardReplacement: Sentence(zh: "补办选民证", en: "replace a voter card")
    case .ballots: Sentence(zh: "印制选票", en: "print ballots")
    case .polling: Sentence(zh: "开始和结束投票", en: "open and close the polls")
    case .issuing: Sentence(zh: "验证发票", en: "check cards and issue ballots")
    case .proxies: Sentence(zh: "办理委托投票", en: "register proxies")
    case .counting: Sentence(zh: "开箱读票", en: "open boxes and read sheets")
    case .deciding: Sentence(zh: "认定疑难票", en: "decide doubtful marks")
    case .reconciling: Sentence(zh: "核对票数", en: "reconcile the count")
    case .closing: Sentence(zh: "签字结束计票", en: "sign the totals and close the count")
    case .bulletins: Sentence(zh: "发布公告", en: "issue bulletins")
    case .anomalies: Sentence(zh: "上报异常", en: "report an anomaly")
    case .authorising: Sentence(zh: "录入授权", en: "take in an authorisation")
    case .sealing: Sentence(zh: "封存档案", en: "seal the archive")
    case .exporting: Sentence(zh: "导出档案", en: "carry bundles out")
    case .staffing: Sentence(zh: "管理工作人员名单", en: "manage the staff list")
    case .supervising: Sentence(zh: "查看日志和统计", en: "read the journal and statistics")
    case .maintaining: Sentence(zh: "维护设备", en: "maintain the machine")
    }
  }

  /// Who may do it, for a sentence that sends somebody there.
  var able: Sentence {
    let roles = Permissions.standard.row(self).roles.map(\.sentence)
    return Sentence(
      zh: roles.map(\.zh).joined(separator: "、"), en: roles.map(\.en).joined(separator: ", "))
  }
}

extension StaffRefusal {
  /// The refusal's name in JSON.
  var code: String {
    switch self {
    case .loginNeeded: "loginNeeded"
    case .notAllowed: "notAllowed"
    case .tooFewPeople: "tooFewPeople"
    case .signerAbsent: "signerAbsent"
    case .noSuchPerson: "noSuchPerson"
    case .wrongSecret: "wrongSecret"
    case .waiting: "loginWaiting"
    case .locked: "loginLocked"
    case .credentialDamaged: "credentialDamaged"
    case .firstMustManage: "firstMustManage"
    case .lastManager: "lastManager"
    case .nameTaken: "nameTaken"
    case .nameUnusable: "nameUnusable"
    case .secretTooShort: "secretTooShort"
    case .secretUntypable: "secretUntypable"
    case .secretTooPlain: "secretTooPlain"
    case .tooMany: "tooManyStaff"
    }
  }

  var sentence: Sentence {
    switch self {
    case .loginNeeded(let duty): StaffRefusal.needsLogin(duty)
    case .notAllowed(let name, let role, let duty): StaffRefusal.mayNot(name, role, duty)
    case .tooFewPeople(let duty, let have, let need): StaffRefusal.needsPeople(duty, have, need)
    case .signerAbsent(let name):
      Sentence(
        zh: "以“\(name)”的名义签字，但本人没有登录，没有执行。请本人登录。",
        en: "This is signed as “\(name)”, who is not logged in; nothing was done. They have to log in.")
    case .noSuchPerson:
      Sentence(zh: "名单里没有这个人。请核对姓名。", en: "Nobody of that name is on the list. Check the name.")
    case .wrongSecret(let left, let wait): StaffRefusal.wrong(left, wait)
    case .waiting(let seconds):
      Sentence(
        zh: "连续输错，请过 \(seconds) 秒再试。这一次没有算。",
        en: "Too many wrong tries: wait \(seconds) seconds. This one did not count.")
    case .locked:
      Sentence(
        zh: "连续输错 \(TryLimit.locking) 次，已锁定。请由\(Duty.staffing.able.zh)解锁。",
        en: "Locked after \(TryLimit.locking) wrong tries. To be unlocked by the \(Duty.staffing.able.en).")
    case .credentialDamaged:
      Sentence(
        zh: "保存的登录凭据丢失或被改动，不能登录。请报告，并由\(Duty.staffing.able.zh)重设。",
        en: "The stored credential is missing or was changed. Report it and have it set anew.")
    case .firstMustManage:
      Sentence(
        zh: "名单上第一个人应当是\(Duty.staffing.able.zh)，否则以后没有人能添加别人。",
        en: "The first on the list must be the \(Duty.staffing.able.en), or nobody could add others.")
    case .lastManager:
      Sentence(
        zh: "这是最后一名能管理名单的人，没有删除。请先添加另一名，或先删除其他人。",
        en: "Nobody else can manage the list; nothing was removed. Add another first, or remove the others.")
    case .nameTaken:
      Sentence(zh: "名单里已经有这个姓名。同名的请加上组别。", en: "The name is taken. Add the group to tell them apart.")
    case .nameUnusable:
      Sentence(zh: "姓名应为 1 到 20 个字，不带空格。请重新填写。", en: "A name has 1 to 20 characters, no spaces. Try again.")
    case .secretUntypable:
      Sentence(
        zh: "PIN 或口令里有登录时打不出的字（登录时没有中文输入，打的字也不显示），没有改。请只用键盘上的字母、数字和符号。",
        en:
          "It has characters that cannot be typed at the login, where nothing is shown and no Chinese can be entered; nothing was changed. Use the keyboard's letters, digits and signs."
      )
    case .secretTooShort:
      Sentence(
        zh: "太短。PIN 至少 6 位数字，口令至少 8 个字符。请换一个。",
        en: "Too short: a PIN has at least 6 digits, a passphrase at least 8 characters. Choose another.")
    case .secretTooPlain:
      Sentence(
        zh: "太容易猜（重复或连续的数字）。请换一个。", en: "Too easy to guess: repeated or running digits. Choose another.")
    case .tooMany(let most):
      Sentence(zh: "名单最多 \(most) 人。请先删除不再工作的人。", en: "The list holds \(most) people. Remove some first.")
    }
  }

  private static func needsLogin(_ duty: Duty) -> Sentence {
    Sentence(
      zh: "\(duty.sentence.zh)要先登录，没有执行。请由\(duty.able.zh)登录；用命令时加 --as 姓名。",
      en:
        "To \(duty.sentence.en) somebody has to log in; nothing was done. Log in as one of: \(duty.able.en); with commands, --as NAME."
    )
  }

  private static func mayNot(_ name: String, _ role: StaffRole, _ duty: Duty) -> Sentence {
    Sentence(
      zh: "\(name)是\(role.sentence.zh)，不能\(duty.sentence.zh)，没有执行。请由\(duty.able.zh)登录来做。",
      en:
        "\(name) is \(role.sentence.en) and may not \(duty.sentence.en); nothing was done. Ask one of: \(duty.able.en)."
    )
  }

  private static func needsPeople(_ duty: Duty, _ have: Int, _ need: Int) -> Sentence {
    Sentence(
      zh: "\(duty.sentence.zh)要 \(need) 名不同的人登录，现在只有 \(have) 名，没有执行。请再由一名\(duty.able.zh)登录。",
      en:
        "To \(duty.sentence.en) takes \(need) different people, \(have) logged in; nothing was done. Another of these has to log in: \(duty.able.en)."
    )
  }

  private static func wrong(_ left: Int, _ wait: Int) -> Sentence {
    let zh = wait > 0 ? "请过 \(wait) 秒再试" : "请再试"
    let en = wait > 0 ? "Wait \(wait) seconds and try again" : "Try again"
    return Sentence(
      zh: "PIN、口令或钥匙盘不对，没有登录。\(zh)，还可以试 \(left) 次。",
      en: "The PIN, passphrase or key is wrong; nobody was logged in. \(en); \(left) tries are left.")
  }
}
