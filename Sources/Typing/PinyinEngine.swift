/// What an engine makes of letters: how they are divided into syllables, and what they may stand for.
package struct Proposal: Sendable, Equatable {
  /// The letters by syllable, as they are shown.
  package let syllables: [String]
  /// Best first; each takes one or more syllables from the front.
  package let candidates: [String]

  package init(syllables: [String], candidates: [String]) {
    self.syllables = syllables
    self.candidates = candidates
  }

  static let nothing = Proposal(syllables: [], candidates: [])
}

/// Turns letters into Chinese: librime, or our own table where librime or its data is missing.
package protocol PinyinEngine: AnyObject {
  /// What letters may stand for; letters are a to z, ü as v, and the apostrophe.
  func propose(_ letters: String) -> Proposal

  /// Takes a candidate of the proposal for letters; the letters that it leaves over.
  func take(_ candidate: Int, of letters: String) -> String
}
