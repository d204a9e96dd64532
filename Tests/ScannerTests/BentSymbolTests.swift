import Ballot
import Testing

@testable import Scanner

/// QR symbols on paper that is no plane.
@Suite("Codes on bent paper")
struct BentSymbolTests {
  @Test("A symbol across a fold, which neither decoder reads, is read", arguments: [14.0, 24, 33])
  func fold(at row: Double) {
    let image = TestCard.frame(dots: 5, fold: row, slant: 0.25)
    #expect(ZXingScanner.symbols(in: image, onlyQR: true, most: 2).isEmpty)
    #expect(ZBarScanner(onlyQR: true).symbols(in: image).isEmpty)
    #expect(CodeReader(onlyQR: true).codes(in: image).map(\.text) == [TestCard.text])
  }

  @Test("A plane symbol is read at every turn, and its corners are where they were drawn")
  func plane() throws {
    for angle in [0, 0.4, 0.8, 1.5, 2.4, 3.9] {
      let symbol = try #require(BentSymbolReader.symbol(in: TestCard.frame(dots: 5, turned: angle)))
      #expect(symbol.text == TestCard.text)
      let middle = symbol.corners.reduce(ImagePoint(x: 0, y: 0)) { $0 + $1 * 0.25 }
      #expect(middle.distance(to: ImagePoint(x: 160, y: 150)) < 5)
      #expect(abs(symbol.corners[0].distance(to: symbol.corners[1]) - 205) < 8)
    }
  }

  @Test("What is the same in every symbol is so in this one")
  func functionModules() {
    let known = FunctionModules(side: TestCard.side)
    let all = known.signs.indices.filter { known.signs[$0] != 0 }
    #expect(all.count == 3 * 64 + 2 * 25 + 25)
    for index in all {
      let isDark = TestCard.isDark(index % known.side, index / known.side)
      #expect(isDark == (known.signs[index] > 0), "column \(index % known.side), row \(index / known.side)")
    }
  }

  @Test("Three finder patterns without a symbol between them are none")
  func onlyFinders() {
    var image = TestCard.frame(dots: 5, turned: 0)
    for y in 0..<image.height {
      for x in 0..<image.width {
        let (column, row) = ((x - 57) / 5, (y - 47) / 5)
        if !(column < 8 && row < 8 || column > 32 && row < 8 || column < 8 && row > 32) { image[x, y] = 225 }
      }
    }
    #expect(image.showsCode)
    #expect(BentSymbolReader.symbol(in: image) == nil)
  }

  @Test("The mean of the surroundings, at the edges too")
  func means() {
    let values = (0..<16).map { Float($0) }
    let means = BoxMean(values, 4).means(1)
    #expect(means[5] == 5 && means[0] == 2.5 && means[15] == 12.5)
  }
}
