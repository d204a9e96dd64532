import Ballot

/// A result in sentences.
struct ResultWords {
  let result: ResultDocument

  init(_ result: ResultDocument) { self.result = result }

  /// The votes, person by person.
  var tally: [Sentence] {
    result.pages.flatMap { page in
      [
        Sentence(
          zh: "收回 \(page.returned) 张：有效 \(page.valid)，弃权 \(page.abstentions)，无效 \(page.void)",
          en:
            "\(page.returned) returned: \(page.valid) valid, \(page.abstentions) abstentions, \(page.void) void"
        )
      ] + page.posts.flatMap(votes)
    }
  }

  private func votes(_ post: ResultDocument.PostResult) -> [Sentence] {
    [Sentence(zh: "\(post.title)（应选 \(post.seats)）", en: "\(post.post) (\(post.seats) seats)")]
      + post.persons.map { person in
        let mark = person.elected ? "✓" : " "
        let written = person.writeIn ? "（另选）" : ""
        return Sentence(
          zh: " \(mark) \(person.name)\(written) \(person.votes) 票",
          en: " \(mark) \(person.name)\(person.writeIn ? " (written in)" : "") \(person.votes)")
      }
  }

  /// Validity, winners, ties and vacancies, each with its numbers.
  var outcome: [Sentence] { validity + result.posts.flatMap(verdict) }

  var validity: [Sentence] {
    result.pages.map { page in
      let (voters, issued) = (result.quantities.roll, result.quantities.issued)
      if let owners = page.checks, owners.first?.rule == .participationArea {
        let verdict =
          page.validity == "valid"
          ? Sentence(zh: "参与表决的业主达到法定面积和人数，表决有效。", en: "Enough owners took part, by area and by head.")
          : Sentence(
            zh: "参与表决的业主不足（A22），没有作出决定。可以延长表决时间或者重新表决。",
            en: "Too few owners took part (A22): nothing is decided. Extend the vote or start again.")
        return Sentence.joined(owners.map(\.sentence)) + verdict
      }
      let word = page.posts.first?.carried == nil ? "选举" : "表决"
      switch page.validity {
      case "valid":
        return Sentence(
          zh:
            "选民 \(voters) 人，发出选票 \(issued) 张，收回 \(page.returned) 张；收回票数不多于发出票数，且达到法定的 \(page.turnoutNeed) 张，\(word)有效。",
          en:
            "\(voters) voters, \(issued) ballots issued, \(page.returned) returned: not more than issued and at least \(page.turnoutNeed); the vote is valid."
        )
      case "moreReturnedThanIssued":
        return Sentence(
          zh: "收回 \(page.returned) 张，多于发出的 \(issued) 张，\(word)无效（A03）。须报镇街选举指导机构审核授权。",
          en:
            "\(page.returned) returned, more than the \(issued) issued: the vote is void (A03). The guidance body has to authorise what follows."
        )
      default:
        return Sentence(
          zh:
            "收回 \(page.returned) 张，不到法定的 \(page.turnoutNeed) 张，\(word)无效（\(page.anomaly ?? "A02")）。须报镇街选举指导机构审核授权。",
          en:
            "\(page.returned) returned, fewer than \(page.turnoutNeed): the vote is void (\(page.anomaly ?? "A02")). The guidance body has to authorise what follows."
        )
      }
    }
  }

  private func verdict(_ post: ResultDocument.PostResult) -> [Sentence] {
    guard post.need > 0 else { return [] }
    if let carried = post.carried { return [answer(post, carried)] }
    var lines = post.elected.compactMap { id in
      post.persons.first { $0.person == id }.map { person in
        Sentence(
          zh:
            "\(person.name)得 \(person.votes) 票，达到当选所需的 \(post.need) 票（收回 \(post.base) 张的\(Threshold(post.threshold)?.chinese ?? "")），当选\(post.title)。",
          en:
            "\(person.name) has \(person.votes) votes of \(post.base), needs \(post.need) (\(post.threshold)): elected \(post.post)."
        )
      }
    }
    if !post.tied.isEmpty {
      let names = post.tied.map(post.name).joined(separator: "、")
      lines.append(
        Sentence(
          zh: "\(names)得票相同，\(post.title)尚有 \(post.tiedSeats) 个名额，须对其再次投票。",
          en:
            "\(names) have equal votes for \(post.tiedSeats) seat(s) of \(post.post): they are voted on again."
        ))
    }
    lines += (post.passedOver ?? []).map { passedOver($0, post) }
    if post.vacant > 0 { lines.append(vacancy(post)) }
    if let kept = post.reservedForWomen, kept > 0 { lines.append(womansSeat(post, kept)) }
    return lines
  }

