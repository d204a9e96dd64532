package import Ballot

/// A printed sheet of paper (or card) that can be written on and laid before the camera.
///
/// The pixels are copied on the first write, so one sheet per print run serves as the model of all others.
package struct Sheet: Sendable {
  /// The sheet's size, millimetres.
  package let size: (width: Double, height: Double)
  package let dotsPerMillimetre: Double
  let columns: Int
  let rows: Int
  /// The print's scale, rotation and shift on the paper.
  let print: PrintConditions
  /// Whether some pixels are open, so that what lies below shows.
  var isOpen = false
  /// Row by row, as `Lanes`.
  var pixels: [UInt]

  /// A sheet printed with this picture.
  ///
  /// - Parameters:
  ///   - raster: The picture of the whole page.
  ///   - print: What the printer made of it.
  ///   - back: The picture of the other side, for show-through.
  package init(_ raster: Raster, print: PrintConditions = PrintConditions(), back: Raster? = nil) {
    columns = raster.width
    rows = raster.height
    dotsPerMillimetre = raster.dotsPerMillimetre
    size = (Double(raster.width) / raster.dotsPerMillimetre, Double(raster.height) / raster.dotsPerMillimetre)
    self.print = print
    pixels = Toner(print).develop(raster)
    for streak in print.streaks { fade(streak) }
    if print.showThrough > 0 { shine(back ?? raster) }
  }

  /// A blank sheet of one colour.
  package init(width: Double, height: Double, dotsPerMillimetre: Double, colour: Colour) {
    columns = max(2, Int((width * dotsPerMillimetre).rounded()))
    rows = max(2, Int((height * dotsPerMillimetre).rounded()))
    self.dotsPerMillimetre = dotsPerMillimetre
    size = (width, height)
    print = PrintConditions()
    pixels = [UInt](repeating: colour.lanes, count: columns * rows)
  }

  private init(cutting sheet: Sheet, columns range: Range<Int>, rows: Range<Int>) {
    columns = range.count
    self.rows = rows.count
    dotsPerMillimetre = sheet.dotsPerMillimetre
    size = (Double(range.count) / dotsPerMillimetre, Double(rows.count) / dotsPerMillimetre)
    print = sheet.print
    pixels = rows.flatMap { row in
      sheet.pixels[(row * sheet.columns + range.lowerBound)..<(row * sheet.columns + range.upperBound)]
    }
  }

  init(
    size: (width: Double, height: Double), dotsPerMillimetre: Double, columns: Int, rows: Int,
    print: PrintConditions, pixels: [UInt], isOpen: Bool = false
  ) {
    self.isOpen = isOpen
    self.size = size
    self.dotsPerMillimetre = dotsPerMillimetre
    self.columns = columns
    self.rows = rows
    self.print = print
    self.pixels = pixels
  }

  /// The part of the sheet within a rectangle, as if cut or torn off.
  package func cut(_ part: Rect) -> Sheet {
    let x = span(part.x, part.maxX, columns)
    return Sheet(cutting: self, columns: x, rows: span(part.y, part.maxY, rows))
  }

  /// The pixels between two places, at least two of them, all inside.
  func span(_ from: Double, _ to: Double, _ limit: Int) -> Range<Int> {
    let low = min(max(0, (from * dotsPerMillimetre).rounded(.down)), Double(limit - 2))
    let high = min(max(low + 2, (to * dotsPerMillimetre).rounded(.up)), Double(limit))
    return Int(low)..<Int(high)
  }

  /// The pixels that a rectangle touches; nil when it lies off the sheet.
  func pixelRange(of rect: Rect) -> (x: Range<Int>, y: Range<Int>)? {
    guard rect.intersects(Rect(x: 0, y: 0, w: size.width, h: size.height)) else { return nil }
    return (span(rect.x, rect.maxX, columns), span(rect.y, rect.maxY, rows))
  }

  /// How dark the sheet is at a place: 0 white, 1 black.
  package func darkness(at point: Point) -> Double {
    let x = min(max(0, Int(point.x * dotsPerMillimetre)), columns - 1)
    let y = min(max(0, Int(point.y * dotsPerMillimetre)), rows - 1)
    let pixel = pixels[y * columns + x]
    let sum = (pixel & 0xff) + (pixel >> 16 & 0xff) + (pixel >> 32 & 0xff)
    return 1 - Double(sum) / 765
  }

  private mutating func fade(_ streak: PrintConditions.Streak) {
    let paper = print.paper.lanes
    let weight = UInt(256 * min(1, max(0, streak.strength)))
    guard streak.x >= 0, streak.x < size.width else { return }
    let range = span(streak.x, streak.x + streak.width, columns)
    for row in 0..<rows {
      for index in (row * columns + range.lowerBound)..<(row * columns + range.upperBound) {
        pixels[index] = Lanes.mix(pixels[index], paper, weight)
      }
    }
  }

  /// Lets the mirrored other side show through.
  private mutating func shine(_ back: Raster) {
    let strength = 256 * min(1, print.showThrough)
    let factors = (0..<256).map { UInt(256 - strength * Double(255 - $0) / 255) }
    let step = back.format.rawValue
    let count = (x: min(columns, back.width), y: min(rows, back.height))
    for row in 0..<count.y {
      for column in 0..<count.x {
        let value = back.bytes[(row * back.width + back.width - 1 - column) * step]
        if value < 250 {
          pixels[row * columns + column] = Lanes.dim(pixels[row * columns + column], factors[Int(value)])
        }
      }
    }
  }
}

/// What becomes of each byte of a picture on this paper with this toner.
private struct Toner {
  /// 256 values each for red, green and blue, in their lanes.
  private let tables: [UInt]

  init(_ print: PrintConditions) {
    let papers = [(print.paper.red, UInt(0)), (print.paper.green, 16), (print.paper.blue, 32)]
    tables = papers.flatMap { paper, lane in
      (0..<256).map { level in
        Colour.byte(paper * (1 - (1 - Double(level) / 255) * print.toner)) << lane | 255 << 48
      }
    }
  }

  func develop(_ raster: Raster) -> [UInt] {
    let step = raster.format.rawValue, pixels = raster.width * raster.height
    // A gray picture has its one byte looked up three times.
    let (green, blue) = step == 3 ? (1, 2) : (0, 0)
    return unsafe [UInt](unsafeUninitializedCapacity: pixels) { target, count in
      count = pixels
      unsafe raster.bytes.withUnsafeBufferPointer { bytes in
        guard var from = bytes.baseAddress, var to = target.baseAddress else { return }
        unsafe tables.withUnsafeBufferPointer { tables in
          guard let tables = tables.baseAddress else { return }
          var left = pixels
          while left > 0 {
            unsafe to.pointee =
              tables[Int(from[0])] | tables[256 &+ Int(from[green])] | tables[512 &+ Int(from[blue])]
            unsafe to += 1
            unsafe from += step
            left = left &- 1
          }
        }
      }
    }
  }
}
