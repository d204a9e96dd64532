import Ballot

/// The file `protection`: the key of the key files, sealed once for each way in; docs/formats/journal.md.
struct KeyProtection: Equatable {
  let id: String
  /// The supervisor's second way; always there.
  let recovery: PassphraseSeal
  /// What the staff types at the start of the box.
  var passphrase: PassphraseSeal?
  /// What this machine's TPM opens by itself.
  var tpm: (place: TPM, seal: TPMSeal)?

  static let file = "protection"
  private static let magic = "kiosk key protection v1"
  private static let sizeLimit = 16_384

  static func == (left: KeyProtection, right: KeyProtection) -> Bool { left.text == right.text }

  /// Seals a key for each of the ways.
  init(_ key: VaultKey, _ ways: KeyWays) throws {
    id = key.id
    let sealed = { (passphrase: String, way: KeyWay) throws in
      try PassphraseSeal(
        key.bytes, passphrase: passphrase, context: Self.context(key.id, way), cost: ways.cost)
    }
    recovery = try sealed(ways.recovery.text, .recovery)
    passphrase = try ways.passphrase.map { try sealed($0, .passphrase) }
    tpm = try ways.tpm.map { ($0, try $0.seal(key.bytes)) }
  }

  /// The ways that are there.
  var ways: [KeyWay] {
    [.recovery] + (passphrase == nil ? [] : [.passphrase]) + (tpm == nil ? [] : [.tpm])
  }

  /// The key, by what somebody typed; nil when it opens no way.
  func open(_ typed: RecoverySecret) throws -> (key: VaultKey, way: KeyWay)? {
    for (seal, way) in [(passphrase, KeyWay.passphrase), (recovery, .recovery)] {
      let text = way == .recovery ? typed.text : typed.typed
      guard let seal, let bytes = try seal.open(passphrase: text, context: Self.context(id, way)) else {
        continue
      }
      return (try checked(bytes), way)
    }
    return nil
  }

  /// The key, by this machine's TPM; nil where that is no way in.
  ///
  /// - Throws: `TPMError`.
  func openByTPM() throws -> VaultKey? {
    try tpm.map { try checked($0.place.unseal($0.seal)) }
  }

  private func checked(_ bytes: [UInt8]) throws(CryptoError) -> VaultKey {
    guard let key = VaultKey(bytes: bytes), key.id == id else {
      throw .malformedKeyFile(path: Self.file)
    }
    return key
  }

  /// What is authenticated with a sealed key, so that no line can stand in for another.
  private static func context(_ id: String, _ way: KeyWay) -> [UInt8] {
    Array("\(magic)\n\(id)\n\(way.rawValue)".utf8)
  }

  /// The file's text.
  var text: String {
    var lines = [Self.magic, id, Self.line(.recovery, recovery)]
    if let passphrase { lines.append(Self.line(.passphrase, passphrase)) }
    if let (place, seal) = tpm {
      lines.append("tpm \(place.place) \(seal.publicPart.hex) \(seal.privatePart.hex)")
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func line(_ way: KeyWay, _ seal: PassphraseSeal) -> String {
    "\(way.rawValue) \(seal.fields)"
  }

  /// Reads a file; nil when there is none.
  ///
  /// - Throws: `CryptoError.malformedKeyFile` for anything but what `text` writes.
  init?(at path: String) throws {
    guard FileSystem.exists(path) else { return nil }
    let bytes = try FileSystem.read(path, limit: Self.sizeLimit)
    guard let read = Self(text: String(decoding: bytes, as: UTF8.self)) else {
      throw CryptoError.malformedKeyFile(path: path)
    }
    self = read
  }

  private init?(text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count >= 4, lines[0] == Self.magic,
      let recovery = Self.seal(lines[2], .recovery)
    else { return nil }
    id = String(lines[1])
    self.recovery = recovery
    passphrase = lines.lazy.compactMap { Self.seal($0, .passphrase) }.first
    tpm = lines.lazy.compactMap(Self.tpm).first
    guard self.text == text else { return nil }
  }

  private static func seal(_ line: Substring, _ way: KeyWay) -> PassphraseSeal? {
    let fields = line.split(separator: " ", omittingEmptySubsequences: false)
    guard fields.first == way.rawValue[...] else { return nil }
    return PassphraseSeal(fields: fields.dropFirst(), size: VaultKey.size)
  }

  private static func tpm(_ line: Substring) -> (place: TPM, seal: TPMSeal)? {
    let fields = line.split(separator: " ", omittingEmptySubsequences: false)
    guard fields.count == 4, fields[0] == "tpm", let place = try? TPM(String(fields[1])),
      let publicPart = [UInt8](hex: fields[2]), let privatePart = [UInt8](hex: fields[3])
    else { return nil }
    return (place, TPMSeal(publicPart: publicPart, privatePart: privatePart))
  }
}
