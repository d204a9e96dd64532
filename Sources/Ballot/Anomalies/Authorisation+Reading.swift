extension AuthorisationRequest {
  /// Reads exactly what `bytes` writes; nil for anything else.
  package init?(bytes: [UInt8]) {
    guard let json = Authorisation.members("request", bytes), let box = json["box"]?.string,
      let election = json["election"]?.string, let anomaly = json["anomaly"]?.integer,
      let code = json["code"]?.string.flatMap(AnomalyCode.init), let detail = json["detail"]?.string,
      let evidence = json["evidence"]?.elements?.compactMap(\.string),
      let actions = json["actions"]?.elements?.compactMap({ $0.string.flatMap(AnomalyAction.init) }),
      let asked = json["asked"]?.string.flatMap(Instant.init)
    else { return nil }
    self.init(
      box: box, election: ElectionID(rawValue: election), anomaly: anomaly, code: code, detail: detail,
      evidence: evidence, actions: actions, asked: asked)
    guard self.bytes == bytes else { return nil }
  }
}

extension Authorisation {
  /// Reads exactly what `bytes` writes; nil for anything else.
  package init?(bytes: [UInt8]) {
    guard let json = Authorisation.members("decision", bytes), let box = json["box"]?.string,
      let election = json["election"]?.string, let anomaly = json["anomaly"]?.integer,
      let code = json["code"]?.string.flatMap(AnomalyCode.init), let request = json["request"]?.string,
      let decision = Decision(json), let role = json["role"]?.string.flatMap(Role.init),
      let officer = json["officer"]?.string, let number = json["number"]?.string,
      let issued = json["issued"]?.string.flatMap(Instant.init),
      let expires = json["expires"]?.string.flatMap(Instant.init)
    else { return nil }
    self.init(
      box: box, election: ElectionID(rawValue: election), anomaly: anomaly, code: code, request: request,
      decision: decision, role: role, officer: officer, number: number, issued: issued, expires: expires)
    guard self.bytes == bytes else { return nil }
  }

  /// The members of a payload of a kind; nil when the first line says something else.
  static func members(_ kind: String, _ bytes: [UInt8]) -> JSON? {
    let first = self.bytes(kind, [:]).dropLast(2)
    guard bytes.count <= 64 * 1024, bytes.starts(with: first) else { return nil }
    return try? JSON(parsing: Array(bytes.dropFirst(first.count)))
  }
}

extension Authorisation.Decision {
  fileprivate init?(_ json: JSON) {
    switch (json["authorise"]?.string, json["sendBack"]?.string) {
    case (let action?, nil):
      guard let action = AnomalyAction(rawValue: action) else { return nil }
      self = .authorise(action)
    case (nil, let reason?): self = .sendBack(reason: reason)
    default: return nil
    }
  }
}
