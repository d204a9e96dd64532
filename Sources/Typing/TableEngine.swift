package import Ballot

/// Characters one by one from the table of readings: what remains when librime or its data is missing.
package final class TableEngine: PinyinEngine {
  private let table: PinyinTable

  package init(table: PinyinTable = .unihan) { self.table = table }

  package func propose(_ letters: String) -> Proposal {
    let syllables = Syllables.divide(letters, table)
    guard let first = syllables.first else { return .nothing }
    return Proposal(syllables: syllables, candidates: Syllables.characters(first, table).map { String($0) })
  }

  package func take(_ candidate: Int, of letters: String) -> String {
    Syllables.rest(of: letters, after: Syllables.divide(letters, table).first ?? letters)
  }
}
