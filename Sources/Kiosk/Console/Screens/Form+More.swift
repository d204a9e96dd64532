import Ballot

extension FormID {
  /// The steps that are there when they are wanted, in the order of an election.
  static let more: [FormID] = [
    .fact, .advance, .objection, .objectionDecide, .nominate, .withdraw, .vetExport, .vetImport, .settle,
    .proxyRegister, .proxyRevoke, .proxyIssue, .mobileList, .mobileSend, .mobileIssue, .mobileReturn, .assist,
    .bulletinList, .bulletinPreview, .anomalyRaise, .anomalySubmit, .anomalyRequest, .anomalyAccept,
    .decisionFile, .roundOpen, .upload, .receipts, .settings,
  ]
}

extension Form {
  /// The form of a step that stands in the further menu.
  static func more(_ id: FormID, _ briefing: Briefing) -> Form {
    switch id {
    case .fact, .advance, .objection, .objectionDecide: procedure(id)
    case .nominate, .withdraw, .vetExport, .vetImport, .settle: candidates(id, briefing)
    case .proxyRegister, .proxyRevoke, .proxyIssue: proxies(id, briefing)
    case .mobileList, .mobileSend, .mobileIssue, .mobileReturn, .assist: mobile(id, briefing)
    case .settings: settings(id, briefing.setup)
    default: afterwards(id, briefing)
    }
  }

  static func make(
    _ id: FormID, _ fields: [FormField], _ doing: Sentence? = .goAhead,
    _ commands: @escaping @Sendable ([FormField]) -> [[String]]
  ) -> Form {
    Form(id, title: id.words.title, intro: id.words.intro, fields, doing: doing, commands: commands)
  }

  /// An option with what was filled in; nothing where nothing was.
  private static func option(_ name: String, _ field: FormField) -> [String] {
    field.input.isEmpty ? [] : [name, field.input.text]
  }

  private static func choices(_ values: [(String, Sentence)]) -> FormField.Kind {
    .choice(values.map { FormField.Choice(value: $0.0, words: $0.1) })
  }

  private static func procedure(_ id: FormID) -> Form {
    switch id {
    case .fact:
      let facts = Fact.allCases.filter { $0.witness == .staff }.map { ($0.rawValue, $0.sentence) }
      return make(
        id,
        [
          FormField(.whichFact, choices(facts)), FormField(.sinceDay, .text, isOptional: true),
          FormField(.remark, .text, isOptional: true),
        ]
      ) { [["election", "record", $0[0].input.text] + option("--day", $0[1]) + option("--note", $0[2])] }
    case .advance:
      let stages = Stage.allCases.map { ($0.rawValue, $0.sentence) }
      return make(id, [FormField(.whichStage, choices(stages))]) {
        [["election", "advance", $0[0].input.text]]
      }
    case .objection:
      let claims = [("add", Sentence.claimAdd), ("remove", .claimRemove), ("correct", .claimCorrect)]
      return make(
        id,
        [
          FormField(.whatIsAsked, choices(claims)), FormField(.rollNumber, .number, isOptional: true),
          FormField(.objectionText, .text),
        ]
      ) {
        [["roll", "object", "--claim", $0[0].input.text] + option("--roll", $0[1]) + option("--text", $0[2])]
      }
    default:
      let outcomes = [
        ("kept", Sentence.outcomeKept), ("added", .outcomeAdded), ("removed", .outcomeRemoved),
        ("corrected", .outcomeCorrected),
      ]
      return make(
        id,
        [
          FormField(.objectionNumber, .number), FormField(.decision, choices(outcomes)),
          FormField(.reason, .text),
        ]
      ) {
        [["roll", "decide", $0[0].input.text, "--outcome", $0[1].input.text, "--reason", $0[2].input.text]]
      }
    }
  }

  private static func candidates(_ id: FormID, _ briefing: Briefing) -> Form {
    switch id {
    case .nominate:
      let posts = (briefing.election?.plan.posts ?? []).map {
        ($0.id.rawValue, Sentence(zh: $0.title, en: $0.title))
      }
      let kinds = [
        ("direct", Sentence.directly), ("joint", .jointly), ("self", .bySelf),
        ("organisation", .byOrganisation),
        ("open", .openly),
      ]
      return make(
        id,
        [
          FormField(.post, choices(posts)), FormField(.nominee, .number),
          FormField(.nominationKind, choices(kinds)),
          FormField(.nominators, .text, isOptional: true),
        ]
      ) { fields in
        [
          ["candidate", "nominate", "--post", fields[0].input.text, "--roll", fields[1].input.text]
            + ["--kind", fields[2].input.text] + option("--by", fields[3])
        ]
      }
    case .withdraw:
      return make(id, [FormField(.nominationNumber, .number), FormField(.reason, .text)]) {
        [["candidate", "withdraw", "--number", $0[0].input.text, "--reason", $0[1].input.text]]
      }
    case .vetExport:
      return make(id, [FormField(.stick, .file([]))]) {
        [["candidate", "vet", "export", "--out", $0[0].input.text]]
      }
    case .vetImport:
      return make(id, [FormField(.vettingTable, .file(["xlsx", "xls", "csv"]))]) {
        [["candidate", "vet", "import", $0[0].input.text]]
      }
    default:
      let orders = [("strokes", Sentence.byStrokes), ("votes", .byVotes), ("nomination", .byNomination)]
      return make(id, [FormField(.order, choices(orders))]) {
        [["candidate", "settle", "--order", $0[0].input.text]]
      }
    }
  }

