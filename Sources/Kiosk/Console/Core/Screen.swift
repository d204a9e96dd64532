import Terminal
import Typing

/// One screen of the console: a value that answers keys and news with what it wants done.
///
/// Pure: no clock, no disk, no device. What it needs to know of the election is handed to it.
protocol Screen: Sendable {
  var title: Sentence { get }
  /// What this screen is for and how to go on, for F1.
  var help: [Sentence] { get }
  /// The keys that work here now, the most needed first.
  func keys(_ briefing: Briefing) -> [KeyHint]
  mutating func handle(_ key: Key, _ briefing: Briefing) -> Action
  mutating func hear(_ news: News, _ briefing: Briefing) -> Action
  /// What to ask for when the screen opens.
  mutating func open(_ briefing: Briefing) -> Action
  /// What to ask for when the screen above it has been left.
  mutating func resume(_ briefing: Briefing) -> Action
  func draw(on page: inout Page)
  /// What the camera is looked through for while this screen is on top; nil switches it off.
  func camera(_ briefing: Briefing) -> CameraWish?
  /// What Chinese would be typed for now; nil where keys are not text.
  var typing: ChineseInput.Field? { get }
}

extension Screen {
  var typing: ChineseInput.Field? { nil }
  func camera(_ briefing: Briefing) -> CameraWish? { nil }
  mutating func hear(_ news: News, _ briefing: Briefing) -> Action { .none }
  mutating func open(_ briefing: Briefing) -> Action { .none }
  mutating func resume(_ briefing: Briefing) -> Action { .none }
}
