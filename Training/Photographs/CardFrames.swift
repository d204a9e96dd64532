import Ballot
import Foundation
import Printing
import Scanner
import Simulator

/// Frames of voter cards as a video camera sends them: near, as somebody holds a card up, and far, as one lies under a
/// camera that sees a whole sheet.
enum CardFrames {
  private static let sizes = [(640, 480), (1280, 720), (1920, 1080)]
  private static let levels = Level.allCases.prefix(4)

  /// Writes so many frames of each size, distance and level, with the code's text beside each; and frames of cards
  /// that lie face down, without a text.
  static func save(_ folder: URL, count: Int) throws {
    let cards = try sheets(count, folder)
    for (width, height) in sizes {
      for isFar in [false, true] {
        let place = folder.appending(path: "\(width)x\(height)\(isFar ? "-far" : "")")
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        for (index, card) in cards.enumerated() {
          for level in levels {
            let seed = UInt64(index * 10 + level.rawValue)
            var conditions = Camera.Conditions(frame: level, seed: seed)
            (conditions.width, conditions.height) = (width, height)
            if isFar { conditions.fill = 0.34 }
            let name = "\(level.name)-\(index)"
            let jpeg = try Camera.photograph(card.sheet, conditions, seed: seed).jpeg
            try Data(jpeg).write(to: place.appending(path: "\(name).jpg"))
            try Data(card.text.utf8).write(to: place.appending(path: "\(name).txt"))
            guard !isFar else { continue }
            let back = try Camera.photograph(card.back, conditions, seed: seed).jpeg
            try Data(back).write(to: place.appending(path: "\(name)-back.jpg"))
          }
        }
      }
    }
  }

  private static func sheets(
    _ count: Int, _ folder: URL
  ) throws -> [(sheet: Simulator.Sheet, back: Simulator.Sheet, text: String)] {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    var dice = Dice(seed: 77)
    let codes = (1...count).map { roll in
      CardCode(
        card: VoterCard(
          election: (0..<8).map { _ in UInt8(dice.integer(0...255)) }, roll: roll, round: 1, station: 1,
          generation: 0), signature: (0..<64).map { _ in UInt8(dice.integer(0...255)) }
      ).text
    }
    let faces = codes.enumerated().map { index, code in
      CardFace(
        name: "王芳", sex: "女", rollNumber: "\(index + 1)", group: "1组", station: "第1投票站",
        hours: "2027年5月18日 8:00—17:00", code: code)
    }
    let issue = CardIssue(
      title: "选民证", election: "青石桥村第十二届村民委员会选举", issuer: "青石桥村村民选举委员会", date: "2027年5月1日",
      instructions: ["本证仅限本人使用。"])
    let pdf = folder.appending(path: "cards.pdf")
    try CardSheet(issue).write(faces, to: pdf.path, created: Day(daysSince1970: 20_900))
    let blank = Simulator.Sheet(
      try PageRaster.load(pdf: pdf, page: 1, dpi: 200), print: .office(seed: 2))
    return try codes.enumerated().map { index, text in
      let page = try PageRaster.load(pdf: pdf, page: index / CardSheet.perPage + 1, dpi: 200)
      let area = CardSheet.area(of: index % CardSheet.perPage)
      let sheet = Simulator.Sheet(page, print: .office(seed: UInt64(index)))
      // The white margin of the page, as large as a card, stands for a card's back.
      let back = blank.cut(Rect(x: 2, y: 1, w: 60, h: 6))
      return (sheet.cut(area), back, text)
    }
  }

  /// What each part of looking at a frame costs, in milliseconds of the thread, for every folder of frames.
  static func time(_ folder: URL) throws {
    let reader = CodeReader(onlyQR: true)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    for name in names where name.contains("x") {
      let place = folder.appending(path: name)
      for isEmpty in [false, true] {
        let files = try FileManager.default.contentsOfDirectory(atPath: place.path)
          .filter { $0.hasSuffix(".jpg") && $0.hasSuffix("-back.jpg") == isEmpty }
        guard !files.isEmpty else { continue }
        var (decode, codes, look, worst, glance, seen) = (0.0, 0.0, 0.0, 0.0, 0.0, 0)
        for file in files {
          let bytes = [UInt8](try Data(contentsOf: place.appending(path: file)))
          var image = try GrayImage(decoding: bytes)
          decode += Stopwatch.least(3) { image = (try? GrayImage(decoding: bytes)) ?? image }
          let spent = Stopwatch.least(3) { _ = reader.codes(in: image) }
          (codes, worst) = (codes + spent, max(worst, spent))
          glance += Stopwatch.least(3) { _ = reader.glance(at: image) }
          seen += reader.glance(at: image).isEmpty ? 0 : 1
          look += Stopwatch.least(3) { _ = SceneLook(image, marks: false) }
        }
        let count = Double(files.count)
        print(
          name, isEmpty ? "without a code" : "with a code", "frames", files.count, "decode", decode / count,
          "glance", glance / count, "seen", seen, "codes", codes / count, "worst", worst, "look", look / count
        )
      }
    }
  }
}