  private static func proxies(_ id: FormID, _ briefing: Briefing) -> Form {
    let desk = String(briefing.desk)
    switch id {
    case .proxyRegister:
      let relations = Proxy.Relation.allCases.map { ($0.rawValue, $0.sentence) }
      return make(
        id,
        [
          FormField(.principal, .number), FormField(.agent, .number),
          FormField(.relation, choices(relations)),
        ]
      ) {
        [
          ["poll", "proxy", "register", "--principal", $0[0].input.text, "--agent", $0[1].input.text]
            + ["--relation", $0[2].input.text]
        ]
      }
    case .proxyRevoke:
      return make(id, [FormField(.certificate, .number), FormField(.reason, .text)]) {
        [["poll", "proxy", "revoke", $0[0].input.text, "--reason", $0[1].input.text]]
      }
    default:
      return make(
        id, [FormField(.principal, .number), FormField(.certificate, .number), FormField(.agent, .number)]
      ) {
        [
          ["poll", "proxy", "issue", "--roll", $0[0].input.text, "--certificate", $0[1].input.text]
            + ["--agent", $0[2].input.text, "--desk", desk]
        ]
      }
    }
  }

  private static func mobile(_ id: FormID, _ briefing: Briefing) -> Form {
    let box = FormField(.mobileBox, .number)
    let desk = String(briefing.desk)
    switch id {
    case .mobileList:
      return make(
        id,
        [
          box, FormField(.rollNumbers, .text), FormField(.witnesses, .people(briefing.scrutineers, least: 1)),
          FormField(.route, .text),
        ]
      ) { fields in
        let voters = fields[1].input.text.split { !$0.isNumber }.flatMap { ["--roll", String($0)] }
        return [
          ["poll", "mobile", "list", "--box", fields[0].input.text] + voters
            + fields[2].people.flatMap { ["--scrutineer", $0] } + ["--route", fields[3].input.text]
        ]
      }
    case .mobileSend: return make(id, [box]) { [["poll", "mobile", "send", "--box", $0[0].input.text]] }
    case .mobileIssue:
      return make(id, [box, FormField(.rollNumber, .number)]) {
        [["poll", "mobile", "issue", "--box", $0[0].input.text, "--roll", $0[1].input.text, "--desk", desk]]
      }
    case .mobileReturn: return make(id, [box]) { [["poll", "mobile", "return", "--box", $0[0].input.text]] }
    default:
      let scribes = briefing.election?.plan.officers(.scribe).first?.name ?? ""
      return make(id, [FormField(.scribe, .text, value: scribes), FormField(.howMany, .number, value: "1")]) {
        [["poll", "assist", "--scribe", $0[0].input.text, "--voters", $0[1].input.text]]
      }
    }
  }

  /// A form that ends in the anomaly's request on the screen.
  private static func request(_ id: FormID, _ command: String, _ papers: [FormField] = []) -> Form {
    var form = make(id, [FormField(.anomalyNumber, .number)] + papers) { fields in
      [["anomaly", command, fields[0].input.text] + fields.dropFirst().flatMap { option("--evidence", $0) }]
    }
    form.next = { $0[0].input.number.map(Place.request) }
    return form
  }

  /// The next round: what the results leave open comes first.
  private static func round(_ id: FormID, _ briefing: Briefing) -> Form {
    let kinds = [("runoff", Sentence.runoff), ("revote", .revote), ("fresh", .fresh)]
    let open = briefing.openVotes.map(\.rawValue)
    var form = make(
      id,
      [
        FormField(.roundKind, choices(kinds), value: open.first { $0 == "revote" } ?? open.first ?? ""),
        FormField(.roundDay, .text, isOptional: true),
        FormField(.roundCards, choices([("", .cardsKept), ("--new-cards", .cardsNew)]), isOptional: true),
      ], .openRound
    ) { fields in
      [
        ["round", "open", fields[0].input.text] + option("--day", fields[1])
          + fields[2].input.text.split(separator: " ").map(String.init)
      ]
    }
    form.question = { _ in .openRoundQuestion }
    return form
  }

  private static func afterwards(_ id: FormID, _ briefing: Briefing) -> Form {
    switch id {
    case .bulletinList: make(id, [], nil) { _ in [["bulletin", "list"]] }
    case .bulletinPreview:
      make(id, [FormField(.bulletinCode, .text, value: "B22")], .preview) {
        [["bulletin", "preview", $0[0].input.text.uppercased()]]
      }
    case .anomalyRaise:
      make(
        id,
        [
          FormField(.anomalyCode, choices(AnomalyCode.allCases.map { ($0.rawValue, $0.sentence) })),
          FormField(.whatHappened, .text),
        ]
      ) {
        [["anomaly", "raise", $0[0].input.text, "--detail", $0[1].input.text]]
      }
    case .anomalySubmit: request(id, "submit", [FormField(.evidence, .file(["jpg", "jpeg", "png", "pdf"]))])
    case .anomalyRequest: request(id, "request")
    case .decisionFile:
      make(id, [FormField(.decisionCode, .file(["txt", "png", "jpg"]))]) {
        [["anomaly", "accept", "--file", $0[0].input.text]]
      }
    case .roundOpen: round(id, briefing)
    case .upload: make(id, [], .sendNow) { _ in [["archive", "upload"]] }
    default: make(id, [], nil) { _ in [["archive", "receipts"]] }
    }
  }
}
