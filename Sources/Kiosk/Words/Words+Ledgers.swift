import Ballot

extension ProxyRefusal {
  var sentence: Sentence {
    switch self {
    case .notInThisVote:
      Sentence(zh: "这种投票不能委托，请本人到场。", en: "This vote knows no proxies; come in person.")
    case .notOnRoll(let number):
      Sentence(zh: "名册上没有 \(number) 号选民，请核对序号。", en: "The roll has no number \(number); check it.")
    case .agentIsPrincipal:
      Sentence(zh: "委托人和受委托人是同一个人，请核对序号。", en: "Principal and agent are one person; check the numbers.")
    case .agentIsCandidate:
      Sentence(zh: "候选人不能接受委托，请另托他人。", en: "A candidate may not be an agent; choose somebody else.")
    case .agentOutOfScope(let relation, let scope):
      Sentence(
        zh: "受委托人是\(relation.sentence.zh)，这里只能委托\(scope.sentence.zh)。",
        en: "The agent is \(relation.sentence.en); here only \(scope.sentence.en) may be asked.")
    case .agentIsFull(let certificates, let most):
      Sentence(
        zh: "受委托人已经接受 \(certificates.count) 人委托（证号 \(list(certificates))），最多 \(most) 人。",
        en:
          "The agent already stands for \(certificates.count) (certificates \(list(certificates))); \(most) at most."
      )
    case .principalHasAgent(let certificate):
      Sentence(
        zh: "委托人已经办过第 \(certificate) 号委托，请先撤销。",
        en: "The principal gave certificate \(certificate) already; revoke it first.")
    case .agentIsAway(let certificate):
      Sentence(
        zh: "受委托人自己已经委托他人（第 \(certificate) 号），不会到场。",
        en: "The agent gave a mandate away (certificate \(certificate)) and will not come.")
    case .principalIsAgent(let certificates):
      Sentence(
        zh: "委托人自己是别人的受委托人（第 \(list(certificates)) 号），不能转托。",
        en: "The principal is an agent (certificates \(list(certificates))) and cannot pass that on.")
    case .tooLate, .noSuchCertificate, .revoked, .usedAlready, .notPosted, .principalHasVoted, .cardMissing,
      .otherAgent:
      deskSentence
    }
  }

  private var deskSentence: Sentence {
    switch self {
    case .tooLate(let until):
      Sentence(zh: "委托办理已于 \(until) 截止，请本人到场。", en: "Mandates closed on \(until); come in person.")
    case .noSuchCertificate(let number):
      Sentence(zh: "没有第 \(number) 号委托投票证，请核对证号。", en: "There is no certificate \(number); check the number.")
    case .revoked(let number):
      Sentence(zh: "第 \(number) 号委托已经撤销，不能使用。", en: "Certificate \(number) was revoked; do not issue.")
    case .usedAlready(let number):
      Sentence(zh: "第 \(number) 号委托已经领过选票，不能再用。", en: "Certificate \(number) was used already; do not issue.")
    case .notPosted(let number):
      Sentence(
        zh: "第 \(number) 号委托不在按时张贴的名单（B19）上，不能发票。",
        en: "Certificate \(number) is not on the list posted in time (B19); do not issue.")
    case .principalHasVoted(let number):
      Sentence(
        zh: "委托人 \(number) 号已经领过选票，不能再领。",
        en: "The principal, number \(number), has ballots already; do not issue.")
    case .cardMissing(let number):
      Sentence(
        zh: "没有出示委托人 \(number) 号的选民证，请带来再领。",
        en: "The principal's card, number \(number), was not shown; bring it along.")
    case .otherAgent(let number):
      Sentence(
        zh: "这份委托的受委托人是 \(number) 号，请其本人来领。", en: "The agent of this certificate is number \(number).")
    default: sentence
    }
  }

  private func list(_ numbers: [Int]) -> String { numbers.map(String.init).joined(separator: "、") }
}

