import Archive
import Ballot
import Foundation

/// Who gives a command: `--as NAME`, once or, for a step of two people, twice.
///
/// PINs and passphrases come from `--pin-file`, one line a person, else from KIOSK_PIN; keys from `--key-dir`.
struct Logins {
  var names: [String] = []
  var pinFile: String?
  var keyDirectory: String?
  var environment = ProcessInfo.processInfo.environment

  /// Logs everybody in.
  ///
  /// - Throws: `Failure`, with the first that was refused.
  func apply(to box: Box) throws {
    if names.isEmpty { return }
    let secrets = try StaffSecrets.lines(file: pinFile, variable: "KIOSK_PIN", environment)
    let stick = keyDirectory.map { StaffStick(directory: URL(filePath: $0)) }
    for (index, name) in names.enumerated() {
      let secret = secrets.indices.contains(index) ? secrets[index] : ""
      try box.logIn(name, StaffSecret(typed: secret), stick: stick)
    }
  }
}

/// Reads PINs and passphrases from where no other user of the machine sees them.
enum StaffSecrets {
  /// The lines of a file that is the owner's alone, else of a variable, else none.
  static func lines(file: String?, variable: String, _ environment: [String: String]) throws -> [String] {
    guard let file else {
      let text = environment[variable]
      return text.map { $0.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) } ?? []
    }
    let bytes = try InputFile(file, most: 1 << 16).bytes
    let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int ?? 0
    guard mode & 0o077 == 0 else {
      throw Failure.unusable(
        "pinFileOpen", zh: "PIN 文件 \(file) 别人也能读。请用 chmod 600 改好权限再试。",
        en: "The PIN file \(file) can be read by others. Set its mode to 0600 and try again.")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Failure.unreadable(file, reason: "不是 UTF-8 文本 / not UTF-8 text")
    }
    return text.split(separator: "\n", omittingEmptySubsequences: false).map {
      String($0.last == "\r" ? $0.dropLast() : $0)
    }
  }
}
