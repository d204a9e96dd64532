import Ballot
import Foundation
import Simulator
import Terminal

/// Draws a paper as it would be printed and makes a picture of a page.
struct PaperPreview {
  private let box: Box

  init(_ box: Box) { self.box = box }

  private static let dotsPerInch = 110

  /// One page, counted from 1.
  ///
  /// - Throws: `Failure` when the paper cannot be drawn, or has no such page.
  func page(_ page: Int, of kind: PaperKind) throws -> Bitmap {
    let folder = try box.folder(nil)
    let pdf: URL
    switch kind {
    case .cards: pdf = try box.drawCards(in: folder).0
    case .ballots: pdf = try box.drawBallot(in: folder).pdf
    }
    do {
      let raster = try PageRaster.load(pdf: pdf, page: page, dpi: PaperPreview.dotsPerInch)
      let bytes = raster.format == .rgb ? raster.bytes : raster.bytes.flatMap { [$0, $0, $0] }
      return Bitmap(
        name: "\(kind.rawValue) \(page) \(box.state.size)", width: raster.width, height: raster.height,
        bytes: bytes)
    } catch let error as PageRaster.Failure {
      throw Failure(
        .fault, "noPreview",
        Sentence(
          zh: "样张画不出来（\(error)）。文件在 \(pdf.path)。",
          en: "There is no proof to show (\(error)). The file is \(pdf.path)."))
    }
  }
}
