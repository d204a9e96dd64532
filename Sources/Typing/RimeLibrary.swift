import CRime
import Glibc
import Synchronization

/// librime, opened once a process and never closed.
///
/// Opened at run time and not linked: a machine without it, and every command that types nothing, starts all the same.
@safe final class RimeLibrary: Sendable {
  /// Where Debian's packages put the schemas.
  static let usualData = "/usr/share/rime-data"

  // Sendable: the table of functions is made once by librime and never changes; the calls are made under `lock`.
  nonisolated(unsafe) private let api: UnsafeMutablePointer<RimeApi>
  private let lock = Mutex(())
  let home: SchemaFolder

  /// The library with Debian's data; nil when either is missing.
  static let shared = RimeLibrary(data: usualData)

  /// - Parameter data: The directory of schemas; a process can have but one.
  init?(data: String) {
    guard unsafe access("\(data)/build/pinyin_simp.table.bin", R_OK) == 0,
      let handle = unsafe dlopen("librime.so.1", RTLD_NOW | RTLD_LOCAL),
      let symbol = unsafe dlsym(handle, "rime_get_api")
    else { return nil }
    typealias GetAPI = @convention(c) () -> UnsafeMutablePointer<RimeApi>?
    guard let api = unsafe unsafeBitCast(symbol, to: GetAPI.self)(), let home = SchemaFolder() else {
      return nil
    }
    unsafe self.api = unsafe api
    self.home = home
    unsafe RimeLibrary.setUp(api, data: data, home: home.path)
    // librime keeps the schema while a session uses it: this one is never closed, so the folder can go.
    guard newSession() != nil else { return nil }
  }

  private static func setUp(_ api: UnsafeMutablePointer<RimeApi>, data: String, home: String) {
    var traits = unsafe RimeTraits()
    unsafe traits.data_size = unsafe Int32(MemoryLayout<RimeTraits>.size - MemoryLayout<Int32>.size)
    unsafe traits.min_log_level = 3
    unsafe data.withCString { data in
      unsafe home.withCString { home in
        unsafe "kiosk".withCString { name in
          unsafe "rime.kiosk".withCString { application in
            unsafe "".withCString { nowhere in
              unsafe traits.shared_data_dir = unsafe data
              unsafe traits.user_data_dir = unsafe home
              unsafe traits.distribution_name = unsafe name
              unsafe traits.distribution_code_name = unsafe name
              unsafe traits.distribution_version = unsafe name
              unsafe traits.app_name = unsafe application
              unsafe traits.log_dir = unsafe nowhere
              unsafe api.pointee.setup(&traits)
              unsafe initialize(api, &traits)
            }
          }
        }
      }
    }
  }

  /// Begins with librime's own modules alone.
  ///
  /// Plugins that happen to be installed (Lua among them) have no business in an election box, and librime 1.8 unloads
  /// them at exit before the objects that they made, which ends in a crash.
  private static func initialize(_ api: UnsafeMutablePointer<RimeApi>, _ traits: inout RimeTraits) {
    unsafe "default".withCString { standard in
      var modules: [UnsafePointer<CChar>?] = unsafe [standard, nil]
      unsafe modules.withUnsafeMutableBufferPointer { list in
        unsafe traits.modules = list.baseAddress
        unsafe api.pointee.initialize(&traits)
      }
    }
    unsafe traits.modules = nil
  }

  /// A session with our schema; nil when librime refuses it.
  func newSession() -> RimeSessionId? {
    let session = call { api -> RimeSessionId? in
      let session = api.create_session()
      return unsafe api.select_schema(session, SchemaFolder.schema) != 0 ? session : nil
    }
    // librime makes its folder again, empty, whenever a session begins.
    home.remove()
    return session
  }

  /// Calls librime; one call at a time, because its sessions are not made for several threads.
  func call<Value>(_ body: (RimeApi) -> Value) -> Value {
    lock.withLock { _ in unsafe body(api.pointee) }
  }
}
