/// Why the TPM did not do what it was asked.
package enum TPMError: Error, Hashable, Sendable {
  /// tpm2-tss is not installed on this machine.
  case libraryMissing
  /// The place is not one of the kinds that are used: `device:`, `swtpm:`, `mssim:`.
  case unusablePlace(String)
  /// Nothing answers there; with the library's code.
  case unreachable(place: String, code: UInt32)
  /// What is to be opened was sealed by another TPM, or this one was cleared since.
  case otherTPM
  /// The TPM refused a call.
  case refused(call: String, code: UInt32)

  /// What an answer of the library means; nil when it was done.
  init?(_ call: String, _ code: UInt32) {
    switch code {
    case 0: return nil
    case let code where Self.isIntegrity(code): self = .otherTPM
    default: self = .refused(call: call, code: code)
    }
  }

  /// TPM_RC_INTEGRITY, whatever parameter it names (TPM 2.0 Part 2, 6.6.3), and whether a resource manager passed it on.
  private static func isIntegrity(_ code: UInt32) -> Bool {
    let (layer, isFormatOne, number) = (code >> 16, code & 0x80 != 0, code & 0x3f)
    return (layer == 0 || layer == 12) && isFormatOne && number == 0x1f
  }
}
