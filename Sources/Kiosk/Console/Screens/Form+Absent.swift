import Ballot

/// Those who do not come to the desk themselves: proxies, mobile boxes, scribes.
extension Form {
  static func proxies(_ id: FormID, _ briefing: Briefing) -> Form {
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
        id, [FormField(.principal, .card), FormField(.certificate, .number), FormField(.agent, .number)]
      ) {
        [
          ["poll", "proxy", "issue", "--roll", $0[0].input.text, "--certificate", $0[1].input.text]
            + ["--agent", $0[2].input.text, "--desk", desk]
        ]
      }
    }
  }

  static func mobile(_ id: FormID, _ briefing: Briefing) -> Form {
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
      return make(id, [box, FormField(.rollNumber, .card)]) {
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
}
