/// One code found in a picture.
package struct CodeReading: Hashable, Sendable {
  /// The kind of code: `QR-Code`, `EAN-13`, ….
  package let symbology: String
  package let text: String
  /// Where it lies, in pixels of the whole picture; QR symbols have four corners.
  package let corners: [ImagePoint]
  /// What finding it cost, from the start of the picture.
  package let milliseconds: Double

  package init(symbology: String, text: String, corners: [ImagePoint], milliseconds: Double) {
    self.symbology = symbology
    self.text = text
    self.corners = corners
    self.milliseconds = milliseconds
  }
}
