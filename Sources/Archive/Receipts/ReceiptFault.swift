/// Why a receipt proves nothing.
package enum ReceiptFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// None of the trusted keys signed it; the name is the log's.
  case unknownReceiver(String)
  /// A line claims the trusted key and the signature is wrong.
  case signatureWrong(String)
  /// The statement is not the leaf that the proof leads to.
  case notInLog
  /// It is about another bundle.
  case otherBundle
  /// The receiver accepted other bytes than those that were sent.
  case otherBytes

  package var description: String {
    switch self {
    case .unknownReceiver(let name): "The receipt is by “\(name)”, which is no receiver known here."
    case .signatureWrong(let name): "The signature of “\(name)” under the receipt is wrong."
    case .notInLog: "The receipt's statement is not in the receiver's log."
    case .otherBundle: "The receipt is for another bundle."
    case .otherBytes: "The receiver accepted other bytes than those that lie here."
    }
  }
}
