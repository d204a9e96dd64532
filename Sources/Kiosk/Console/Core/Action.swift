/// What a screen asks for after a key or a piece of news.
enum Action: Equatable, Sendable {
  /// Nothing but being drawn again.
  case none
  /// The key has no meaning here.
  case unknownKey
  case go(Place)
  case back
  /// Asks once, and says what will happen.
  case ask(Confirmation)
  case carryOut(Deed)
  case start(Job)
  /// Stops the work in the background.
  case cancel
  case say(Notice)
  case leave
}

/// A question before a step that cannot be taken back.
struct Confirmation: Equatable, Sendable {
  enum Consequence: Equatable, Sendable {
    case carryOut(Deed)
    case start(Job)
    case leave
  }

  /// What will happen.
  let text: Sentence
  let then: Consequence
}

/// One line for the person at the keyboard.
struct Notice: Equatable, Sendable {
  enum Weight: Equatable, Sendable { case good, plain, bad }

  let text: Sentence
  let weight: Weight

  init(_ text: Sentence, _ weight: Weight = .plain) {
    self.text = text
    self.weight = weight
  }
}

/// A key that works here, and what it does.
struct KeyHint: Equatable, Sendable {
  let key: Sentence
  let does: Sentence

  init(_ key: String, _ does: Sentence) {
    self.key = Sentence(zh: key, en: key)
    self.does = does
  }

  init(_ key: Sentence, _ does: Sentence) {
    self.key = key
    self.does = does
  }
}
