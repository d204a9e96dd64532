import Archive
import ArgumentParser
import Ballot
import Foundation

struct OfferCommand: IntakeCommand {
  static let configuration = CommandConfiguration(
    commandName: "offer",
    abstract: "下发：把结果、当选人员和规则包封成包，供机器读入。Seal what goes back to the boxes: result, the elected, rules.")
  @Option(help: "接收端的目录 / the receiver's directory") var home: String
  @Option(help: "输出目录 / where the bundles go") var out: String
  @Argument(help: "村（社区）代码，缺省为全部 / communities, all when none is given") var communities: [String] = []

  func perform(_ desk: Desk) throws -> Int32 {
    let district = try District(URL(filePath: home))
    let offerable = district.offerable(Set(communities))
    for community in communities where !offerable.contains(where: { $0.name.community == community }) {
      throw IntakeFailure.notAccepted(community)
    }
    let folder = try DurableFolder(URL(filePath: out))
    let sealing = folder.file(".sealing-\(ProcessInfo.processInfo.processIdentifier)")
    defer { try? FileManager.default.removeItem(at: sealing) }
    for accepted in offerable {
      let sealed = try district.sealOffer(of: accepted, to: sealing, day: wallClock().day)
      let name = "\(accepted.name.folder).offer.tar"
      try folder.take(sealed.file, as: name)
      desk.say(
        zh: "已封存 \(folder.file(name).path)，编号 \(sealed.id.hex)",
        en: "Sealed \(folder.file(name).path), id \(sealed.id.hex)")
    }
    desk.say(
      zh: "共 \(offerable.count) 个。带到机器上，用 kiosk archive import 读入。",
      en: "\(offerable.count) in all. Take them to the boxes: kiosk archive import.")
    return 0
  }
}
