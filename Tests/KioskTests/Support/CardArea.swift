import Ballot
import Printing

/// Where a card lies on a sheet of cards.
enum CardArea {
  static func of(_ place: Int) -> Rect { CardSheet.area(of: place) }
}
