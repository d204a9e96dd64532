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

  var election: Rect { area(3, 2.5, 91, 5) }
  var title: Rect { area(3, 7, 91, 8) }
  var name: Rect { area(20, 16.5, 25, 6.5) }
  var sex: Rect { area(55, 16.5, 9, 6.5) }
  var rollNumber: Rect { area(20, 23, 18, 6) }
  var group: Rect { area(48, 23, 17, 6) }
  var station: Rect { area(20, 29, 45, 6) }
  var hours: Rect { area(20, 35, 45, 6) }
  var code: Rect { area(68.5, 16.5, 24, 24) }
  var instructions: Rect { area(4, 42, 58, 13) }
  var seal: Rect { area(63.5, 41, 32, 14.5) }
  var stubName: Rect { area(13, CardForm.stubTop + 1, 20, 6) }
  var stubNumber: Rect { area(42, CardForm.stubTop + 1, 16, 6) }
  var stubGroup: Rect { area(68, CardForm.stubTop + 1, 26, 6) }
  var stubSign: Rect { area(15, CardForm.stubTop + 7, 36, 5.5) }
  var stubDay: Rect { area(61, CardForm.stubTop + 7, 32, 5.5) }
}
