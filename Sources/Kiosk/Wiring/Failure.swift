import Archive
import Ballot
import Foundation
import Printing
import Scanner

/// Why a command did not do what it was asked; the words say what happened and what to do.
struct Failure: Error {
  /// The exit status (PRODUCT §4).
  enum Status: Int32 {
    /// Refused by a rule.
    case refused = 1
    /// Unusable arguments or file.
    case unusable = 2
    /// A device or the system failed.
    case fault = 3
  }

  let status: Status
  /// The failure's name in JSON.
  let code: String
  let sentence: Sentence
  /// Further lines, such as every error of a plan.
  let details: [FailureDetail]

  init(_ status: Status, _ code: String, _ sentence: Sentence, details: [FailureDetail] = []) {
    self.status = status
    self.code = code
    self.sentence = sentence
    self.details = details
  }
}

/// One of several reasons of a failure, with its place in the file; in JSON with its sentence as `message`.
struct FailureDetail: Encodable, Equatable {
  let row: Int?
  let column: String?
  let field: String?
  let code: String
  let value: String?
  let sentence: Sentence
  /// The reason without the place, where the place is told apart.
  var reason: Sentence?

  private enum CodingKeys: String, CodingKey { case row, column, field, code, value, message }

  func encode(to encoder: any Encoder) throws {
    var line = encoder.container(keyedBy: CodingKeys.self)
    try line.encodeIfPresent(row, forKey: .row)
    try line.encodeIfPresent(column, forKey: .column)
    try line.encodeIfPresent(field, forKey: .field)
    try line.encode(code, forKey: .code)
    try line.encodeIfPresent(value, forKey: .value)
    try line.encode(sentence.zh, forKey: .message)
  }
}

extension Failure {
  /// A rule's refusal.
  init(_ refusal: Refusal) { self.init(.refused, refusal.code, refusal.sentence) }

  /// Somebody was not let in, or not allowed.
  init(_ refusal: StaffRefusal) { self.init(.refused, refusal.code, refusal.sentence) }

  /// Any error as a failure with words.
  init(_ error: any Error) {
    switch error {
    case let failure as Failure: self = failure
    case let refusal as Refusal: self.init(refusal)
    case let refusal as StaffRefusal: self.init(refusal)
    case let fault as FileFault: self.init(file: fault)
    case let fault as VideoFault: self = fault.failure
    case let error as StoreError: self.init(store: error)
    case CryptoError.locked: self.init(KeyProtectionError.locked)
    case let error as CryptoError: self.init(key: error)
    case let error as KeyProtectionError: self.init(error)
    case let error as TPMError: self.init(error)
    case let error as PDFError: self.init(paper: error)
    case let error as CocoaError: self.init(foundation: error)
    case JournalError.unusableLine: self = .tooLong
    default:
      self.init(
        .fault, "systemFault",
        Sentence(
          zh: "系统出错，没有完成：\(error)。请再试一次；仍不行时，记下这句话并联系技术人员。",
          en:
            "The system failed: \(error). Try again; if it fails again, note this sentence and ask for help.")
      )
    }
  }

  private init(file fault: FileFault) {
    self =
      fault.diskIsFull
      ? .diskFull : Failure.unreadable(fault.path, reason: unsafe String(cString: strerror(fault.code)))
  }

  private init(paper error: PDFError) {
    switch error {
    case .diskFull: self = .diskFull
    case .cannotWrite(let path, let code):
      self = .unreadable(path, reason: unsafe String(cString: strerror(code)))
    case .unreadablePicture, .tooLongForCode, .drawing:
      self.init(
        .fault, "paper",
        Sentence(
          zh: "文件没有画成：\(error)请核对印章图片和内容。",
          en: "The paper was not drawn: \(error) Check the seal and the texts."))
    }
  }

  private init(foundation error: CocoaError) {
    let posix = error.underlying as? POSIXError
    if error.code == .fileWriteOutOfSpace || posix?.code == .ENOSPC || posix?.code == .EDQUOT {
      self = .diskFull
    } else {
      self = .unreadable(
        error.filePath ?? "?", reason: posix.map { "\($0.code)" } ?? "\(error.code.rawValue)")
    }
  }

  private init(store error: StoreError) {
    switch error {
    case .diskFull: self = .diskFull
    case .busy:
      self.init(
        .fault, "busy",
        Sentence(
          zh: "另一个程序正在使用数据，没有记录任何内容。请稍候再试。",
          en: "Another program is using the data; nothing was recorded. Wait a moment and try again."))
    case .foreign, .otherVersion, .damaged, .refused:
      self.init(
        .fault, "store",
        Sentence(
          zh: "数据文件有问题：\(error)。请不要继续操作，联系技术人员。",
          en: "There is a problem with the data: \(error) Stop here and ask for help."))
    }
  }

  private init(key error: CryptoError) {
    switch error {
    case .wrongPassphrase(let path):
      self = .unusable(
        "wrongPassphrase", zh: "口令打不开密钥文件 \(path)，没有签名。请核对口令和文件。",
        en: "The passphrase does not open \(path); nothing was signed. Check both.")
    case .malformedKeyFile(let path):
      self = .unusable(
        "notAKey", zh: "\(path) 不是密钥文件，或者已经损坏。请换一个文件。",
        en: "\(path) is no key file, or damaged. Give another file.")
    case .keyExists(let path):
      self = .unusable(
        "keyExists", zh: "\(path) 已经存在，不会覆盖。请换一个文件名。", en: "\(path) is there already and is not overwritten.")
    case .libraryRefused, .passphraseNeeded, .locked, .keyFileIsOpenToOthers, .unusableKeyName:
      self = .key(error)
    }
  }

  private static func key(_ error: CryptoError) -> Failure {
    Failure(
      .fault, "key",
      Sentence(zh: "密钥不能使用：\(error) 请联系技术人员。", en: "The key cannot be used: \(error) Ask for help."))
  }

  static let tooLong = Failure.unusable(
    "tooLong", zh: "填写的内容太长，没有记录。请写短一些。", en: "The text is too long; nothing was recorded. Make it shorter.")

  static let diskFull = Failure(
    .fault, "diskFull",
    Sentence(
      zh: "磁盘已满，这一步没有记录。请清理磁盘后重做这一步。",
      en: "The disk is full; this step was not recorded. Make room and do the step again."))

  static func unreadable(_ path: String, reason: String) -> Failure {
    Failure(
      .unusable, "unreadableFile",
      Sentence(
        zh: "不能读写文件 \(path)：\(reason)。请核对文件名和权限。",
        en: "The file \(path) cannot be used: \(reason). Check its name and permissions."))
  }

  static func unusable(_ code: String, zh: String, en: String) -> Failure {
    Failure(.unusable, code, Sentence(zh: zh, en: en))
  }

  static func refused(_ code: String, zh: String, en: String) -> Failure {
    Failure(.refused, code, Sentence(zh: zh, en: en))
  }

  static let noElection = Failure.refused(
    "noElection", zh: "还没有选举。请先用 election create 建立选举。",
    en: "There is no election yet. Create one with election create.")
}
