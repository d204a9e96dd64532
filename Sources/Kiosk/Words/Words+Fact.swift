import Ballot

extension Fact {
  /// The condition as a person would say it.
  var sentence: Sentence {
    switch self {
    case .auditPublished, .seatsDecided, .committeeQuorum, .committeeUnrelated, .planApproved, .dayFixed,
      .vacancyRecorded, .noticeGiven, .everyoneClassified, .class3Approved, .objectionPeriodOver,
      .objectionsDecided, .rollFrozen, .cardsDelivered, .representativesShareMet, .womenShareMet:
      earlySentence
    case .nominationsWithinLimits, .nomineesVetted, .committeeConflictsResolved, .surplusMet,
      .runoffListFixed,
      .forumHeld, .petitionAccepted, .defenceHeard, .placesReady, .staffUnrelated, .ballotsPrinted,
      .ballotsSealed:
      candidateSentence
    case .meetingQuorum, .boxesShownEmpty, .packOpenedInPublic, .boothInPlace, .pollClosed, .identitiesHold,
      .totalsSigned, .resultAnnounced, .reportFiled, .certificatesIssued, .supervisionQuorum, .handoverSigned,
      .archiveComplete:
      daySentence
    }
  }

  private var earlySentence: Sentence {
    switch self {
    case .auditPublished: Sentence(zh: "离任审计结果已经公布", en: "the outgoing audit is published")
    case .seatsDecided: Sentence(zh: "会议已经决定职数", en: "the meeting has decided the seats")
    case .committeeQuorum:
      Sentence(zh: "推选选举委员会的会议达到法定人数", en: "the meeting that chose the election committee had its quorum")
    case .committeeUnrelated:
      Sentence(zh: "选举委员会中没有候选人及其近亲属", en: "no candidate or near relative sits on the election committee")
    case .planApproved: Sentence(zh: "会议已经通过选举办法", en: "the meeting has adopted the plan")
    case .dayFixed: Sentence(zh: "选举日已经确定", en: "election day is fixed")
    case .vacancyRecorded: Sentence(zh: "职位出缺已经登记", en: "the vacancy is recorded")
    case .noticeGiven: Sentence(zh: "会议通知已经发出，并告知居民委员会", en: "notice of the assembly is given")
    case .everyoneClassified: Sentence(zh: "每个成年人都已按三类登记", en: "every adult is classified")
    case .class3Approved: Sentence(zh: "第三类人员已经会议同意", en: "class 3 voters are approved")
    case .objectionPeriodOver: Sentence(zh: "名单异议期已满", en: "the days for objections are over")
    case .objectionsDecided: Sentence(zh: "异议已经全部答复", en: "every objection is decided")
    case .rollFrozen: Sentence(zh: "选民名册已经锁定", en: "the roll is frozen")
    case .cardsDelivered: Sentence(zh: "选民证已经发放签收", en: "the voter cards are delivered and receipted")
    case .representativesShareMet:
      Sentence(zh: "代表占代表会议组成人员五分之四以上", en: "representatives are four fifths of their meeting")
    default: Sentence(zh: "妇女代表占代表会议组成人员三分之一以上", en: "women are a third of the representatives' meeting")
    }
  }

  private var candidateSentence: Sentence {
    switch self {
    case .nominationsWithinLimits: Sentence(zh: "提名没有超过规定名额", en: "the nominations keep to the limits")
    case .nomineesVetted: Sentence(zh: "提名人选都已联审，有结论", en: "every nominee is vetted")
    case .committeeConflictsResolved:
      Sentence(zh: "被提名的选举委员会成员已经退出", en: "nominees have left the election committee")
    case .surplusMet: Sentence(zh: "候选人多于应选名额", en: "there are more candidates than seats")
    case .runoffListFixed: Sentence(zh: "另行选举候选人已经确定", en: "the runoff's candidates are fixed")
    case .forumHeld: Sentence(zh: "候选人与选民见过面", en: "the candidates have met the voters")
    case .petitionAccepted: Sentence(zh: "罢免要求已经受理", en: "the petition is accepted")
    case .defenceHeard: Sentence(zh: "被要求罢免的成员已经申辩", en: "the member's defence was heard")
    case .placesReady: Sentence(zh: "投票地点已经布置好", en: "the polling places are ready")
    case .staffUnrelated: Sentence(zh: "工作人员中没有候选人及其近亲属", en: "no candidate or near relative is on the staff")
    case .ballotsPrinted: Sentence(zh: "选票已经印好", en: "the ballots are printed")
    default: Sentence(zh: "选票已经封存", en: "the ballots are sealed away")
    }
  }

  private var daySentence: Sentence {
    switch self {
    case .meetingQuorum: Sentence(zh: "会议达到法定人数", en: "the meeting has its quorum")
    case .boxesShownEmpty: Sentence(zh: "票箱已经当众查验为空", en: "the boxes were shown empty")
    case .packOpenedInPublic: Sentence(zh: "选票包当众拆封", en: "the ballot packs were opened in public")
    case .boothInPlace: Sentence(zh: "设有秘密写票处", en: "secret booths are in place")
    case .pollClosed: Sentence(zh: "投票已经结束", en: "the polls are closed")
    case .identitiesHold: Sentence(zh: "数字核对相符", en: "the numbers add up")
    case .totalsSigned: Sentence(zh: "监票员已在计票结果上签字", en: "the scrutineers have signed the totals")
    case .resultAnnounced: Sentence(zh: "结果已经当场公布", en: "the result was announced on the spot")
    case .reportFiled: Sentence(zh: "结果报告单已经上报备案", en: "the report is filed")
    case .certificatesIssued: Sentence(zh: "当选证书已经颁发", en: "the certificates are handed over")
    case .supervisionQuorum:
      Sentence(zh: "推选监督委员会的会议达到法定人数", en: "the meeting that chose the supervision committee had its quorum")
    case .handoverSigned: Sentence(zh: "移交清单已经签字", en: "the handover list is signed")
    default: Sentence(zh: "档案已经封存", en: "the archive is sealed")
    }
  }

  /// A fact by its name in the rule pack or by its Chinese sentence.
  init?(written text: String) {
    guard let fact = Fact.allCases.first(where: { $0.rawValue == text || $0.sentence.zh == text }) else {
      return nil
    }
    self = fact
  }
}
