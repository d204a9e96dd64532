import Ballot
import Foundation
import Testing

/// A printed page as grey pixels.
struct Raster {
  let width: Int
  let height: Int
  private let pixels: [UInt8]
  private static let perInch = 300

  /// Rasterises a PDF with poppler.
  static func pages(of pdf: String, in scratch: Scratch) throws -> [Raster] {
    _ = try Tool.run("pdftoppm", "-r", "\(perInch)", "-gray", pdf, scratch.file("raster"))
    let names = try FileManager.default.contentsOfDirectory(atPath: scratch.path).filter {
      $0.hasPrefix("raster")
    }
    return try names.sorted().map { try Raster(scratch.bytes($0)) }
  }

  /// Reads a binary PGM of eight bits.
  private init(_ data: Data) throws {
    let header = data.prefix(40).split(separator: 10, maxSplits: 3).prefix(3).map {
      String(decoding: $0, as: UTF8.self)
    }
    let size = header[1].split(separator: " ").compactMap { Int($0) }
    try #require(header[0] == "P5" && size.count == 2)
    width = size[0]
    height = size[1]
    pixels = Array(data.suffix(size[0] * size[1]))
  }

  private static let scale = Double(perInch) / 25.4

  func isDark(_ point: Point) -> Bool {
    let x = Int(point.x * Raster.scale)
    let y = Int(point.y * Raster.scale)
    guard (0..<width).contains(x), (0..<height).contains(y) else { return false }
    return pixels[y * width + x] < 128
  }

  /// The share of dark pixels in a rectangle.
  func darkness(of rect: Rect) -> Double {
    let columns = Int((rect.x * Raster.scale).rounded(.up))..<Int(rect.maxX * Raster.scale)
    let rows = Int((rect.y * Raster.scale).rounded(.up))..<Int(rect.maxY * Raster.scale)
    var dark = 0
    for row in rows {
      for pixel in pixels[(row * width + columns.lowerBound)..<(row * width + columns.upperBound)]
      where pixel < 128 {
        dark += 1
      }
    }
    return Double(dark) / Double(max(1, rows.count * columns.count))
  }

  /// A point on each side of a rectangle, the given share along it.
  static func ring(_ rect: Rect, _ share: Double) -> [Point] {
    let x = rect.x + rect.w * share
    let y = rect.y + rect.h * share
    return [
      Point(x: x, y: rect.y), Point(x: x, y: rect.maxY), Point(x: rect.x, y: y), Point(x: rect.maxX, y: y),
    ]
  }
}
