import CTSS2

extension TPMConnection {
  /// The storage key that everything is sealed under: the same each time, until the TPM is cleared.
  func storageKey() throws(TPMError) -> ESYS_TR {
    var sensitive = TPM2B_SENSITIVE_CREATE()
    var template = TPMTemplate.storageKey
    var outside = TPM2B_DATA()
    var registers = TPML_PCR_SELECTION()
    var key = ESYS_TR(ESYS_TR_NONE)
    let none = ESYS_TR(ESYS_TR_NONE)
    let code = unsafe library.createPrimary(
      context, ESYS_TR(ESYS_TR_RH_OWNER), ESYS_TR(ESYS_TR_PASSWORD), none, none, &sensitive, &template,
      &outside, &registers, &key, nil, nil, nil, nil)
    try check("CreatePrimary", code)
    return key
  }
}

/// What a TPM is asked to make.
enum TPMTemplate {
  // Attributes of objects (TPM 2.0 Part 2, 8.3).
  private static let fixedTPM: TPMA_OBJECT = 1 << 1
  private static let fixedParent: TPMA_OBJECT = 1 << 4
  private static let sensitiveDataOrigin: TPMA_OBJECT = 1 << 5
  private static let userWithAuth: TPMA_OBJECT = 1 << 6
  private static let noDA: TPMA_OBJECT = 1 << 10
  private static let restricted: TPMA_OBJECT = 1 << 16
  private static let decrypt: TPMA_OBJECT = 1 << 17

  /// The storage key of the TCG's provisioning guidance (7.5.1, template for ECC P-256), with no authorisation of its own.
  static var storageKey: TPM2B_PUBLIC {
    var key = TPM2B_PUBLIC()
    key.publicArea.type = TPM2_ALG_ECC
    key.publicArea.nameAlg = TPM2_ALG_SHA256
    key.publicArea.objectAttributes =
      fixedTPM | fixedParent | sensitiveDataOrigin | userWithAuth | noDA | restricted | decrypt
    unsafe key.publicArea.parameters.eccDetail.symmetric.algorithm = TPM2_ALG_AES
    unsafe key.publicArea.parameters.eccDetail.symmetric.keyBits.aes = 128
    unsafe key.publicArea.parameters.eccDetail.symmetric.mode.aes = TPM2_ALG_CFB
    unsafe key.publicArea.parameters.eccDetail.scheme.scheme = TPM2_ALG_NULL
    unsafe key.publicArea.parameters.eccDetail.curveID = TPM2_ECC_NIST_P256
    unsafe key.publicArea.parameters.eccDetail.kdf.scheme = TPM2_ALG_NULL
    return key
  }

  /// A sealed secret; nothing but this TPM and its storage key opens it.
  static var sealedObject: TPM2B_PUBLIC {
    var object = TPM2B_PUBLIC()
    object.publicArea.type = TPM2_ALG_KEYEDHASH
    object.publicArea.nameAlg = TPM2_ALG_SHA256
    object.publicArea.objectAttributes = fixedTPM | fixedParent | userWithAuth | noDA
    unsafe object.publicArea.parameters.keyedHashDetail.scheme.scheme = TPM2_ALG_NULL
    return object
  }
}
