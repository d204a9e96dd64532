import Foundation

/// Looks at the devices now and then, away from the screen.
struct DeviceWatch: Sendable {
  private let home: Home
  private let camera: CameraPlace?

  /// Looks for a camera too, where one is given.
  init(_ home: Home, camera: CameraPlace?) {
    self.home = home
    self.camera = camera
  }

  private static let pause = Duration.seconds(20)

  /// Reports until it is cancelled.
  func run(_ mailbox: Mailbox) async {
    while !Task.isCancelled {
      mailbox.put(.devices(await look()))
      try? await Task.sleep(for: DeviceWatch.pause)
    }
  }

  private func look() async -> Briefing.Devices {
    var devices = Briefing.Devices()
    devices.printer = await Checkup.printer().works ? .works : .fails
    if let camera { devices.camera = Checkup.hasCamera(camera) ? .works : .fails }
    devices.disk = (try? Checkup.disk(home).works) ?? false ? .works : .fails
    devices.network = DeviceWatch.hasNetwork ? .works : .unknown
    return devices
  }

  /// Whether any cable or radio is connected; the box works without.
  private static var hasNetwork: Bool {
    let folder = "/sys/class/net"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.contains { name in
      let state = try? String(contentsOfFile: "\(folder)/\(name)/operstate", encoding: .utf8)
      return name != "lo" && state?.hasPrefix("up") == true
    }
  }
}