  /// Whether a question is carried, with its numbers.
  private func answer(_ post: ResultDocument.PostResult, _ carried: Bool) -> Sentence {
    let agree = post.persons.first?.votes ?? 0
    let share = Threshold(post.threshold)?.chinese ?? ""
    return Sentence(
      zh:
        "\(post.title)：同意 \(agree) 票，通过需 \(post.need) 票（收回 \(post.base) 张的\(share)），\(carried ? "获得通过" : "没有通过")。",
      en:
        "\(post.title): \(agree) of \(post.base) agree, \(post.need) are needed (\(post.threshold)): \(carried ? "carried" : "not carried")."
    )
  }

  private func passedOver(
    _ passed: ResultDocument.PassedOver, _ post: ResultDocument.PostResult
  ) -> Sentence {
    let name = post.name(passed.person)
    let other = passed.other.map(result.name) ?? ""
    switch passed.reason {
    case "nearRelative":
      return Sentence(
        zh: "\(name)票数达到，但近亲属\(other)职务较高或票数较多，依照回避规定不当选（A11）。",
        en: "\(name) has the votes, but the near relative \(other) comes before: not elected (A11).")
    case "womanFirst":
      return Sentence(
        zh: "\(name)票数达到；因成员中应当有妇女，由\(other)先当选（A10）。",
        en: "\(name) has the votes; a woman has to be a member, and \(other) takes the seat first (A10).")
    case "seatReserved":
      return Sentence(
        zh: "\(name)票数达到；因没有妇女达到票数，这个名额留给妇女另行选举（A10）。",
        en: "\(name) has the votes; no woman has, and this seat is kept for a runoff among women (A10).")
    default:
      return Sentence(
        zh: "\(name)票数达到，但经审查不符合任职条件，当选无效（A11）。",
        en: "\(name) has the votes but may not hold the post: the win is void (A11).")
    }
  }

  private func womansSeat(_ post: ResultDocument.PostResult, _ kept: Int) -> Sentence {
    let names = (post.womenRunoff ?? []).map(post.name).joined(separator: "、")
    return Sentence(
      zh: "\(post.title)中 \(kept) 个名额只在妇女中另行选举\(names.isEmpty ? "" : "，候选人为\(names)")。",
      en:
        "\(kept) seat(s) of \(post.post) are kept for a runoff among women\(names.isEmpty ? "" : ": \(names)")."
    )
  }

  private func vacancy(_ post: ResultDocument.PostResult) -> Sentence {
    let names = post.runoff.map(post.name).joined(separator: "、")
    return Sentence(
      zh:
        "\(post.title)空缺 \(post.vacant) 名：其余人员未达到 \(post.need) 票。须另行选举\(names.isEmpty ? "" : "，候选人为\(names)")。",
      en:
        "\(post.vacant) seat(s) of \(post.post) stay vacant: nobody else has \(post.need) votes. A runoff follows\(names.isEmpty ? "" : " between \(names)")."
    )
  }
}

extension Threshold {
  /// The threshold as Chinese law words it.
  var chinese: String {
    switch self {
    case .moreThan(1, 2): "过半数"
    case .moreThan(let a, let b): "超过\(b.chinese)分之\(a.chinese)"
    case .atLeast(let a, let b): "\(b.chinese)分之\(a.chinese)以上"
    case .plurality: "多数"
    }
  }
}

extension ResultDocument {
  /// A person's name on whatever post it stands.
  func name(_ person: String) -> String {
    posts.lazy.flatMap(\.persons).first { $0.person == person }?.name ?? person
  }
}

extension ResultWords {
  /// Every verdict with its rule, its numbers and its base.
  var explanation: [Sentence] {
    result.pages.flatMap { page in
      (page.checks ?? []).map(\.sentence)
        + page.posts.flatMap { post in
          post.persons.flatMap { person in
            [person.check, person.areaCheck].compactMap { $0 }.map {
              Sentence(zh: "\(post.title) \(person.name) ", en: "\(post.post) \(person.name): ") + $0.sentence
            }
          }
        }
    }
  }
}
