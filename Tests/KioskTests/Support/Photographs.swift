import Foundation
import Testing

@testable import Ballot
@testable import Kiosk
@testable import Scanner
@testable import Simulator

/// Pictures that a test holds under the box's camera.
struct Photographs {
  let pdf: URL
  let page: BallotPage

  /// Of the ballot that a box has printed into a folder.
  init(_ box: TestBox, in folder: String = "papers") throws {
    pdf = URL(filePath: box.file(folder)).appending(path: "ballot.pdf")
    let election = try box.open().election()
    let batch = election.layout?.batch ?? BatchCode(rawValue: "0001")
    guard let page = try BallotPaper(election, batch: batch).layout.pages.first else {
      throw Failure(Refusal.ballotsNotLaidOut)
    }
    self.page = page
  }

  /// Photographs sheets with these marks, each with a seed of its own; the files in order.
  func take(_ marks: [[(String, MarkKind)]], into folder: String, of box: TestBox) throws -> [String] {
    let target = URL(filePath: box.file(folder))
    try FileManager.default.createDirectory(at: target, withIntermediateDirectories: true)
    let print = Simulator.Sheet(try PageRaster.load(pdf: pdf, page: 1, dpi: 200), print: .office(seed: 1))
    let page = page
    return try Parallel.map(marks.count) { index in
      var sheet = print
      let seed = UInt64(index) &* 7919 &+ 17
      let marking = SheetMarking(
        marks[index].map { SheetMarking.Entry(LineID(rawValue: $0.0), $0.1, writesName: $0.0.contains("/w")) }
      )
      _ = marking.mark(page, on: &sheet, by: Writer(seed: seed), seed: seed)
      let conditions = Camera.Conditions(.documentCamera, width: 1536, height: 2048, seed: seed)
      let file = target.appending(path: "sheet-\(index).jpg")
      try Data(Camera.photograph(sheet, conditions, seed: seed).jpeg).write(to: file)
      return file.path
    }
  }

  /// Photographs one card of a sheet of cards.
  static func card(_ place: Int, of pdf: String, to file: String) throws {
    let raster = try PageRaster.load(pdf: URL(filePath: pdf), page: 1, dpi: 200)
    let sheet = Simulator.Sheet(raster, print: .office(seed: 2)).cut(CardArea.of(place))
    let conditions = Camera.Conditions(.documentCamera, width: 1280, height: 720, seed: 5)
    try Data(Camera.photograph(sheet, conditions, seed: 5).jpeg).write(to: URL(filePath: file))
  }

  /// A picture of a card with something over the middle of its code, so that nobody can read it.
  static func spoiled(_ card: String) throws -> [UInt8] {
    var image = try GrayImage(decoding: Array(Data(contentsOf: URL(filePath: card))))
    let code = try #require(CodeReader(onlyQR: true).codes(in: image).first)
    let x = code.corners.map(\.x).reduce(0, +) / 4
    let y = code.corners.map(\.y).reduce(0, +) / 4
    let reach = Int((code.corners.map { abs($0.x - x) }.max() ?? 0) * 0.55)
    for row in Int(y) - reach...Int(y) + reach {
      for column in Int(x) - reach...Int(x) + reach { image[column, row] = 130 }
    }
    return try ColourImage(image).jpeg()
  }
}
