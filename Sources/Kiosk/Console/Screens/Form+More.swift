import Ballot

extension FormID {
  /// The steps that are there when they are wanted, in the order of an election.
  static let more: [FormID] = [
    .fact, .advance, .objection, .objectionDecide, .nominate, .withdraw, .vetExport, .vetImport, .settle,
    .proxyRegister, .proxyRevoke, .proxyIssue, .mobileList, .mobileSend, .mobileIssue, .mobileReturn, .assist,
    .bulletinList, .bulletinPreview, .anomalyRaise, .anomalySubmit, .anomalyRequest, .anomalyAccept,
    .decisionFile, .roundOpen, .workingForm, .deliberation, .upload, .receipts, .offer, .officers, .settings,
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
    case .refusedRows: refusedRows("", [])
    case .workingForm, .deliberation, .offer, .officers: further(id)
    case .settings: settings(id, briefing.setup)
    default: afterwards(id, briefing)
    }
  }

  /// The list of a roll's refused rows, for a stick.
  static func refusedRows(_ file: String, _ mappings: [String]) -> Form {
    make(.refusedRows, [FormField(.refusedFolder, .file([]))], .exportNow) {
      [["roll", "refused", file] + mappings + ["--out", $0[0].input.text]]
    }
  }

  static func make(
    _ id: FormID, _ fields: [FormField], _ doing: Sentence? = .goAhead,
    _ commands: @escaping @Sendable ([FormField]) -> [[String]]
  ) -> Form {
    Form(id, title: id.words.title, intro: id.words.intro, fields, doing: doing, commands: commands)
  }

  /// An option with what was filled in; nothing where nothing was.
  static func option(_ name: String, _ field: FormField) -> [String] {
    field.input.isEmpty ? [] : [name, field.input.text]
  }

  static func choices(_ values: [(String, Sentence)]) -> FormField.Kind {
    .choice(values.map { FormField.Choice(value: $0.0, words: $0.1) })
  }
}
