import Ballot

/// A result in sentences.
struct ResultWords {
  private let result: ResultDocument

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
    if post.vacant > 0 { lines.append(vacancy(post)) }
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
