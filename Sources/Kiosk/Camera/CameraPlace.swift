import Foundation

/// Where pictures come from.
enum CameraPlace: Equatable, Sendable {
  /// A directory in which whole pictures appear.
  case folder(String)
  /// A camera by its node.
  case device(String)
  /// The first camera that is connected.
  case first

  /// What an option or KIOSK_CAMERA says: a directory, else a device below /dev; nothing means the first camera.
  init(_ setting: String?) {
    switch setting {
    case nil, "": self = .first
    case let path? where path.hasPrefix("/dev/") && !CameraPlace.isFolder(path): self = .device(path)
    case let path?: self = .folder(path)
    }
  }

  private static func isFolder(_ path: String) -> Bool {
    (try? FileManager.default.attributesOfItem(atPath: path))?[.type] as? FileAttributeType == .typeDirectory
  }

  /// Who said where pictures come from.
  enum Source: Equatable, Sendable { case option, environment, setup, nothing }

  /// The setting that is in force: an option, else KIOSK_CAMERA, else as the box is set up.
  static func chosen(_ option: String?, _ setup: Setup) -> CameraPlace {
    CameraPlace(option ?? variable ?? setup.camera)
  }

  /// Where the setting that is in force was made.
  static func source(_ option: String?, _ setup: Setup) -> Source {
    option != nil ? .option : variable != nil ? .environment : setup.camera != nil ? .setup : .nothing
  }

  private static var variable: String? { ProcessInfo.processInfo.environment["KIOSK_CAMERA"] }
}
