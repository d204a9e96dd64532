import Archive
import Ballot
import Terminal

extension CountScreen {
  var voidingKeys: [KeyHint] {
    [
      KeyHint("A S D F G", .leftDecides), KeyHint("J K L ; H", .rightDecides), KeyHint("Esc", .takeBack),
    ]
  }

  /// The kept sheet that lies on the table.
  var sheetOnTable: ReadingID? { table?.mark.sheet ?? sight?.sheet }

  mutating func handleVoiding(_ key: Key, _ briefing: Briefing) -> Action {
    switch key {
    case .character(let character):
      guard voiding?.take(character) == true else { return .unknownKey }
      return groundAgreed(briefing)
    case .escape:
      if voiding?.isUntouched == true {
        voiding = nil
      } else {
        voiding?.clear()
      }
      return .none
    default: return .unknownKey
    }
  }

  private func groundAgreed(_ briefing: Briefing) -> Action {
    guard let voiding else { return .none }
    if voiding.differ { return .say(Notice(.scrutineersDiffer, .bad)) }
    guard let ground = voiding.agreed else { return .none }
    let people = briefing.scrutineers
    guard people.indices.contains(seats.left), people.indices.contains(seats.right) else {
      return .say(Notice(.twoScrutineersNeeded, .bad))
    }
    let deciders = [people[seats.left], people[seats.right]]
    return .ask(
      Confirmation(
        text: .voidSheetQuestion(ground, deciders),
        then: .start(.voidSheet(voiding.sheet, ground, deciders: deciders, pass))))
  }

  func drawVoiding(_ voiding: Voiding, in area: Region, on page: inout Page) {
    page.write(.voidWholeSheet, in: area, Palette.warningText)
    page.paragraph(.voidWholeSheetHint, in: area.inset(top: 1))
    let options = Voiding.grounds.count + 1
    let pictureRows = max(0, area.rows - options - 5)
    if pictureRows > 2, let picture = sight?.picture {
      page.canvas.place(
        picture,
        in: Region(column: area.column, row: area.row + 4, columns: area.columns, rows: pictureRows))
    }
    let people = page.briefing.scrutineers
    func name(_ seat: Int) -> String { people.indices.contains(seat) ? people[seat] : "—" }
    let (left, right) = area.inset(top: area.rows - options).split(left: area.columns / 2 - 1, gap: 2)
    page.write(
      Sentence(zh: "左：\(name(seats.left))", en: "Left: \(name(seats.left))"), in: left, Palette.title)
    page.write(
      Sentence(zh: "右：\(name(seats.right))", en: "Right: \(name(seats.right))"), in: right, Palette.title)
    for (row, ground) in Voiding.grounds.enumerated() {
      draw(
        ground.words, Voiding.leftKeys[row], voiding.left == ground, in: left, row: row + 1, on: &page)
      draw(
        ground.words, Voiding.rightKeys[row], voiding.right == ground, in: right, row: row + 1, on: &page)
    }
  }
}
