import Ballot

/// The steps that are done by filling in a few fields.
enum FormID: String, Hashable, Sendable, CaseIterable {
  case plan, rollFreeze, refusedRows, cards, reissue, candidates, ballots, pollOpen, pollClose, countOpen
  case reconcile, countClose, recountOpen, recountClose, bulletins, seal, export, anomalies, doctor, journal,
    staff
  case fact, advance, objection, objectionDecide, nominate, withdraw, vetExport, vetImport, settle
  case proxyRegister, proxyRevoke, proxyIssue, mobileList, mobileSend, mobileIssue, mobileReturn, assist
  case bulletinList, bulletinPreview, anomalyRaise, anomalySubmit, anomalyRequest, anomalyAccept,
    decisionFile, roundOpen
  case workingForm, deliberation, upload, receipts, offer, officers, settings
}

/// One thing to fill in.
struct FormField: Equatable, Sendable {
  enum Kind: Equatable, Sendable {
    case number
    /// A voter's number, typed or taken from the card under the camera.
    case card
    case text
    /// Shown as stars.
    case secret
    /// A file with one of these endings, or with none of them a folder.
    case file([String])
    case choice([Choice])
    /// Some of these people, each switched by the key of their place.
    case people([String], least: Int)
  }

  /// One of several values.
  struct Choice: Equatable, Sendable {
    let value: String
    let words: Sentence
  }

  let label: Sentence
  let kind: Kind
  let isOptional: Bool
  var input: TextField

  init(_ label: Sentence, _ kind: Kind, value: String = "", isOptional: Bool = false) {
    self.label = label
    self.kind = kind
    self.isOptional = isOptional
    switch kind {
    case .number, .card: input = TextField(.digits, most: 7, text: value)
    case .choice(let choices):
      input = TextField(.text, text: value.isEmpty ? choices.first?.value ?? "" : value)
    case .text, .secret, .file, .people: input = TextField(.text, text: value)
    }
  }

  /// The people who are switched on.
  var people: [String] { input.text.split(separator: "\n").map(String.init) }

  /// What is wrong with the value; nil when it may be used.
  var problem: Sentence? {
    switch kind {
    case .people(_, let least):
      guard people.count < least else { return nil }
      return Sentence(zh: "“\(label.zh)”要选 \(least) 人。", en: "Choose \(least) for “\(label.en)”.")
    default:
      guard input.text.isEmpty, !isOptional else { return nil }
      return Sentence(zh: "请填写“\(label.zh)”。", en: "Fill in “\(label.en)”.")
    }
  }
}

/// What a form asks, and the commands it stands for.
struct Form: Sendable {
  let id: FormID
  let title: Sentence
  let intro: Sentence
  var fields: [FormField]
  /// What Enter does in the end; nil for a mere list.
  let doing: Sentence?
  /// What will happen, for steps that cannot be taken back.
  var question: (@Sendable ([FormField]) -> Sentence)?
  let commands: @Sendable ([FormField]) -> [[String]]
  /// What is done where it is no command; nil with something wrong in the fields.
  var job: (@Sendable ([FormField]) -> Job?)?
  /// Where it goes on when the commands have been done.
  var next: (@Sendable ([FormField]) -> Place?)?
  /// A paper that can be looked at first.
  var paper: PaperKind? {
    switch id {
    case .cards: .cards
    case .ballots: .ballots
    default: nil
    }
  }

  init(
    _ id: FormID, title: Sentence, intro: Sentence, _ fields: [FormField] = [], doing: Sentence? = nil,
    question: (@Sendable ([FormField]) -> Sentence)? = nil,
    commands: @escaping @Sendable ([FormField]) -> [[String]]
  ) {
    self.id = id
    self.title = title
    self.intro = intro
    self.fields = fields
    self.doing = doing
    self.question = question
    self.commands = commands
  }

  /// The form of a step of the home screen.
  init(
    _ id: FormID, _ task: HomeTask, _ fields: [FormField] = [], doing: Sentence? = nil,
    question: (@Sendable ([FormField]) -> Sentence)? = nil,
    commands: @escaping @Sendable ([FormField]) -> [[String]]
  ) {
    self.init(
      id, title: task.title, intro: task.purpose, fields, doing: doing, question: question, commands: commands
    )
  }
}
