import Ballot

/// The names of the files in a bundle, below its folder.
enum BundleLayout {
  static let readme = "README.txt"
  static let info = "bag-info.txt"
  static let declaration = "bagit.txt"
  static let profile = "profile.json"
  static let manifest = "manifest-sha256.txt"
  static let manifestSM3 = "manifest-sm3.txt"
  static let tagManifest = "tagmanifest-sha256.txt"
  static let checkpoint = "sig/checkpoint"
  static let signature = "sig/tagmanifest.ed25519"
  static let minisign = "sig/tagmanifest.minisig"
  static let signify = "sig/tagmanifest.signify"
  static let signatureSM2 = "sig/tagmanifest.sm2"
  static let keyPEM = "keys/kiosk.pub.pem"
  static let keySignify = "keys/kiosk.signify.pub"
  static let keySM2 = "keys/kiosk.sm2.pub.pem"
  static let keyNote = "keys/kiosk.vkey"
  static let witnessKeys = "keys/street.vkey"
  static let payload = "data/"
  static let schema = "data/tables/schema.json"
  static let explanation = "data/说明文件.TXT"
  static let catalogue = "data/文件目录.XML"

  static func table(_ name: String) -> String { "data/tables/\(name).ndjson" }

  /// Signatures by others that may be added to a sealed bundle and that other tools check.
  static let foreignSignatures: Set = [signatureSM2, "sig/tagmanifest.tsr", "keys/sm2.crt"]

  /// A bundle may have these.
  static let optional: Set = [witnessKeys, keySM2]

  /// Every bundle has these.
  static let required: Set = [
    readme, info, declaration, profile, manifest, manifestSM3, tagManifest, checkpoint, signature, minisign,
    signify, keyPEM, keySignify, keyNote, schema, explanation, catalogue,
  ]

  static let declarationText = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"

  /// A BagIt profile (BagIt Profiles 1.3) of what every bundle has.
  static let profileText =
    JSON.object([
      "Accept-BagIt-Version": .array([.string("1.0")]),
      "Allow-Fetch.txt": .bool(false),
      "BagIt-Profile-Info": .object([
        "BagIt-Profile-Identifier": .string("profile.json"),
        "BagIt-Profile-Version": .string("1.3.0"),
        "External-Description": .string("Sealed record of a village or community election"),
        "Source-Organization": .string("kiosk"), "Version": .string("1"),
      ]),
      "Bag-Info": .object([
        "Bagging-Date": mandatory, "Bundle-Kind": mandatory, "External-Identifier": mandatory,
        "Payload-Oxum": mandatory, "Source-Organization": mandatory,
      ]),
      "Manifests-Required": .array([.string("sha256"), .string("sm3")]),
      "Serialization": .string("required"),
      "Accept-Serialization": .array([.string("application/x-tar")]),
      "Tag-Manifests-Required": .array([.string("sha256")]),
    ]).canonical + "\n"

  private static var mandatory: JSON { .object(["required": .bool(true)]) }
}
