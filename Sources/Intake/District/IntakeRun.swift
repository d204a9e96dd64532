import Archive
import Ballot
import Dispatch
import Foundation
import Synchronization

/// One pass over a store: every object without an answer is checked, answered in the log, and gets its receipt.
///
/// It can be stopped at any instant and run again: the log is written before the receipt, and what is in the log and
/// has no receipt gets it without another answer.
struct IntakeRun {
  let district: District
  let store: any EvidenceStore
  let now: @Sendable () -> Instant
  /// The largest object that is read, in bytes.
  var limit = 8 << 30
  /// Bundles that are checked anew although they have been answered.
  var again: Set<Digest> = []
  /// Called after each group with what was answered so far.
  var progress: (Outcome) -> Void = { _ in }

  /// How many objects are checked between two entries in the log.
  private static let group = 256

  /// What a pass did.
  struct Outcome: Equatable {
    var accepted = 0
    var rejected: [ReceiptStatement] = []
    /// Receipts that were written for answers given before.
    var repaired = 0
    /// Copies of accepted public bundles that were made again.
    var copiesRepaired = 0
    /// Objects that had their answer already.
    var answered = 0
    var strange: [String] = []
  }

  func run() throws -> Outcome {
    let listing = try store.list()
    var outcome = Outcome()
    outcome.strange = listing.strange
    let stage = try district.stage()
    defer { try? FileManager.default.removeItem(at: stage) }
    let waiting = listing.objects.filter(isNew)
    outcome.answered = listing.objects.count - waiting.count
    outcome.repaired = try repairReceipts(except: Set(waiting.map(\.bundle)))
    outcome.copiesRepaired = try repairCopies(listing.objects, stage)
    let inspector = Inspector(roster: district.roster, packs: try district.packs)
    for start in stride(from: 0, to: waiting.count, by: Self.group) {
      let group = Array(waiting[start..<min(start + Self.group, waiting.count)])
      try settle(inspect(group, stage, inspector), stage, &outcome)
      progress(outcome)
    }
    return outcome
  }

  private func isNew(_ object: StoredObject) -> Bool {
    guard let answer = district.ledger.answers[object.bundle], !again.contains(object.bundle) else {
      return true
    }
    if answer.statement.asksAgain { return true }
    return false
  }

  /// Makes the copies again that a power cut took, of the very bytes that were accepted.
  private func repairCopies(_ objects: [StoredObject], _ stage: URL) throws -> Int {
    let lost = objects.filter { object in
      district.ledger.answers[object.bundle]?.statement.verdict == .accepted
        && district.ledger.accepted[object.bundle]?.kind == .public && !district.hasCopy(of: object)
    }
    for object in lost {
      let file = Self.file(stage, object)
      let digest = try store.fetch(object, to: file, limit: limit).digest
      // Other bytes than were accepted are no copy; `verify` names them.
      if digest == district.ledger.answers[object.bundle]?.statement.object {
        try district.keepCopies([(file, object)])
      }
    }
    return lost.count
  }

  /// Writes the receipts that a power cut kept from the store.
  private func repairReceipts(except waiting: Set<Digest>) throws -> Int {
    var missing: [StoredObject] = []
    for (bundle, answer) in district.ledger.answers where !waiting.contains(bundle) {
      let object = StoredObject(
        community: answer.statement.community, election: answer.statement.election, bundle: bundle)
      let isCurrent =
        district.ledger.answeredAgain.contains(bundle)
        ? try store.receipt(for: object)?.inclusion.index == answer.index : try store.hasReceipt(for: object)
      if !isCurrent { missing.append(object) }
    }
    if !missing.isEmpty { try putReceipts(missing) }
    return missing.count
  }

