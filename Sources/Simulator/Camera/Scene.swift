package import Ballot

/// What lies before the camera: sheets on a desk, the topmost first.
package struct Scene: Sendable {
  /// A sheet and where it lies.
  package struct Item: Sendable {
    package var sheet: Sheet
    /// The sheet's middle, millimetres from the middle of the scene's first sheet.
    package var centre: Point
    /// Clockwise turn, degrees.
    package var degrees: Double

    package init(_ sheet: Sheet, centre: Point = Point(x: 0, y: 0), degrees: Double = 0) {
      self.sheet = sheet
      self.centre = centre
      self.degrees = degrees
    }

    var placement: Placement { Placement(sheet, centre: centre, degrees: degrees) }
  }

  /// The sheet that the camera is pointed at; it lies on top of the others.
  package var subject: Item
  /// Other sheets, each beneath those before it.
  package var beneath: [Item] = []
  /// Things that lie on the subject: fingers, a mug, a sleeve.
  package var above: [Item] = []

  /// One sheet on the desk.
  package init(_ sheet: Sheet) { subject = Item(sheet) }

  var items: [Item] { above + [subject] + beneath }
}
