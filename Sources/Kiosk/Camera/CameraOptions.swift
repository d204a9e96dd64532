import ArgumentParser

/// How a command takes its pictures from the camera instead of files.
struct CameraOptions: ParsableArguments {
  @Flag(help: "用镜头，不用照片文件 / use the camera, not files") var camera = false
  @Option(help: "镜头设备，不写用 KIOSK_CAMERA 或第一个 / the camera, such as /dev/video0") var device: String?
  @Option(help: "看几张就结束 / end after so many") var pictures = 1
  @Option(help: "最多等几秒 / wait at most so many seconds for each") var seconds = 60

  func validate() throws {
    guard pictures >= 1, (1...86_400).contains(seconds) else {
      throw ValidationError("--pictures 1… --seconds 1…")
    }
    guard camera || device == nil else { throw ValidationError("--device: --camera") }
  }

  /// Refuses both files and camera, and neither.
  func check(against images: [String]) throws {
    if camera == images.isEmpty { return }
    throw Failure.usage("IMAGE… | --camera [--device /dev/videoN]")
  }

  /// The camera's place.
  func place(_ setup: Setup) throws -> CameraPlace {
    let place = device.map { CameraPlace.device($0) } ?? .chosen(nil, setup)
    guard case .folder(let path) = place else { return place }
    throw Failure.usage("\(path)：--camera --device /dev/videoN")
  }
}
