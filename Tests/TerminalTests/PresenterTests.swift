import Foundation
import Testing

@testable import Terminal

@Suite("What is written to the terminal")
struct PresenterTests {
  private static let size = Size(columns: 20, rows: 4)

  private func canvas(_ lines: String...) -> Canvas {
    var canvas = Canvas(PresenterTests.size)
    for (row, line) in lines.enumerated() { canvas.write(line, column: 0, row: row) }
    return canvas
  }

  @Test("The same again is not written; one changed character is little more than that character")
  func differences() {
    var presenter = Presenter()
    #expect(!presenter.update(to: canvas("选民 12")).isEmpty)
    #expect(presenter.update(to: canvas("选民 12")).isEmpty)
    let change = String(decoding: presenter.update(to: canvas("选民 13")), as: UTF8.self)
    #expect(change.contains("\u{1B}[1;7H") && change.contains("3"))
    #expect(!change.contains("选"))
  }

  @Test("A wide character that is half overwritten leaves no half behind")
  func halves() {
    var canvas = canvas("选民证")
    canvas.write("x", column: 1, row: 0)
    #expect(canvas.text.hasPrefix(" x民证"))
    canvas.write("好", column: 3, row: 0)
    #expect(canvas.text.hasPrefix(" x 好\n"))
  }

  @Test("Nothing is written beyond the edge, and control characters move nothing")
  func edges() {
    var canvas = Canvas(Size(columns: 5, rows: 1))
    canvas.write("选民证", column: 0, row: 0)
    #expect(canvas.text == "选民")
    canvas.write("a\u{1B}[31mb", column: 0, row: 0)
    #expect(canvas.text == "a [31")
    canvas.write("x", column: -1, row: 0)
    canvas.write("x", column: 0, row: 9)
    canvas.fill(Region(column: -5, row: -5, columns: 100, rows: 100), "y")
    #expect(canvas.text == "yyyyy")
  }

  @Test("A picture becomes half blocks, and sixels where the terminal has them")
  func pictures() {
    let red = Bitmap(
      name: "red", width: 8, height: 8, bytes: Array(repeating: [200, 0, 0], count: 64).flatMap { $0 })
    var canvas = Canvas(PresenterTests.size)
    canvas.place(red, in: Region(column: 2, row: 0, columns: 8, rows: 4))
    #expect(canvas.text.contains("▀▀▀▀▀▀▀▀"))
    var presenter = Presenter()
    #expect(String(decoding: presenter.update(to: canvas), as: UTF8.self).contains("38;2;200;0;0"))
    presenter.cell = Presenter.CellSize(width: 10, height: 20)
    let sixels = String(decoding: presenter.update(to: canvas), as: UTF8.self)
    #expect(sixels.contains("\u{1B}P0;1;0q") && sixels.contains("\u{1B}\\"))
    #expect(presenter.update(to: canvas).isEmpty)
    #expect(
      !String(decoding: presenter.update(to: Canvas(PresenterTests.size)), as: UTF8.self).contains("\u{1B}P"))
  }

  @Test("Sixels say what the picture says")
  func sixels() {
    let dots: [UInt8] = [0, 0, 0, 255, 255, 255, 255, 0, 0, 0, 0, 0]
    let picture = Bitmap(name: "four", width: 2, height: 2, bytes: dots)
    let text = String(decoding: Sixel.encode(picture), as: UTF8.self)
    #expect(text.hasPrefix("\u{1B}P0;1;0q\"1;1;2;2"))
    // Black upper left and lower right, white upper right, red lower left: bit 0 is the upper row.
    #expect(
      text.contains("#0;2;0;0;0") && text.contains("#180;2;100;0;0") && text.contains("#215;2;100;100;100"))
    #expect(text.contains("#0@A$") && text.contains("#180A?$") && text.contains("#215?@$"))
  }

  @Test("Large letters are drawn with half blocks")
  func letters() {
    let stencil = Stencil(width: 2, height: 3, dots: [true, false, true, true, false, true])
    var canvas = Canvas(Size(columns: 4, rows: 2))
    canvas.write(stencil, column: 0, row: 0)
    #expect(canvas.text == "█▄\n ▀")
    #expect(Stencil(width: 3, height: 3, dots: [true]).rows == 0)
  }
}
