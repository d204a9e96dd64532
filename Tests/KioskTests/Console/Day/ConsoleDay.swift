import Archive
import Foundation
import Testing

@testable import Ballot
@testable import Kiosk
@testable import Simulator

/// One day at one desk, driven by keys, step by step.
final class ConsoleDay {
  static let sheets = 6
  let box: TestBox
  let terminal: Tmux
  /// Marks that two people decided so far.
  var decided = 0
  /// What the console finds in its environment, beside its home and its camera.
  var environment: [String] = []
  private let kiosk: Tool
  private let camera: String
  /// Pictures that were shown so far.
  private(set) var pictures = 0

  init(plan: String = SmallVillage.plan) throws {
    kiosk = try #require(Tool.kiosk)
    box = try TestBox()
    camera = box.file("camera")
    try FileManager.default.createDirectory(atPath: camera, withIntermediateDirectories: true)
    try box.write(plan, "plan.yaml")
    try box.write(SmallVillage.roll, "roll.csv")
    terminal = try #require(try Tmux(in: box.folder))
  }

  /// Starts the console as a person would, or again after a power cut.
  func start(until text: String = "选举进度") throws {
    let places = ["KIOSK_HOME='\(box.home.path)'", "KIOSK_CAMERA='\(camera)'", "LANG=C.UTF-8"]
    try terminal.run("env \((places + environment).joined(separator: " ")) '\(kiosk.path)'")
    try terminal.wait(for: text)
  }

  /// The power fails at this instant; then the box is switched on again.
  func cutPower() throws {
    kill(try terminal.process(), SIGKILL)
    try start()
  }

  /// Shows a picture to the camera: it appears in one go, as a driver would write it.
  func show(_ file: String) throws {
    pictures += 1
    let name = "\(camera)/\(pictures).jpg"
    try FileManager.default.copyItem(atPath: file, toPath: "\(camera)/.part")
    try FileManager.default.moveItem(atPath: "\(camera)/.part", toPath: name)
  }

  /// Enters the step that is due and leaves it when it is done.
  func due(_ title: String, _ steps: () throws -> Void) throws {
    try terminal.wait(for: "▶ \(title)")
    try enter(title, steps)
  }

  func enter(_ title: String, _ steps: () throws -> Void = {}) throws {
    try terminal.keys("Enter")
    try terminal.wait(for: "── \(title)")
    try steps()
  }

  func finish() throws {
    try terminal.wait(for: "✓ 已办好")
    try terminal.keys("Enter")
    try terminal.wait(for: "── 选举进度")
  }
}
