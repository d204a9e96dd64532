import Archive
import ArgumentParser
import Ballot
import Foundation

extension ArchiveCommand {
  struct Import: KioskCommand {
    static let configuration = CommandConfiguration(
      commandName: "import",
      abstract: "读入区县下发的包。Take in what the district sends back: result, officers, rules.")
    @Argument(help: "下发的包 / the bundle (.offer.tar)") var bundle: String
    @Option(help: "区县接收端公钥；缺省用 archive connect 的设置 / the receiver's key, else those of archive connect")
    var receiver: [String] = []

    func perform(_ session: Session) async throws -> Answer? {
      let box = try session.box()
      let bytes = try InputFile(bundle, most: Offer.sizeLimit).bytes
      let known = try receivers(session)
      try checkPlace(of: offer(at: URL(filePath: bundle), known), in: box)
      let object = try box.blobs.put(bytes)
      // Once more, of the bytes that are kept: the file on the stick may have changed in between.
      let offer = try offer(at: box.blobs.url(object), known)
      try checkPlace(of: offer, in: box)
      let taken = OfferTaken(
        bundle: offer.id.hex, community: offer.name.community, election: offer.name.election,
        revision: offer.name.revision, object: object.hex, receiver: offer.receiver.name,
        officers: offer.officers.count)
      try box.take(taken)
      return Answer(
        OfficerLine.Taken(taken),
        [
          Sentence(
            zh:
              "已读入 \(offer.name.folder)：当选人员 \(offer.officers.count) 人，规则包 \(offer.pack)，由 \(taken.receiver) 签发。"
              + "用 archive officers 查看。",
            en:
              "Taken in \(offer.name.folder): \(offer.officers.count) elected, rule pack \(offer.pack), sealed by "
              + "\(taken.receiver). See archive officers.")
        ])
    }

    private func receivers(_ session: Session) throws -> [NoteKey] {
      let named = try receiver.map { text in
        guard let key = NoteKey(vkey: text), key.kind == .note else {
          throw Failure.unusable(
            "receiverKey", zh: "“\(text)”不是接收端公钥。请向镇街核对。",
            en: "“\(text)” is no receiver's key. Check it with the street.")
        }
        return key
      }
      let known = named.isEmpty ? try session.home.archiveSettings()?.receivers ?? [] : named
      guard !known.isEmpty else {
        throw Failure.refused(
          "noReceiver", zh: "不知道区县接收端的公钥，不能核实来源。请先 archive connect，或用 --receiver 指定。",
          en:
            "No receiver's key is known, so the source cannot be proven. Run archive connect, or use --receiver."
        )
      }
      return known
    }

    private func offer(at url: URL, _ receivers: [NoteKey]) throws -> Offer {
      do throws(OfferFault) {
        return try Offer(checking: url, by: receivers)
      } catch {
        throw Failure(error)
      }
    }

    /// What is of another community, or older than what was taken in, is refused.
    private func checkPlace(of offer: Offer, in box: Box) throws {
      let own = Set(box.state.elections.values.map(\.plan.community.code))
      guard own.isEmpty || own.contains(offer.name.community) else {
        throw Failure.refused(
          "offerOtherCommunity", zh: "这个包属于村（社区）\(offer.name.community)，不是本机的。没有读入。",
          en: "The bundle is for community \(offer.name.community), not for this box's. Nothing was taken in."
        )
      }
      let newer = box.state.offers.last {
        $0.community == offer.name.community && $0.election == offer.name.election
          && $0.revision > offer.name.revision
      }
      if let newer {
        throw Failure.refused(
          "offerOlder", zh: "已经读入过更新的第 \(newer.revision) 版，没有读入这个旧版。",
          en: "Revision \(newer.revision), which is newer, was taken in before. Nothing was taken in.")
      }
    }
  }

  struct Officers: KioskCommand {
    static let configuration = CommandConfiguration(
      commandName: "officers", abstract: "已读入的当选人员名册。The elected, from what the district sent back.")

    func perform(_ session: Session) async throws -> Answer? {
      let rows = try session.box().officers()
      let lines = rows.map(OfficerLine.init)
      guard !lines.isEmpty else {
        return Answer(
          lines: [],
          [Sentence(zh: "还没有读入名册。请用 archive import 读入。", en: "No roster was taken in. Use archive import.")])
      }
      return Answer(lines: lines, lines.map(\.sentence))
    }
  }
}

/// One elected person in an answer.
struct OfficerLine: Encodable {
  let body: String
  let title: String
  let name: String
  let term: Int
  let election: String

  init(_ row: JSON) {
    body = row["body"]?.string ?? ""
    title = row["title"]?.string ?? ""
    name = row["name"]?.string ?? ""
    term = row["term"]?.integer ?? 0
    election = row["election_id"]?.string ?? ""
  }

  var sentence: Sentence {
    Sentence(
      zh: "\(title)　\(name)　第 \(term) 届（\(election)）", en: "\(title)  \(name)  term \(term) (\(election))")
  }

  /// What was taken in, in an answer.
  struct Taken: Encodable {
    let bundle: String
    let community: String
    let election: String
    let revision: Int
    let officers: Int

    init(_ taken: OfferTaken) {
      bundle = taken.bundle
      community = taken.community
      election = taken.election
      revision = taken.revision
      officers = taken.officers
    }
  }
}

extension Box {
  /// Everybody who was elected, from the newest revision of each election that was taken in.
  func officers() throws -> [JSON] {
    let newest = Dictionary(
      state.offers.map { ([$0.community, $0.election], $0) },
      uniquingKeysWith: { $0.revision <= $1.revision ? $1 : $0 })
    return try newest.values.sorted { $0.election < $1.election }.flatMap { taken in
      guard let object = Digest(hex: taken.object), try blobs.get(object) != nil else {
        throw Failure.lostBlob
      }
      return try BundleReader(blobs.url(object)).rows(of: .officers) ?? []
    }
  }
}

extension Failure {
  init(_ fault: OfferFault) {
    switch fault {
    case .damaged(let detail):
      self = .refused(
        "offerDamaged", zh: "这个包不完整或被改动（\(detail)）。没有读入，请重新领取。",
        en: "The bundle is damaged or was altered (\(detail)). Nothing was taken in; fetch it again.")
    case .foreign(let name):
      self = .refused(
        "offerForeign", zh: "这个包由 \(name) 签发，不是本机认得的区县接收端。没有读入。",
        en: "The bundle is sealed by \(name), which is no receiver known here. Nothing was taken in.")
    case .noOffer:
      self = .refused(
        "noOffer", zh: "这不是区县下发的包。没有读入。",
        en: "This is no bundle that a district sends back. Nothing was taken in.")
    case .officersDiffer:
      self = .refused(
        "offerOfficers", zh: "包里的当选人员与得票表不一致。没有读入，请报告区县。",
        en:
          "The officers in the bundle are not those whom its tally calls elected. Nothing was taken in; report it."
      )
    case .unknownPack(let pack):
      self = .refused(
        "offerPack", zh: "包里的规则包 \(pack) 与写明的不符。没有读入，请报告。",
        en: "The rule pack \(pack) in the bundle is not the one it names. Nothing was taken in; report it.")
    }
  }
}