  /// Checks objects on all processors; each in a file of its own.
  private func inspect(
    _ group: [StoredObject], _ stage: URL, _ inspector: Inspector
  ) throws -> [Inspection] {
    let (store, limit) = (store, limit)
    let results = Mutex<[Result<Inspection, any Error>?]>(Array(repeating: nil, count: group.count))
    DispatchQueue.concurrentPerform(iterations: group.count) { index in
      let object = group[index]
      let result = Result {
        try Self.inspect(object, Self.file(stage, object), store, inspector, limit: limit)
      }
      results.withLock { $0[index] = result }
    }
    return try results.withLock { $0 }.compactMap { try $0?.get() }
  }

  private static func file(_ stage: URL, _ object: StoredObject) -> URL {
    stage.appending(path: "\(object.community)-\(object.election)-\(object.bundle.hex).tar")
  }

  private static func inspect(
    _ object: StoredObject, _ file: URL, _ store: any EvidenceStore, _ inspector: Inspector, limit: Int
  ) throws -> Inspection {
    do {
      let (digest, size) = try store.fetch(object, to: file, limit: limit)
      return inspector.inspect(file, of: object, digest: digest, size: size)
    } catch let fault as FileFault {
      var inspection = Inspection(object, digest: Digest.of([UInt8]()), size: 0)
      switch fault.code {
      case EFBIG: inspection.reasons = [.tooLarge(limit: limit)]
      case EINVAL: inspection.reasons = [.damaged(fault.description)]
      // A full or broken disk says nothing of the bundle.
      default: throw fault
      }
      return inspection
    }
  }

  /// Answers a group: log first, then copies, then receipts.
  private func settle(_ inspections: [Inspection], _ stage: URL, _ outcome: inout Outcome) throws {
    for inspection in inspections { answer(inspection, &outcome) }
    // What the log says was checked is on the disk before the log says it.
    try district.folder.flush()
    try district.commit()
    try district.keepCopies(
      inspections.filter(isKept).map { (Self.file(stage, $0.object), $0.object) })
    for inspection in inspections { try remove(inspection, stage) }
    try putReceipts(inspections.map(\.object))
  }

  private func answer(_ inspection: Inspection, _ outcome: inout Outcome) {
    var reasons = inspection.reasons
    let facts = reasons.isEmpty ? AcceptedBundle(inspection) : nil
    if let facts { reasons += district.ledger.reasons(against: facts, log: inspection.log) }
    let statement = ReceiptStatement(
      bundle: inspection.object.bundle, community: inspection.object.community,
      election: inspection.object.election, object: inspection.digest, size: inspection.size, time: now(),
      reasons: reasons.map(\.receipt))
    let isNew = district.ledger.accepted[inspection.object.bundle] == nil
    let lines = reasons.isEmpty && isNew ? [facts?.line].compactMap(\.self) : []
    district.take(lines + [statement.line])
    if reasons.isEmpty { outcome.accepted += 1 } else { outcome.rejected.append(statement) }
  }

  /// A copy of what was accepted and is public stays here.
  private func isKept(_ inspection: Inspection) -> Bool {
    inspection.kind == .public
      && district.ledger.answers[inspection.object.bundle]?.statement.verdict == .accepted
  }

  /// What is damaged or personal leaves the stations' reach; what was checked and is not kept goes.
  private func remove(_ inspection: Inspection, _ stage: URL) throws {
    let object = inspection.object
    if !isKept(inspection) { try? FileManager.default.removeItem(at: Self.file(stage, object)) }
    if inspection.isDamaged { try store.setAside(object, digest: inspection.digest, as: .damaged) }
    let reasons = district.ledger.answers[object.bundle]?.statement.reasons ?? []
    if reasons.contains(where: { $0.code == "personalData" }) {
      try store.setAside(object, digest: inspection.digest, as: .withheld)
    }
  }

  private func putReceipts(_ objects: [StoredObject]) throws {
    let head = try district.journal.checkpoint(signedBy: district.keys.signer)
    try store.put(objects.compactMap { try district.receipt(for: $0.bundle, head: head) })
  }
}
