/// One place of the screen's grid.
package struct Cell: Hashable, Sendable {
  package internal(set) var character: Character
  package internal(set) var style: Style
  /// Columns: 1, 2, or 0 for the second half of a wide character.
  package internal(set) var width: Int

  static let blank = Cell(character: " ", style: .plain, width: 1)
  /// Under a picture: nothing is written here.
  static let picture = Cell(character: "\u{FFFC}", style: .plain, width: 1)
}
