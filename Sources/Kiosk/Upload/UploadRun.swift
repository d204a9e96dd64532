import Archive
import Foundation

/// One run of the upload: every bundle as far as it goes, with pauses after failures, then the wait for receipts.
struct UploadRun {
  private let uploader: Uploader
  private let tries: Int
  private let onlyDue: Bool
  private let now: () -> Int
  private let output: Output
  private var dice = SystemRandomNumberGenerator()

  init(_ uploader: Uploader, tries: Int, onlyDue: Bool, now: @escaping () -> Int, output: Output) {
    self.uploader = uploader
    self.tries = tries
    self.onlyDue = onlyDue
    self.now = now
    self.output = output
  }

  /// Carries all that is not settled.
  mutating func carryAll(waiting patience: Duration) async throws {
    for entry in try uploader.queue.entries() where !entry.isSettled && (!onlyDue || entry.isDue(at: now())) {
      try await carry(entry, tries: tries)
    }
    let deadline = ContinuousClock.now + patience
    while ContinuousClock.now < deadline {
      let waiting = try uploader.queue.entries().filter { $0.state == .stored }
      if waiting.isEmpty { return }
      try await Task.sleep(until: min(deadline, .now + .seconds(5)))
      for entry in waiting { try await carry(entry, tries: 1) }
    }
  }

  private mutating func carry(_ first: UploadEntry, tries: Int) async throws {
    var entry = first
    let file = entry.name.file(entry.kind)
    for attempt in 1...tries {
      let progress = Progress(Sentence(zh: "上传 \(file)", en: "Sending \(file)"), output)
      let size = entry.size
      do {
        entry = try uploader.carry(entry) { progress.update($0, of: size) }
        if first.state != .stored { progress.finish() }
        // A refusal that asks for the bundle again is followed at once.
        if entry.state != .sealed { return }
      } catch let fault as UploadFault {
        entry = try uploader.queue.postpone(entry, because: fault, at: now(), using: &dice)
        output.complain("\(file): \(fault.trouble.sentence.text(in: output.language)) [\(fault)]")
        guard fault.passes, attempt < tries else { return }
        try await Task.sleep(for: .seconds(Backoff.wait(after: attempt, using: &dice)))
      }
    }
  }
}
