import Foundation
import Scanner
import Synchronization

extension Checkup {
  /// Whether a camera is connected, without switching it on.
  static func hasCamera(_ place: CameraPlace) -> Bool {
    switch place {
    case .folder(let path): FileManager.default.isReadableFile(atPath: path)
    case .device(let path): (try? VideoDevice(path)) != nil
    case .first: (try? VideoDevice.first()) != nil
    }
  }

  /// Switches the camera on for a moment and judges what it sees.
  static func camera(_ place: CameraPlace, from source: CameraPlace.Source) async -> Finding {
    if case .folder(let path) = place { return folder(path, from: source) }
    do {
      let look = try await CameraGlance.first(place, for: .sheets, within: 8, CameraJudge().look)
      guard let look else { return Finding("camera", false, VideoFault.damaged(path: "/dev/video").sentence) }
      return Finding("camera", look.isGood, look.sentence)
    } catch let fault as VideoFault {
      return Finding("camera", false, fault.sentence)
    } catch {
      return Finding("camera", false, Failure(error).sentence)
    }
  }

  private static func folder(_ path: String, from source: CameraPlace.Source) -> Finding {
    guard hasCamera(.folder(path)) else {
      return Finding("camera", false, .unreadablePictures(path, from: source))
    }
    return Finding(
      "camera", true, Sentence(zh: "照片从目录 \(path) 来。", en: "Pictures come from the directory \(path)."))
  }
}

/// Judges light and focus after the camera has had some frames to settle.
final class CameraJudge: Sendable {
  struct Look: Sendable {
    let sentence: Sentence
    let isGood: Bool
  }

  /// Frames until exposure and focus have settled.
  private static let settling = 12
  private static let (dark, bright) = (60, 235)

  private let frames = Mutex(0)

  @Sendable func look(_ frame: VideoFrame, _ device: VideoDevice, _ mode: VideoMode) throws -> Look? {
    let image = try frame.gray()
    let seen = frames.withLock { frames in
      frames += 1
      return frames
    }
    guard seen >= CameraJudge.settling else { return nil }
    let scene = SceneLook(image, marks: true)
    let advice = CameraJudge.advice(scene, mode)
    let rate = mode.rate > 0 ? "，每秒 \(Int(mode.rate)) 幅" : ""
    let speed = mode.rate > 0 ? ", \(Int(mode.rate)) frames a second" : ""
    let focus = scene.isBlurred ? "模糊" : "清晰"
    let sharp = scene.isBlurred ? "blurred" : "sharp"
    return Look(
      sentence: Sentence(
        zh:
          "摄像头 \(device.path)（\(device.name)）：\(mode)\(rate)，画面\(focus)，亮度 \(scene.brightness)。\(advice?.zh ?? "")",
        en:
          "Camera \(device.path) (\(device.name)): \(mode)\(speed), \(sharp), brightness \(scene.brightness).\(advice.map { " " + $0.en } ?? "")"
      ), isGood: advice == nil)
  }

  /// What to do about it; nil where all is well.
  private static func advice(_ scene: SceneLook, _ mode: VideoMode) -> Sentence? {
    if scene.brightness < dark { return Sentence(zh: "太暗，请开灯。", en: "Too dark: switch a lamp on.") }
    if scene.brightness > bright {
      return Sentence(zh: "太亮，请把灯移开或关小。", en: "Too bright: move the lamp away.")
    }
    if scene.isBlurred {
      return Sentence(
        zh: "请擦净镜头，放一张有字的纸，等它对焦。", en: "Wipe the lens, lay printed paper down and let it focus.")
    }
    if mode.width * mode.height < leastDots {
      return Sentence(
        zh: "像素太少，选票可能读不清；请换 200 万像素以上的高拍仪。",
        en: "Too few dots to read ballots well; use a camera of two megapixels or more.")
    }
    return nil
  }

  private static let leastDots = 1_500_000
}
