import ArgumentParser
import Foundation
import Scanner

struct ScanCommand: KioskCommand {
  static let configuration = CommandConfiguration(
    commandName: "scan", abstract: "识别照片中的所有码。Every code found in pictures, as JSON lines.")
  @Argument(help: "照片 / pictures") var images: [String] = []
  @OptionGroup var camera: CameraOptions

  func perform(_ session: Session) async throws -> Answer? {
    try camera.check(against: images)
    if camera.camera {
      for code in try await scanLive(session) {
        session.output.line(session.output.json(CodeLine("camera-1", code)))
      }
      return nil
    }
    let reader = CodeReader()
    for image in images {
      let picture = try InputFile(image, most: InputFile.largestPicture)
      let codes = (try? reader.codes(decoding: picture.bytes)) ?? []
      for code in codes { session.output.line(session.output.json(CodeLine(image, code))) }
    }
    return nil
  }

  /// The codes of the first frame that has some.
  private func scanLive(_ session: Session) async throws -> [CodeReading] {
    let place = try camera.place(session.setup())
    let codes = try await CameraGlance.first(place, for: .cards, within: camera.seconds) { frame, _, _ in
      let found = CodeReader().codes(in: try frame.gray())
      return found.isEmpty ? nil : found
    }
    guard let codes else { throw Failure.nothingSeen(camera.seconds) }
    return codes
  }

  private struct CodeLine: Encodable {
    struct Corner: Encodable {
      let x: Double
      let y: Double
    }

    let file: String
    let symbology: String
    let text: String
    let corners: [Corner]
    let milliseconds: Double

    init(_ file: String, _ code: CodeReading) {
      self.file = file
      symbology = code.symbology
      text = code.text
      corners = code.corners.map { Corner(x: $0.x, y: $0.y) }
      milliseconds = (code.milliseconds * 10).rounded() / 10
    }
  }
}
