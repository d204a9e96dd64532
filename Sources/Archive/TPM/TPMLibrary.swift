import CTSS2
import Glibc

/// tpm2-tss, opened once a process and never closed.
///
/// Opened at run time and not linked: a box without a TPM needs none of it.
@safe struct TPMLibrary: Sendable {
  // Sendable: functions of a library that stays open; each call is given a context of its own.
  nonisolated(unsafe) let connect: TctiLdrInitialize
  nonisolated(unsafe) let disconnect: TctiLdrFinalize
  nonisolated(unsafe) let begin: EsysInitialize
  nonisolated(unsafe) let end: EsysFinalize
  nonisolated(unsafe) let createPrimary: EsysCreatePrimary
  nonisolated(unsafe) let startSession: EsysStartAuthSession
  nonisolated(unsafe) let setAttributes: EsysSetAttributes
  nonisolated(unsafe) let create: EsysCreate
  nonisolated(unsafe) let load: EsysLoad
  nonisolated(unsafe) let unseal: EsysUnseal
  nonisolated(unsafe) let flush: EsysFlushContext
  nonisolated(unsafe) let free: EsysFree
  nonisolated(unsafe) let marshalPublic: MarshalPublic
  nonisolated(unsafe) let unmarshalPublic: UnmarshalPublic
  nonisolated(unsafe) let marshalPrivate: MarshalPrivate
  nonisolated(unsafe) let unmarshalPrivate: UnmarshalPrivate

  /// The library; nil where it is not installed.
  static let shared = TPMLibrary()

  private init?() {
    let names = ["libtss2-tctildr.so.0", "libtss2-esys.so.0", "libtss2-mu.so.0"]
    let handles = unsafe names.map { unsafe dlopen($0, RTLD_NOW | RTLD_LOCAL) }
    guard let loader = unsafe handles[0], let esys = unsafe handles[1], let marshal = unsafe handles[2],
      let connect: TctiLdrInitialize = unsafe Self.find("Tss2_TctiLdr_Initialize", loader),
      let disconnect: TctiLdrFinalize = unsafe Self.find("Tss2_TctiLdr_Finalize", loader),
      let begin: EsysInitialize = unsafe Self.find("Esys_Initialize", esys),
      let end: EsysFinalize = unsafe Self.find("Esys_Finalize", esys),
      let createPrimary: EsysCreatePrimary = unsafe Self.find("Esys_CreatePrimary", esys),
      let startSession: EsysStartAuthSession = unsafe Self.find("Esys_StartAuthSession", esys),
      let setAttributes: EsysSetAttributes = unsafe Self.find("Esys_TRSess_SetAttributes", esys),
      let create: EsysCreate = unsafe Self.find("Esys_Create", esys),
      let load: EsysLoad = unsafe Self.find("Esys_Load", esys),
      let unseal: EsysUnseal = unsafe Self.find("Esys_Unseal", esys),
      let flush: EsysFlushContext = unsafe Self.find("Esys_FlushContext", esys),
      let free: EsysFree = unsafe Self.find("Esys_Free", esys),
      let marshalPublic: MarshalPublic = unsafe Self.find("Tss2_MU_TPM2B_PUBLIC_Marshal", marshal),
      let unmarshalPublic: UnmarshalPublic = unsafe Self.find("Tss2_MU_TPM2B_PUBLIC_Unmarshal", marshal),
      let marshalPrivate: MarshalPrivate = unsafe Self.find("Tss2_MU_TPM2B_PRIVATE_Marshal", marshal),
      let unmarshalPrivate: UnmarshalPrivate = unsafe Self.find("Tss2_MU_TPM2B_PRIVATE_Unmarshal", marshal)
    else { return nil }
    unsafe (self.connect, self.disconnect, self.begin, self.end) = unsafe (connect, disconnect, begin, end)
    unsafe (self.createPrimary, self.startSession) = unsafe (createPrimary, startSession)
    unsafe (self.setAttributes, self.create, self.load) = unsafe (setAttributes, create, load)
    unsafe (self.unseal, self.flush, self.free) = unsafe (unseal, flush, free)
    unsafe (self.marshalPublic, self.unmarshalPublic) = unsafe (marshalPublic, unmarshalPublic)
    unsafe (self.marshalPrivate, self.unmarshalPrivate) = unsafe (marshalPrivate, unmarshalPrivate)
  }

  /// A function by its name, in the type that the header gives it.
  private static func find<Function>(_ name: String, _ library: UnsafeMutableRawPointer) -> Function? {
    guard let symbol = unsafe dlsym(library, name) else { return nil }
    return unsafe unsafeBitCast(symbol, to: Function.self)
  }
}
