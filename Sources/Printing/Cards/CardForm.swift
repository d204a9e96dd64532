import Ballot

/// Where everything stands on a voter card.
struct CardForm {
  private let corner: Point

  init(_ corner: Point) { self.corner = corner }

  private func area(_ x: Double, _ y: Double, _ w: Double, _ h: Double) -> Rect {
    Rect(x: corner.x + x, y: corner.y + y, w: w, h: h)
  }

  /// Where the stub begins, from the card's top.
  static let stubTop = 56.0

  var election: Rect { area(3, 2.2, 91, 4.5) }
  var title: Rect { area(3, 6.2, 91, 8) }
  var name: Rect { area(20, 14.5, 25, 6.5) }
  var sex: Rect { area(55, 14.5, 10, 6.5) }
  var rollNumber: Rect { area(20, 21, 17, 5.8) }
  var group: Rect { area(47, 21, 18, 5.8) }
  var station: Rect { area(20, 26.8, 45, 5.8) }
  var hours: Rect { area(20, 32.6, 45, 5.8) }
  var code: Rect { area(68.5, 15, 24, 24) }
  var instructions: Rect { area(3.8, 39.8, 60, 15.5) }
  var seal: Rect { area(64.5, 40.5, 32, 14.8) }
  var stubName: Rect { area(13, CardForm.stubTop + 1, 20, 6) }
  var stubNumber: Rect { area(42, CardForm.stubTop + 1, 16, 6) }
  var stubGroup: Rect { area(68, CardForm.stubTop + 1, 26, 6) }
  var stubSign: Rect { area(15.5, CardForm.stubTop + 7, 35.5, 5.5) }
  var stubDay: Rect { area(61, CardForm.stubTop + 7, 32, 5.5) }
}
