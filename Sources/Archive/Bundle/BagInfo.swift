/// The fields of `bag-info.txt` (RFC 8493 §2.2.2), one a line, never folded.
struct BagInfo: Equatable {
  let fields: [BundleField]

  static let format = "1"
  /// The longest that is read, in bytes.
  static let sizeLimit = 1 << 20

  init(_ contents: BundleContents, payload: [Int]) {
    fields =
      [
        BundleField("Source-Organization", contents.organization),
        BundleField("External-Identifier", contents.name.folder),
        BundleField("Bagging-Date", contents.baggingDate),
        BundleField("Payload-Oxum", Self.oxum(of: payload)),
        BundleField("Bundle-Kind", contents.kind.rawValue),
        BundleField("Bundle-Format", Self.format),
        BundleField("BagIt-Profile-Identifier", BundleLayout.profile),
      ] + contents.info
  }

  /// The payload's bytes and files (RFC 8493 §2.2.2).
  static func oxum(of sizes: [Int]) -> String { "\(sizes.reduce(0, +)).\(sizes.count)" }

  var text: String { fields.map { "\($0.label): \($0.value)\n" }.joined() }

  /// The fields in these bytes; nil for anything but what `text` writes.
  init?(parsing bytes: [UInt8]) {
    guard let text = String(validating: bytes, as: UTF8.self), text.hasSuffix("\n") else { return nil }
    let lines = text.dropLast().split(separator: "\n", omittingEmptySubsequences: false)
    fields = lines.compactMap { line in
      guard let colon = line.firstIndex(of: ":"), line[colon...].hasPrefix(": ") else { return nil }
      return BundleField(String(line[..<colon]), String(line[colon...].dropFirst(2)))
    }
    guard fields.count == lines.count, fields.allSatisfy(Self.isUsable) else { return nil }
  }

  subscript(label: String) -> String? { fields.first { $0.label == label }?.value }

  static func isUsable(_ field: BundleField) -> Bool {
    !field.label.isEmpty && !field.label.contains(":") && field.value.beginsAnew && !field.value.isEmpty
      && (field.label + field.value).unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
      && !field.value.hasPrefix(" ") && !field.value.hasSuffix(" ")
  }
}
