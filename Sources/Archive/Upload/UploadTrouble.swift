/// Why the last step of an upload failed, in one word, as the queue keeps it.
package enum UploadTrouble: String, CaseIterable, Sendable {
  case unreachable, untrusted, broken, stalled, malformedAnswer, localDisk, other
  case busy, damagedOnTheWay, serverFull, refused
  case localFile, receiptMalformed, receiptUnproven, lost, differs
}

extension UploadFault {
  package var trouble: UploadTrouble {
    switch self {
    case .server(.transport(let fault)): fault.trouble
    case .server(.busy): .busy
    case .server(.damagedOnTheWay): .damagedOnTheWay
    case .server(.full): .serverFull
    case .server(.refused): .refused
    case .server(.malformed): .malformedAnswer
    case .localFile: .localFile
    case .receiptMalformed: .receiptMalformed
    case .receiptUnproven: .receiptUnproven
    case .lost: .lost
    case .differs: .differs
    }
  }
}

extension HTTPFault {
  fileprivate var trouble: UploadTrouble {
    switch self {
    case .unreachable: .unreachable
    case .untrusted: .untrusted
    case .broken: .broken
    case .stalled: .stalled
    case .tooLarge: .malformedAnswer
    case .file: .localDisk
    case .other: .other
    }
  }
}
