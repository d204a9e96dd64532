import Ballot
import Foundation

@testable import Archive

/// Keys and bundles that tests share.
enum Samples {
  static func signer(_ name: String = "kiosk-test", seed: UInt8 = 7) throws -> NoteSigner {
    try NoteSigner(checking: name, key: SecretKey(seed: [UInt8](repeating: seed, count: 32)))
  }

  static let events = (1...40).map { #"{"at":"2026-11-22T09:00:00+08:00","event":"step","number":\#($0)}"# }

  static func name(revision: Int = 1) throws -> BundleName {
    try required(BundleName(community: "500112001001", election: "2026-1", revision: revision))
  }

  static let tally = BundleTable(
    name: "tally", title: .init(zh: "计票结果", en: "tally"),
    columns: BundleTable.commonColumns + [
      .init("candidate", .text, zh: "候选人", en: "candidate"),
      .init("votes", .integer, zh: "得票", en: "votes"),
      .init(
        "verdict", .enumeration, zh: "结果", en: "verdict", isOptional: true,
        labels: ["elected": .init(zh: "当选", en: "elected"), "not": .init(zh: "未当选", en: "not elected")]),
    ],
    rows: [
      row(candidate: "王\u{5927}明", votes: 312, verdict: "\"elected\""),
      row(candidate: "李\"小\"红", votes: 120, verdict: "null"),
    ])

  static func row(candidate: String, votes: Int, verdict: String) -> String {
    let name = JSON.string(candidate).canonical
    return
      #"{"candidate":\#(name),"community_code":"500112001001","election_id":"2026-1","kind":"committee","#
      + #""revision":1,"verdict":\#(verdict),"votes":\#(votes)}"#
  }

  /// A small bundle with everything in it: Chinese and long paths, an empty file, tables, the log.
  static func contents(kind: BundleKind = .restricted) throws -> BundleContents {
    BundleContents(
      name: try name(), kind: kind, baggingDate: "2026-11-22", organization: "某某村村民委员会",
      files: [
        "电子档案/2026/选举/选举结果报告单.pdf": .data(Array("%PDF-1.7 result".utf8)),
        "电子档案/2026/选举/\(String(repeating: "很长的名字", count: 15)).pdf": .data(Array("%PDF-1.7 long".utf8)),
        "其他/empty.txt": .data([]),
        "其他/\(String(repeating: "a-long-ascii-name-", count: 8)).bin": .data(
          [UInt8](repeating: 0xa5, count: 1500)),
      ],
      tables: [tally, .log(events)], info: [BundleField("Contact-Name", "选举工作组")])
  }

  static func checkpoint(over lines: [String] = events, by signer: NoteSigner) throws -> SignedNote {
    var frontier = LogFrontier()
    for line in lines { frontier.append(line: line) }
    let checkpoint = Checkpoint(origin: signer.name, size: frontier.size, root: frontier.root)
    return try signer.sign(SignedNote(text: checkpoint.text))
  }

  /// The sample bundle, sealed and cosigned by the street.
  static func seal(in folder: URL, contents: BundleContents? = nil, sm2: SM2SecretKey? = nil) throws
    -> SealedBundle
  {
    let (kiosk, street) = (try signer(), try signer("street-test", seed: 9))
    let note = try street.cosign(checkpoint(by: kiosk), atUnixTime: 1_795_312_800)
    let sealer = BundleSealer(signer: kiosk, witnesses: [street.witnessKey], sm2: sm2)
    return try sealer.seal(contents ?? self.contents(), to: folder, checkpoint: note)
  }

  struct Missing: Error {}

  static func required<Value>(_ value: Value?) throws -> Value {
    guard let value else { throw Missing() }
    return value
  }
}
