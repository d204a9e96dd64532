import Archive
import Foundation

extension Home {
  private var witnessFile: URL { keys.appending(path: "street.vkey") }

  /// The supervisors whose cosignatures count, one key text a line of `keys/street.vkey`.
  func witnesses() throws -> [NoteKey] {
    guard FileManager.default.fileExists(atPath: witnessFile.path) else { return [] }
    let text = String(decoding: try InputFile(witnessFile.path, most: 1 << 16).bytes, as: UTF8.self)
    let lines = text.split(separator: "\n")
    let keys = lines.compactMap { NoteKey(vkey: $0) }.filter { $0.kind == .cosignature }
    guard keys.count == lines.count else {
      throw Failure.refused(
        "witnessesDamaged", zh: "\(witnessFile.path) 里有不是镇街密钥的行。请请镇街核对后重新登记。",
        en: "\(witnessFile.path) has lines that are no supervisor's key. Check it with the street.")
    }
    return keys
  }

  /// Adds a supervisor's key.
  func enrol(_ witness: NoteKey) throws {
    let all = try witnesses()
    if all.contains(witness) { return }
    try FileManager.default.createDirectory(at: keys, withIntermediateDirectories: true)
    let text = (all + [witness]).map { "\($0.vkey)\n" }.joined()
    try Data(text.utf8).write(to: witnessFile, options: .atomic)
  }
}

/// A key text that somebody gave, as itself or in a file.
enum KeyText {
  /// A key that cosigns.
  static func witness(_ word: String) throws -> NoteKey {
    let witness = try read(word)
    guard witness.kind == .cosignature else {
      throw Failure.unusable(
        "notAWitness", zh: "这不是会签用的公钥。请用镇街 witness init 给出的那一个。",
        en: "This key does not cosign. Use the one that witness init gave.")
    }
    return witness
  }

  static func read(_ word: String) throws -> NoteKey {
    if let key = NoteKey(vkey: word) { return key }
    let bytes = try InputFile(word, most: 4096).bytes
    let text = String(decoding: bytes, as: UTF8.self)
    guard let line = text.split(separator: "\n").first, let key = NoteKey(vkey: line) else {
      throw Failure.unusable(
        "notAKey", zh: "\(word) 不是公钥（形如 名称+1a2b3c4d+AQ…）。请核对文件。",
        en: "\(word) is no public key (such as NAME+1a2b3c4d+AQ…). Check the file.")
    }
    return key
  }
}
