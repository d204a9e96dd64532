/// A TPM 2.0, which keeps secrets for this machine alone.
///
/// A secret is sealed under an elliptic-curve storage key of the owner hierarchy. That key is made anew each time, the
/// same as long as the TPM is not cleared, so nothing is left in the TPM that could be lost, and no handle stays open.
package struct TPM: Sendable {
  /// Where it is, as tpm2-tss writes it: `device:/dev/tpmrm0`.
  package let place: String

  /// The kernel's resource manager.
  package static let usualPlace = "device:/dev/tpmrm0"
  private static let kinds = ["device:", "swtpm:", "mssim:"]

  /// - Throws: `TPMError.unusablePlace` for any other kind of place, or one that cannot stand in a file's line.
  package init(_ place: String = usualPlace) throws(TPMError) {
    guard Self.kinds.contains(where: place.hasPrefix), place.utf8.count <= 200,
      place.utf8.allSatisfy({ 0x21...0x7e ~= $0 })
    else { throw .unusablePlace(place) }
    self.place = place
  }

  /// Seals a secret of at most 128 bytes.
  package func seal(_ secret: [UInt8]) throws(TPMError) -> TPMSeal {
    try TPMConnection(place).seal(secret)
  }

  /// The secret in a seal.
  ///
  /// - Throws: `TPMError.otherTPM` when this TPM did not make it, or was cleared since.
  package func unseal(_ seal: TPMSeal) throws(TPMError) -> [UInt8] {
    try TPMConnection(place).unseal(seal)
  }
}

/// A sealed secret: the two halves of a TPM object, as TPM 2.0 Part 2 writes them (TPM2B_PUBLIC, TPM2B_PRIVATE).
package struct TPMSeal: Hashable, Sendable {
  package let publicPart: [UInt8]
  package let privatePart: [UInt8]

  package init(publicPart: [UInt8], privatePart: [UInt8]) {
    self.publicPart = publicPart
    self.privatePart = privatePart
  }
}
