import Archive
import Ballot
import Printing
import Terminal

/// An anomaly's request as the console shows it.
struct RequestSight: Equatable, Sendable {
  let number: Int
  let code: AnomalyCode
  let detail: String
  /// What the guidance body may decide.
  let actions: [Sentence]
  /// Compared by telephone.
  let short: String
  /// One dot a module.
  let picture: Bitmap
  let pdf: String
  let png: String
}

extension RequestSight {
  /// The request that waits, with its papers drawn anew.
  init(_ box: Box, _ number: Int) throws {
    let request = try box.request(number)
    let papers = try AnomalyPapers(
      request.paper(box.election()), code: request.text, lines: [], in: box.folder(nil),
      named: "anomaly-\(number)-request", day: request.request.asked.day)
    try self.init(request, pdf: papers.pdf, png: papers.png)
  }

  init(_ code: RequestCode, pdf: String, png: String) throws {
    let request = code.request
    number = request.anomaly
    self.code = request.code
    detail = request.detail
    actions = request.actions.map(\.sentence)
    short = code.short
    picture = try Bitmap(code: QRPicture(code.text), name: "request \(code.digest.hex)")
    self.pdf = pdf
    self.png = png
  }
}

extension Bitmap {
  /// A code symbol, one dot a module.
  init(code: QRPicture, name: String) {
    let bytes = code.rows.flatMap { $0.flatMap { [UInt8](repeating: $0 ? 0 : 255, count: 3) } }
    self.init(
      name: name, width: code.rows.first?.count ?? 0, height: code.rows.count, bytes: bytes, isGrid: true)
  }
}
