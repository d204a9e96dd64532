import Ballot

extension Nomination.Kind {
  var sentence: Sentence {
    switch self {
    case .direct: Sentence(zh: "直接提名", en: "nominated directly")
    case .joint: Sentence(zh: "联名提名", en: "nominated jointly")
    case .`self`: Sentence(zh: "自荐", en: "self-nominated")
    case .organisation: Sentence(zh: "组织提名", en: "nominated by an organisation")
    case .open: Sentence(zh: "海选提名", en: "nominated on slips")
    }
  }
}

extension CandidateBook.Status {
  var sentence: Sentence {
    switch self {
    case .nominated: Sentence(zh: "初步候选人，待联审", en: "nominated, to be vetted")
    case .cleared: Sentence(zh: "联审通过", en: "cleared")
    case .rejected: Sentence(zh: "联审不通过", en: "rejected")
    case .withdrawn: Sentence(zh: "已退出", en: "stood down")
    case .formal: Sentence(zh: "正式候选人", en: "formal candidate")
    }
  }
}

extension CandidateOrder {
  var sentence: Sentence {
    switch self {
    case .strokes: Sentence(zh: "姓氏笔画", en: "strokes of the surname")
    case .votes: Sentence(zh: "提名票数", en: "votes")
    case .nomination: Sentence(zh: "提名先后", en: "nomination")
    }
  }
}

extension NegativeListItem {
  /// The item as it stands over a column.
  var sentence: Sentence {
    switch self {
    case .expelledFromParty: Sentence(zh: "被开除党籍", en: "expelled from the Party")
    case .criminalPunishment: Sentence(zh: "受过刑事处罚", en: "criminal punishment")
    case .clanActivity: Sentence(zh: "利用宗族违法", en: "illegal acts through a clan")
    case .criminalGangs: Sentence(zh: "涉黑涉恶", en: "criminal gangs")
    case .illegalReligionOrCult: Sentence(zh: "非法宗教邪教", en: "illegal religion or cult")
    }
  }
}

extension CandidateRefusal {
  /// The refusal's name in JSON.
  var code: String {
    switch self {
    case .namedInPlan: "candidatesInPlan"
    case .noSuchPost: "noSuchPost"
    case .nomineeIsOfficer: "nomineeIsOfficer"
    case .nominatedAlready: "nominatedAlready"
    case .tooFewNominators: "tooFewNominators"
    case .organisationBarred: "organisationBarred"
    case .organisationMissing: "organisationMissing"
    case .votesMissing: "votesMissing"
    case .nominatorNotOnRoll: "nominatorNotOnRoll"
    case .nominatorFull: "nominatorFull"
    case .noSuchNomination: "noSuchNomination"
    case .withdrawnAlready: "withdrawnAlready"
    case .reasonMissing: "reasonMissing"
    case .tooLateToWithdraw: "tooLateToWithdraw"
    case .ballotsPrinted: "ballotsPrintedAlready"
    case .clearedAgainstList: "clearedAgainstList"
    case .itemNotInPack: "itemNotInPack"
    case .notVetted: "notVetted"
    case .surplusMissing: "surplusMissing"
    case .surplusOutOfRange: "surplusOutOfRange"
    case .strokesUnknown: "strokesUnknown"
    case .notSettled: "candidatesNotSettled"
    }
  }

  var sentence: Sentence {
    switch self {
    case .noSuchPost, .nomineeIsOfficer, .nominatedAlready, .namedInPlan, .ballotsPrinted:
      nomineeSentence
    case .tooFewNominators, .organisationBarred, .organisationMissing, .votesMissing, .nominatorNotOnRoll,
      .nominatorFull:
      nominatorSentence
    case .noSuchNomination, .withdrawnAlready, .reasonMissing, .tooLateToWithdraw, .clearedAgainstList,
      .itemNotInPack, .notVetted:
      vettingSentence
    case .surplusMissing, .surplusOutOfRange, .strokesUnknown, .notSettled: listSentence
    }
  }

  private var nomineeSentence: Sentence {
    switch self {
    case .noSuchPost(let post):
      Sentence(
        zh: "方案里没有职位“\(post.rawValue)”，没有登记。请核对。", en: "The plan has no post “\(post.rawValue)”. Check it.")
    case .nomineeIsOfficer(let name):
      Sentence(
        zh: "\(name)是选举工作人员，不能同时是候选人，没有登记。请先由其退出工作人员。",
        en: "\(name) works at the election and cannot be a candidate too; nothing was recorded.")
    case .nominatedAlready(let number):
      Sentence(
        zh: "此人在这个职位上已是第 \(number) 号提名，没有重复登记。",
        en: "This person is nomination \(number) for the post already; nothing was recorded.")
    case .ballotsPrinted:
      Sentence(
        zh: "选票已经印好，候选人不能再变。确有变动的，请停止发票并报镇街选举指导机构。",
        en: "The ballots are printed; the candidates cannot change. Tell the guidance body if they must.")
    default:
      Sentence(
        zh: "候选人已经写在方案里，不再登记提名。", en: "The plan names the candidates already; no nominations are taken.")
    }
  }

