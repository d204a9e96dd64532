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
  /// It answers a copy of the bundle that lies under another community or election.
  case otherPlace(String, String)
  /// The receiver accepted other bytes than those that were sent.
  case otherBytes

  package var description: String {
    switch self {
    case .unknownReceiver(let name): "The receipt is by “\(name)”, which is no receiver known here."
    case .signatureWrong(let name): "The signature of “\(name)” under the receipt is wrong."
    case .notInLog: "The receipt's statement is not in the receiver's log."
    case .otherBundle: "The receipt is for another bundle."
    case .otherPlace(let community, let election):
      "The receipt answers a copy under \(community), \(election)."
    case .otherBytes: "The receiver accepted other bytes than those that lie here."
    }
  }
}