extension Proxy.Relation {
  var sentence: Sentence {
    switch self {
    case .nearRelative: Sentence(zh: "近亲属", en: "a near relative")
    case .villager: Sentence(zh: "本村其他村民", en: "another villager")
    case .voter: Sentence(zh: "本社区其他选民", en: "another voter")
    }
  }
}

extension ProxyScope {
  var sentence: Sentence {
    switch self {
    case .nearRelative: Sentence(zh: "近亲属", en: "near relatives")
    case .nearRelativeOrVillager: Sentence(zh: "近亲属或者本村其他村民", en: "near relatives or other villagers")
    case .anyVoter: Sentence(zh: "本社区选民", en: "voters of the community")
    case .anyone: Sentence(zh: "任何人", en: "anybody")
    }
  }
}

extension ObjectionRefusal {
  var sentence: Sentence {
    switch self {
    case .notPosted:
      Sentence(
        zh: "名单（B05）还没有公布，不能受理异议，也不能锁定名册。请先公布名单。",
        en: "The roll (B05) is not posted; objections and freezing wait for that. Post it first.")
    case .tooLate(let until):
      Sentence(zh: "名单异议期已于 \(until) 届满，没有受理。", en: "Objections closed on \(until); it was not taken in.")
    case .noSuchObjection(let number):
      Sentence(zh: "没有第 \(number) 号异议，请核对编号。", en: "There is no objection \(number); check the number.")
    case .decidedAlready(let number):
      Sentence(zh: "第 \(number) 号异议已经答复，不能再改。", en: "Objection \(number) is decided already and stays so.")
    case .rollNumberNeeded(.add):
      Sentence(
        zh: "要求补登的人还不在名册上，不要写序号。", en: "Somebody who is missing has no roll number; leave it out.")
    case .rollNumberNeeded:
      Sentence(zh: "没有写异议所指的人，请写明其序号（--roll）。", en: "Say whom the objection is about (--roll).")
    case .notAnAnswer(let claim, let outcome):
      Sentence(
        zh:
          "异议要求“\(claim.sentence.zh)”，不能答复为“\(outcome.sentence.zh)”。请改用“\(claim.granted.sentence.zh)”或“维持”。",
        en: "The objection asks to \(claim.sentence.en); “\(outcome.sentence.en)” is no answer to that.")
    case .open(let numbers):
      Sentence(
        zh: "第 \(numbers.map(String.init).joined(separator: "、")) 号异议还没有答复。请先用 roll decide 答复。",
        en:
          "Objections \(numbers.map(String.init).joined(separator: ", ")) wait. Decide them with roll decide first."
      )
    case .periodRuns(let until):
      Sentence(
        zh: "名单异议期到 \(until) 才满，名册还不能锁定。",
        en: "Objections are heard until \(until); the roll cannot be frozen yet.")
    }
  }
}

extension RollObjection.Claim {
  var sentence: Sentence {
    switch self {
    case .add: Sentence(zh: "补登", en: "add somebody")
    case .remove: Sentence(zh: "除名", en: "remove somebody")
    case .correct: Sentence(zh: "更正", en: "correct an entry")
    }
  }
}

extension RollObjection.Outcome {
  var sentence: Sentence {
    switch self {
    case .added: Sentence(zh: "补登", en: "added")
    case .removed: Sentence(zh: "除名", en: "removed")
    case .corrected: Sentence(zh: "更正", en: "corrected")
    case .kept: Sentence(zh: "维持", en: "kept as it is")
    }
  }
}

