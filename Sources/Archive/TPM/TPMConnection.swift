import CTSS2
import Glibc

/// A conversation with a TPM; over when this is gone.
@safe final class TPMConnection {
  let library: TPMLibrary
  let context: OpaquePointer
  private var tcti: OpaquePointer?

  init(_ place: String) throws(TPMError) {
    guard let library = TPMLibrary.shared else { throw .libraryMissing }
    var tcti: OpaquePointer?
    let reached = unsafe library.connect(place, &tcti)
    guard reached == 0, unsafe tcti != nil else { throw .unreachable(place: place, code: reached) }
    var context: OpaquePointer?
    let begun = unsafe library.begin(&context, tcti, nil)
    guard begun == 0, let context = unsafe context else {
      unsafe library.disconnect(&tcti)
      throw .unreachable(place: place, code: begun)
    }
    self.library = library
    unsafe self.context = unsafe context
    unsafe self.tcti = unsafe tcti
  }

  deinit {
    var context: OpaquePointer? = unsafe context
    unsafe library.end(&context)
    unsafe library.disconnect(&tcti)
  }

  func check(_ call: String, _ code: TSS2_RC) throws(TPMError) {
    if let error = TPMError(call, code) { throw error }
  }

  func seal(_ secret: [UInt8]) throws(TPMError) -> TPMSeal {
    let parent = try storageKey()
    defer { flush(parent) }
    let session = try encryptedSession(under: parent)
    defer { flush(session) }
    return try create(secret, under: parent, session)
  }

  func unseal(_ seal: TPMSeal) throws(TPMError) -> [UInt8] {
    let parent = try storageKey()
    defer { flush(parent) }
    let session = try encryptedSession(under: parent)
    defer { flush(session) }
    let object = try load(seal, under: parent, session)
    defer { flush(object) }
    return try secret(in: object, session)
  }

  /// Frees a place in the TPM, which has three of them where no resource manager is.
  private func flush(_ handle: ESYS_TR) {
    _ = unsafe library.flush(context, handle)
  }

  /// A session in which what matters is encrypted between here and the TPM, so that nobody reads it off the wires.
  private func encryptedSession(under parent: ESYS_TR) throws(TPMError) -> ESYS_TR {
    var cipher = TPMT_SYM_DEF()
    cipher.algorithm = TPM2_ALG_AES
    unsafe cipher.keyBits.aes = 128
    unsafe cipher.mode.aes = TPM2_ALG_CFB
    var session = ESYS_TR(ESYS_TR_NONE)
    let none = ESYS_TR(ESYS_TR_NONE)
    let code = unsafe library.startSession(
      context, parent, none, none, none, none, nil, TPM2_SE(TPM2_SE_HMAC), &cipher, TPM2_ALG_SHA256, &session)
    try check("StartAuthSession", code)
    return session
  }

  private func encrypting(_ session: ESYS_TR, command: Bool) throws(TPMError) {
    let flags = TPMA_SESSION(0x01 | 0x40 | (command ? 0x20 : 0))  // continueSession, encrypt, decrypt
    try check("SetAttributes", unsafe library.setAttributes(context, session, flags, 0xff))
  }

  private func create(
    _ secret: [UInt8], under parent: ESYS_TR, _ session: ESYS_TR
  ) throws(TPMError) -> TPMSeal {
    try encrypting(session, command: true)
    var sensitive = TPM2B_SENSITIVE_CREATE()
    defer {
      unsafe withUnsafeMutableBytes(of: &sensitive) { bytes in
        if let start = bytes.baseAddress { unsafe explicit_bzero(start, bytes.count) }
      }
    }
    sensitive.sensitive.data.size = UInt16(secret.count)
    unsafe withUnsafeMutableBytes(of: &sensitive.sensitive.data.buffer) { unsafe $0.copyBytes(from: secret) }
    var template = TPMTemplate.sealedObject
    var outside = TPM2B_DATA()
    var registers = TPML_PCR_SELECTION()
    var privatePart: UnsafeMutablePointer<TPM2B_PRIVATE>?
    var publicPart: UnsafeMutablePointer<TPM2B_PUBLIC>?
    let none = ESYS_TR(ESYS_TR_NONE)
    let code = unsafe library.create(
      context, parent, session, none, none, &sensitive, &template, &outside, &registers, &privatePart,
      &publicPart, nil, nil, nil)
    defer {
      unsafe library.free(privatePart)
      unsafe library.free(publicPart)
    }
    try check("Create", code)
    guard let publicPart = unsafe publicPart, let privatePart = unsafe privatePart else {
      throw .refused(call: "Create", code: 0)
    }
    return TPMSeal(
      publicPart: try unsafe marshalled { unsafe library.marshalPublic(publicPart, $0, $1, &$2) },
      privatePart: try unsafe marshalled { unsafe library.marshalPrivate(privatePart, $0, $1, &$2) })
  }

  private func load(_ seal: TPMSeal, under parent: ESYS_TR, _ session: ESYS_TR) throws(TPMError) -> ESYS_TR {
    var publicPart = TPM2B_PUBLIC()
    var privatePart = TPM2B_PRIVATE()
    var offset = 0
    let count = (seal.publicPart.count, seal.privatePart.count)
    try check(
      "Unmarshal", unsafe library.unmarshalPublic(seal.publicPart, count.0, &offset, &publicPart))
    offset = 0
    try check(
      "Unmarshal", unsafe library.unmarshalPrivate(seal.privatePart, count.1, &offset, &privatePart))
    try encrypting(session, command: true)
    var object = ESYS_TR(ESYS_TR_NONE)
    let none = ESYS_TR(ESYS_TR_NONE)
    let code = unsafe library.load(
      context, parent, session, none, none, &privatePart, &publicPart, &object)
    try check("Load", code)
    return object
  }

  private func secret(in object: ESYS_TR, _ session: ESYS_TR) throws(TPMError) -> [UInt8] {
    try encrypting(session, command: false)
    var data: UnsafeMutablePointer<TPM2B_SENSITIVE_DATA>?
    let none = ESYS_TR(ESYS_TR_NONE)
    try check("Unseal", unsafe library.unseal(context, object, session, none, none, &data))
    guard let data = unsafe data else { throw .refused(call: "Unseal", code: 0) }
    defer {
      unsafe explicit_bzero(data, MemoryLayout<TPM2B_SENSITIVE_DATA>.size)
      unsafe library.free(data)
    }
    let size = Int(unsafe data.pointee.size)
    return unsafe withUnsafeBytes(of: &data.pointee.buffer) { unsafe Array($0.prefix(size)) }
  }

  private func marshalled(
    _ write: (UnsafeMutablePointer<UInt8>?, Int, inout Int) -> TSS2_RC
  ) throws(TPMError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: 2048)
    var offset = 0
    let code = unsafe bytes.withUnsafeMutableBufferPointer {
      unsafe write($0.baseAddress, $0.count, &offset)
    }
    try check("Marshal", code)
    return Array(bytes.prefix(offset))
  }
}
