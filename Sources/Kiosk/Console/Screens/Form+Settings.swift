extension Form {
  /// How the box is set up; an empty field means the usual.
  static func settings(_ id: FormID, _ setup: Setup) -> Form {
    make(id, Setting.allCases.map { FormField($0, setup) }, .keepSettings) { fields in
      [["settings", "set"] + zip(Setting.allCases, fields).map { "\($0.rawValue)=\($1.input.text)" }]
    }
  }
}

extension FormField {
  /// The field of a setting, with what is set.
  init(_ setting: Setting, _ setup: Setup) {
    let kind: Kind =
      switch setting {
      case .station, .desk, .idleMinutes: .number
      case .camera, .queue: .text
      case .language:
        .choice([
          Choice(value: "", words: setting.otherwise), Choice(value: "zh", words: .inChinese),
          Choice(value: "en", words: .inEnglish),
        ])
      }
    let (name, usual) = (setting.sentence, setting.otherwise)
    self.init(
      Sentence(zh: "\(name.zh)（不填：\(usual.zh)）", en: "\(name.en) (empty: \(usual.en))"), kind,
      value: setup.text(setting) ?? "", isOptional: true)
  }
}
