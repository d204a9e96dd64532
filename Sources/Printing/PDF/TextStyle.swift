/// How a piece of text looks.
package struct TextStyle: Hashable, Sendable {
  /// Where the lines of a text stand between left and right.
  package enum Alignment: Sendable, Hashable { case left, centre, right, justified }

  package var face: Typeface
  /// Points.
  package var size: Double
  package var bold: Bool
  package var alignment: Alignment
  /// From one baseline to the next as a multiple of the size; 0 leaves it to the font.
  package var leading: Double
  /// Extra space after each character, points.
  package var tracking: Double
  /// Indent of the first line, in characters.
  package var indent: Double

  package init(
    _ face: Typeface, _ size: Double, bold: Bool = false, alignment: Alignment = .left, leading: Double = 0,
    tracking: Double = 0, indent: Double = 0
  ) {
    self.face = face
    self.size = size
    self.bold = bold
    self.alignment = alignment
    self.leading = leading
    self.tracking = tracking
    self.indent = indent
  }

  package func aligned(_ alignment: Alignment) -> TextStyle {
    var style = self
    style.alignment = alignment
    return style
  }
}