  private var nominatorSentence: Sentence {
    switch self {
    case .tooFewNominators(let have, let need):
      Sentence(
        zh: "提名人有 \(have) 名，至少要 \(need) 名，没有登记。", en: "\(have) nominators; at least \(need) are needed.")
    case .organisationBarred:
      Sentence(zh: "按现行规则，组织不能提名，没有登记。", en: "An organisation may not nominate under these rules.")
    case .organisationMissing:
      Sentence(
        zh: "没有登记：组织提名要写明是哪个组织。请用 --organisation。",
        en: "Nothing was recorded: say which organisation with --organisation.")
    case .votesMissing:
      Sentence(
        zh: "没有登记：海选提名要写明得票。请用 --votes。",
        en: "Nothing was recorded: give the votes on nomination slips with --votes.")
    case .nominatorNotOnRoll(let roll):
      Sentence(
        zh: "名册上没有 \(roll) 号选民，不能提名。请核对序号。",
        en: "The roll has no number \(roll) who could nominate. Check it.")
    default:
      if case .nominatorFull(let roll, let most) = self {
        Sentence(
          zh: "\(roll) 号选民在这个职位上已提名 \(most) 人，不能多于应选名额，没有登记。",
          en: "Number \(roll) has nominated \(most) for this post already, as many as it has seats.")
      } else {
        Sentence(zh: "提名不符合规定，没有登记。", en: "The nomination is not lawful; nothing was recorded.")
      }
    }
  }

  private var vettingSentence: Sentence {
    switch self {
    case .noSuchNomination(let number):
      Sentence(zh: "没有第 \(number) 号提名。请核对。", en: "There is no nomination \(number). Check the number.")
    case .withdrawnAlready(let number):
      Sentence(
        zh: "第 \(number) 号提名已经退出，没有再登记。请核对提名号。",
        en: "Nomination \(number) has been withdrawn already. Check the number.")
    case .reasonMissing(let number):
      Sentence(
        zh: "第 \(number) 号提名要写明理由，没有登记。", en: "Nomination \(number) needs a reason; nothing was recorded.")
    case .tooLateToWithdraw(let until):
      Sentence(
        zh: "正式候选人最迟在 \(until) 书面退出，现在已过期限。请报镇街选举指导机构（A20）。",
        en: "A formal candidate may stand down until \(until); tell the guidance body (A20).")
    case .clearedAgainstList(let number):
      Sentence(
        zh: "第 \(number) 号有负面清单情形，不能“通过”，没有导入。",
        en: "Nomination \(number) meets the negative list and cannot be cleared."
      )
    case .itemNotInPack(let item):
      Sentence(
        zh: "现行规则的负面清单没有“\(item.sentence.zh)”，没有导入。", en: "These rules have no item “\(item.sentence.en)”.")
    default:
      if case .notVetted(let numbers) = self {
        Sentence(
          zh: "还有提名没有联审：\(numbers.map(String.init).joined(separator: "、")) 号。请先导入联审结果。",
          en:
            "Still to be vetted: \(numbers.map(String.init).joined(separator: ", ")). Import the findings first."
        )
      } else {
        Sentence(zh: "联审结果不符合规定，没有导入。", en: "The findings are not lawful; nothing was imported.")
      }
    }
  }

  private var listSentence: Sentence {
    switch self {
    case .surplusMissing(let post, let have, let need):
      Sentence(
        zh: "职位 \(post.rawValue) 联审通过 \(have) 人，至少要 \(need) 人，差额不足，名单没有确定。请补充提名。",
        en:
          "\(have) stand for \(post.rawValue), at least \(need) are needed; the list is not settled. Nominate more."
      )
    case .surplusOutOfRange(let post, let asked, let least, let most):
      Sentence(
        zh: "职位 \(post.rawValue) 的差额 \(asked) 不合适，应在 \(least) 到 \(most) 之间。",
        en: "A surplus of \(asked) for \(post.rawValue) is out of range; give \(least) to \(most).")
    case .strokesUnknown(let characters):
      Sentence(
        zh: "笔画表里没有这些字：\(characters.joined(separator: "、"))，不能按笔画排列。请改用 --order votes 或 nomination。",
        en:
          "The stroke table does not know \(characters.joined(separator: ", ")); use --order votes or nomination."
      )
    default:
      Sentence(
        zh: "正式候选人还没有确定，不能排印选票。请先 candidate settle。",
        en: "The formal candidates are not settled, so there is no ballot. Use candidate settle first.")
    }
  }
}
