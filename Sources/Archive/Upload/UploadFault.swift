/// Why a bundle did not come one step further; it stays in the queue as far as it was.
package enum UploadFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// The server.
  case server(S3Fault)
  /// The sealed file on this box is gone or is no longer what was sealed.
  case localFile(path: String)
  /// The answer that lies where the receipt belongs is no receipt.
  case receiptMalformed
  /// The answer is a receipt that proves nothing.
  case receiptUnproven(ReceiptFault)
  /// The server said that it has the bundle and now has none; it will be sent again.
  case lost
  /// The server has other bytes under the bundle's name; the receiver has to move them away.
  case differs

  /// Whether trying again later may help without anybody doing anything.
  package var passes: Bool {
    switch self {
    case .server(let fault): fault.passes
    case .localFile: false
    case .receiptMalformed, .receiptUnproven, .lost, .differs: true
    }
  }

  package var description: String {
    switch self {
    case .server(let fault): fault.description
    case .localFile(let path): "\(path) is gone or was changed after it was sealed."
    case .receiptMalformed: "What lies where the receipt belongs is no receipt."
    case .receiptUnproven(let fault): fault.description
    case .lost: "The server said that it has the bundle, and now has none."
    case .differs: "The server has other bytes under the bundle's name."
    }
  }
}