extension MobileRefusal {
  var sentence: Sentence {
    switch self {
    case .noSuchBox(let box):
      Sentence(
        zh: "没有登记 \(box) 号流动票箱，请先用 poll mobile list 登记。",
        en: "Mobile box \(box) is not listed; list it first.")
    case .nobodyListed:
      Sentence(zh: "流动票箱名单是空的，请写明选民序号。", en: "Nobody is on the list; give roll numbers.")
    case .notOnRoll(let numbers):
      Sentence(zh: "名册上没有 \(list(numbers)) 号，请核对。", en: "The roll has no \(list(numbers)); check.")
    case .elsewhere(let numbers):
      Sentence(
        zh: "\(list(numbers)) 号选民已在另一票箱名单上，或已委托他人。请先取消其中一种。",
        en: "Numbers \(list(numbers)) are on another box's list or gave a mandate; take one of the two back.")
    case .tooFewScrutineers(let have, let need):
      Sentence(
        zh: "每个流动票箱至少 \(need) 名监票员，现在 \(have) 名。请补足。",
        en: "A mobile box needs \(need) scrutineers; there are \(have).")
    case .notScrutineers(let names):
      Sentence(
        zh: "\(names.joined(separator: "、"))不是本次选举的监票员，请换方案里的监票员。",
        en: "Not scrutineers of this election: \(names.joined(separator: ", ")).")
    case .notApproved(let anomaly):
      Sentence(
        zh: "流动票箱名单还没有经镇街选举指导机构批准（第 \(anomaly) 号，A17），不能出发。",
        en: "The guidance body has not approved this list (anomaly \(anomaly), A17); the box stays.")
    case .notPosted(let box):
      Sentence(
        zh: "\(box) 号流动票箱的名单（B18）还没有张贴，不能出发。请先发布 B18。",
        en: "The list of box \(box) (B18) is not posted; issue B18 first.")
    case .notHere, .notOut, .notListed, .stillOut, .notAScribe, .countOutOfRange: wayTheySay
    }
  }

  private var wayTheySay: Sentence {
    switch self {
    case .notHere(let box):
      Sentence(
        zh: "\(box) 号流动票箱已经出发或收回，不能再做这一步。",
        en: "Mobile box \(box) has left or is back; this is no longer possible.")
    case .notOut(let box):
      Sentence(zh: "\(box) 号流动票箱没有在外，不能做这一步。", en: "Mobile box \(box) is not on its way.")
    case .notListed(let roll, let box):
      Sentence(
        zh: "\(roll) 号选民不在 \(box) 号流动票箱的名单上，不能发票。请其到投票站。",
        en: "Number \(roll) is not on the list of box \(box); do not issue. Send the voter to the station.")
    case .stillOut(let boxes):
      Sentence(
        zh: "\(list(boxes)) 号流动票箱还没有回来，不能结束投票。",
        en: "Mobile boxes \(list(boxes)) are still out; the polls cannot close.")
    case .notAScribe(let name):
      Sentence(
        zh: "“\(name)”不是方案中的代书员，没有登记。", en: "“\(name)” is not a scribe of the plan; nothing was recorded.")
    case .countOutOfRange(let count):
      Sentence(
        zh: "代写人数 \(count) 不合适：应当至少 1 人，且合计不超过已领票人数。",
        en: "\(count) is out of range: at least 1, and together not more than were given ballots.")
    default: sentence
    }
  }

  private func list(_ numbers: [Int]) -> String { numbers.map(String.init).joined(separator: "、") }
}

extension SlipRefusal {
  var sentence: Sentence {
    switch self {
    case .notAnOwnersVote:
      Sentence(zh: "这不是业主投票，不收表决票。请用选票。", en: "This is not an owners' vote; use ballots.")
    case .noSuchOwner(let number):
      Sentence(zh: "业主名册上没有 \(number) 号，请核对。", en: "The register has no owner \(number); check.")
    case .givenAlready(let owner):
      Sentence(zh: "\(owner) 号业主的表决票已经登记，不能再登。", en: "The slip of owner \(owner) is recorded already.")
    case .noSuchLine(let line):
      Sentence(zh: "表决票上没有“\(line.rawValue)”这一行，请核对。", en: "The slip has no line “\(line.rawValue)”; check.")
    }
  }
}
