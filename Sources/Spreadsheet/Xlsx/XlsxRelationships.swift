/// The links from one part to others (ECMA-376 part 2, 9.3).
final class XlsxRelationships: XMLVisitor {
  struct Link {
    let id: String
    /// The last word of the type's URI, such as `worksheet`.
    let kind: String
    let target: String
  }

  private(set) var links: [Link] = []
  private let folder: [Substring]

  /// Reads the links of a part; a part without any has no file of links.
  static func read(of part: String, in archive: ZipArchive) throws(SpreadsheetError) -> XlsxRelationships {
    let pieces = part.split(separator: "/")
    let links = XlsxRelationships(folder: Array(pieces.dropLast()), limits: archive.limits)
    let name = (pieces.dropLast() + ["_rels", "\(pieces.last ?? "").rels"]).joined(separator: "/")
    if archive.has(name) { try XMLReader.read(try archive.part(name), with: links) }
    return links
  }

  private init(folder: [Substring], limits: Limits) {
    self.folder = folder
    super.init(limits: limits)
  }

  func target(kind: String) -> String? { links.first { $0.kind == kind }?.target }

  func link(id: String) -> Link? { links.first { $0.id == id } }

  override func start(_ element: XMLElement) {
    guard element.name == "Relationship", element.text("TargetMode") != "External" else { return }
    guard let id = element.text("Id"), let target = element.text("Target"), links.count < 10_000 else {
      return
    }
    let kind = element.text("Type")?.split(separator: "/").last.map(String.init) ?? ""
    links.append(Link(id: id, kind: kind, target: resolved(target)))
  }

  /// A target's full name: relative to the folder of the part, or absolute after a slash.
  private func resolved(_ target: String) -> String {
    var path = target.hasPrefix("/") ? [] : folder
    for piece in target.split(separator: "/") where piece != "." {
      if piece == ".." { _ = path.popLast() } else { path.append(piece) }
    }
    return path.joined(separator: "/")
  }
}
