import Ballot
import Typing

/// What a screen needs to let somebody type Chinese: one engine for all its fields, and the names of the place.
struct ChineseTyping {
  private let engine: any PinyinEngine
  private let phrases: PhraseBook
  /// Said once beside the first field, where only single characters can be picked.
  let notice: Sentence?

  /// librime where it and its data are there, else the table of readings; the roll's people and the plan's places first.
  init(roll: Roll?, plan: Plan?) {
    let rime = RimeEngine()
    engine = rime ?? TableEngine()
    notice = rime == nil ? ChineseTyping.tableOnly : nil
    let voters = (roll?.voters ?? []).map { PhraseBook.Phrase($0.name, note: $0.group.rawValue) }
    let known = Set(voters.map(\.text))
    let officers = (plan?.staff ?? []).map(\.name).filter { !known.contains($0) }
    phrases = PhraseBook(
      names: voters + Set(officers).sorted().map { PhraseBook.Phrase($0) },
      places: ChineseTyping.places(plan).map { PhraseBook.Phrase($0) })
  }

  /// The input of one field.
  func input(_ field: ChineseInput.Field) -> ChineseInput {
    ChineseInput(engine: engine, phrases: phrases, field: field)
  }

  private static func places(_ plan: Plan?) -> [String] {
    guard let plan else { return [] }
    var names = [plan.community.name, plan.issuer] + plan.places.map(\.name)
    if let township = plan.community.township { names.append(township) }
    var seen: Set<String> = []
    return names.filter { !$0.isEmpty && seen.insert($0).inserted }
  }

  static let tableOnly = Sentence(
    zh: "没有词库，只能逐字选。要装 librime1 和 rime-data-pinyin-simp。",
    en: "No dictionary: characters are picked one by one. Install librime1 and rime-data-pinyin-simp.")
}
